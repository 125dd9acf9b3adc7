import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startFunctions, type Functions } from '../../../infra/local/functions/functions.ts';
import { readDefinition } from '../../../infra/local/states/definition.ts';
import { openStateMachine } from '../../../infra/local/states/state-machine.ts';
import { readAssembly } from '../../../infra/local/template/assembly.ts';
import { readStack } from '../../../infra/local/template/stack.ts';
import { lambda, writeAssembly } from './support/template.ts';
import { waitUntil } from './support/wait-until.ts';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Fails as often as it is told to under a key, then answers with its event. */
const FLAKY = `
const failures = new Map();
export const handler = async (event) => {
  const failed = failures.get(event.key) ?? 0;
  if (failed < (event.fail ?? 0)) {
    failures.set(event.key, failed + 1);
    throw Object.assign(new Error('attempt ' + failed), { name: event.error });
  }
  if (event.sleep) await new Promise((resolve) => setTimeout(resolve, event.sleep));
  if (event.exit) process.exit(1);
  return event.answer ?? event;
};`;
const call = (Payload: unknown, more: object = {}) => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'Small-Flaky', Payload }, ResultSelector: { 'answer.$': '$.Payload' }, End: true, ...more });
const only = (state: object) => ({ StartAt: 'Only', States: { Only: state } });

describe('a state machine', () => {
  let folder: string;
  let functions: Functions;
  let removeAssembly: () => void;
  let machines = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guibin-states-'));
    mkdirSync(join(folder, 'logs'));
    const assembly = writeAssembly({ Flaky: lambda('Flaky', { Timeout: 3 }) }, { Flaky: FLAKY });
    removeAssembly = assembly.remove;
    const stack = readStack(readAssembly(assembly.folder), { api: 'http://127.0.0.1:1', endpoint: 'http://127.0.0.1:2' }, {});
    functions = startFunctions(stack.functions, {}, join(folder, 'logs'), () => {});
  });
  afterAll(async () => {
    await functions.end();
    removeAssembly();
    rmSync(folder, { recursive: true });
  });

  const execute = async (definition: object, input: unknown, name = 'run-1') => {
    machines += 1;
    const resource = { logicalId: 'Machine', name: `machine-${machines}`, arn: `arn:machine-${machines}`, properties: { DefinitionString: JSON.stringify(definition), StateMachineType: 'STANDARD' as const } };
    const machine = openStateMachine(resource, folder, functions);
    const record = await machine.start(name, JSON.stringify(input));
    await waitUntil(() => record.status !== 'RUNNING');
    machine.end();
    const { status, output, error, cause } = record;
    return { status, ...(output !== undefined && { output: JSON.parse(output) as unknown }), ...(error !== undefined && { error, cause }) };
  };

  it('passes input through paths, templates and intrinsic functions', async () => {
    const definition = {
      StartAt: 'Select',
      States: {
        Select: {
          Type: 'Pass', InputPath: '$.order', ResultPath: '$.selected', Next: 'Merge',
          Parameters: {
            'id.$': '$.id', 'first.$': '$.lines[0].sku', 'last.$': '$.lines[-1].sku', 'all.$': '$.lines[*].sku', 'run.$': '$$.Execution.Name', fixed: 1,
            'text.$': "States.Format('{} of {} \\{x\\}', $.id, States.ArrayLength($.lines))",
          },
        },
        Merge: { Type: 'Pass', Parameters: { 'merged.$': 'States.JsonMerge($.selected, $.more, false)' }, OutputPath: '$.merged', End: true },
      },
    };
    const { output } = await execute(definition, { order: { id: 'T1', lines: [{ sku: 'A' }, { sku: 'B' }] }, more: { fixed: 2 } });
    expect(output).toEqual({ id: 'T1', first: 'A', last: 'B', all: ['A', 'B'], run: 'run-1', fixed: 2, text: 'T1 of 2 {x}' });
  });

  it('chooses by comparison, presence and their combinations', async () => {
    const definition = {
      StartAt: 'Which',
      States: {
        Which: {
          Type: 'Choice', Default: 'Other',
          Choices: [
            { And: [{ Variable: '$.count', IsPresent: true }, { Variable: '$.count', NumericGreaterThanPath: '$.limit' }], Next: 'Many' },
            { Not: { Variable: '$.name', StringMatches: 'vip-*' }, Next: 'Plain' },
          ],
        },
        Many: { Type: 'Pass', Result: 'many', End: true }, Plain: { Type: 'Pass', Result: 'plain', End: true }, Other: { Type: 'Pass', Result: 'other', End: true },
      },
    };
    expect((await execute(definition, { count: 3, limit: 2, name: 'x' })).output).toBe('many');
    expect((await execute(definition, { name: 'x' })).output).toBe('plain');
    expect((await execute(definition, { count: 1, limit: 2, name: 'vip-1' })).output).toBe('other');
  });

  it('tries a task again as its retrier says, and tells it the retry count', async () => {
    const payload = { key: 'a', fail: 2, error: 'Busy', 'answer.$': '$$.State.RetryCount' };
    const retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 2, JitterStrategy: 'FULL' }];
    expect(await execute(only(call(payload, { Retry: retry })), {})).toEqual({ status: 'SUCCEEDED', output: { answer: 2 } });
  });

  it('hands an error that no retrier covers to the catcher, with its cause', async () => {
    const definition = {
      StartAt: 'Try',
      States: {
        Try: { ...call({ key: 'b', fail: 9, error: 'Broken' }), End: undefined, Next: 'Never', Retry: [{ ErrorEquals: ['Busy'] }], Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }] },
        Never: { Type: 'Succeed' },
        Failed: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
      },
    };
    const { status, error, cause } = await execute(definition, { kept: true });
    expect([status, error]).toEqual(['FAILED', 'Broken']);
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'Broken', errorMessage: 'attempt 0' });
  });

  it('sees a function that is too slow or dies as Lambda reports it', async () => {
    expect(await execute(only(call({ sleep: 20_000 })), {})).toMatchObject({ status: 'FAILED', error: 'Sandbox.Timedout' });
    expect(await execute(only(call({ exit: true })), {})).toMatchObject({ status: 'FAILED', error: 'Runtime.ExitError' });
    expect(await execute(only(call({ answer: 'alive again' })), {})).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('maps items in order whatever their duration, with index and selector', async () => {
    const map = {
      Type: 'Map', ItemsPath: '$.items', MaxConcurrency: 3, ResultPath: '$.results', End: true,
      ItemSelector: { 'answer.$': "States.Format('{}:{}', $$.Map.Item.Index, $$.Map.Item.Value)", 'sleep.$': '$.sleep' },
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Each', States: { Each: { ...call(undefined), Parameters: { 'FunctionName': 'Small-Flaky', 'Payload.$': '$' } } } },
    };
    const { output } = await execute(only(map), { items: ['a', 'b', 'c', 'd'], sleep: 5 });
    expect(output).toEqual({ items: ['a', 'b', 'c', 'd'], sleep: 5, results: ['0:a', '1:b', '2:c', '3:d'].map((answer) => ({ answer })) });
  });

  it('fails a map when one item fails, and starts no further items', async () => {
    const map = {
      Type: 'Map', ItemsPath: '$', MaxConcurrency: 1, End: true,
      ItemProcessor: { StartAt: 'Each', States: { Each: { ...call(undefined), Parameters: { 'FunctionName': 'Small-Flaky', 'Payload.$': '$' } } } },
    };
    const items = [{ answer: 1 }, { key: 'c', fail: 1, error: 'Broken' }, { key: 'c', fail: 1, error: 'Second' }];
    expect(await execute(only(map), items)).toMatchObject({ status: 'FAILED', error: 'Broken' });
  });

  it('waits as long as it is told', async () => {
    const before = Date.now();
    expect((await execute(only({ Type: 'Wait', SecondsPath: '$.seconds', End: true }), { seconds: 1 })).status).toBe('SUCCEEDED');
    expect(Date.now() - before).toBeGreaterThan(990);
  });

  it('times out as a whole', async () => {
    expect(await execute({ ...only({ Type: 'Wait', Seconds: 60, End: true }), TimeoutSeconds: 1 }, {})).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  });

  it('fails when a state hands on more than 256 KiB', async () => {
    const doubled = { Type: 'Pass', Parameters: { 'a.$': '$', 'b.$': '$' }, End: true };
    expect(await execute(only(doubled), { text: 'x'.repeat(200_000) })).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it.each<[string, object, RegExp]>([
    ['a state type that is not run', only({ Type: 'Parallel', Branches: [], End: true }), /States\.Only/],
    ['a field that is not known', only({ Type: 'Pass', End: true, Assign: {} }), /Assign/],
    ['JSONata', { ...only({ Type: 'Succeed' }), QueryLanguage: 'JSONata' }, /QueryLanguage/],
    ['a service integration that is not run', only({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true }), /only Lambda functions/],
    ['a distributed map', only({ Type: 'Map', End: true, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'A', States: { A: { Type: 'Succeed' } } } }), /only inline maps/],
    ['a path with a filter', only({ Type: 'Pass', InputPath: '$.a[?(@.b)]', End: true }), /does not evaluate/],
    ['an unknown intrinsic function', only({ Type: 'Pass', Parameters: { 'a.$': 'States.Magic($)' }, End: true }), /States\.Magic/],
    ['an unknown comparison', only({ Type: 'Choice', Choices: [{ Variable: '$.a', StringContains: 'b', Next: 'Only' }] }), /StringContains/],
    ['a way that leads nowhere', only({ Type: 'Pass', Next: 'Elsewhere' }), /Only leads to Elsewhere/],
  ])('refuses at load %s', (_, definition, message) => {
    expect(() => readDefinition(JSON.stringify(definition))).toThrow(message);
  });
});
