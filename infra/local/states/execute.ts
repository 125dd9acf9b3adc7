import type { Scope } from './expression.ts';
import { withValueAt, type JsonPath } from './json-path.ts';
import type { Catcher, Graph, MapState, State, TaskState } from './definition.ts';
import { delayBefore, matches, retrierFor } from './retry.ts';
import { StateError } from './state-error.ts';
import { wakeTime } from './wait.ts';

/** What a finished state led to: its output and the next state, or none at the end. */
export interface Step {
  next?: string;
  output: unknown;
}

/** One execution as the interpreter sees it; `recall` and `record` make it resumable. */
export interface Execution {
  /** The `Execution` and `StateMachine` parts of the context object. */
  context: Record<string, unknown>;
  /** What an earlier process recorded under this key. */
  recall(key: string): unknown;
  record(key: string, value: unknown): Promise<void>;
  /** Runs a Lambda function; failures come as StateErrors. */
  invoke(functionName: string, payload: unknown): Promise<unknown>;
  /** Resolves later; rejects when the execution is stopped. */
  sleep(milliseconds: number): Promise<void>;
  /** Throws when the execution was stopped or the runner is ending; called after everything that takes time. */
  continues(): void;
}

/** States keep at most this much (Step Functions quotas: 256 KiB). */
const MAX_STATE_BYTES = 262_144;

/** Runs a graph of states on an input and returns the output of the last. Each finished state is recorded under its path, and is not run again if it was recorded before. */
export async function runGraph(execution: Execution, graph: Graph, input: unknown, item: object | undefined, path: string): Promise<unknown> {
  let name: string | undefined = graph.StartAt;
  let value = input;
  for (let visit = 0; name !== undefined; visit += 1) {
    const state: State | undefined = graph.States[name];
    if (!state) throw new StateError('States.Runtime', `There is no state ${name}`);
    const key: string = `${path}/${visit}:${name}`;
    let step = execution.recall(key) as Step | undefined;
    if (!step) {
      step = await enter(execution, state, name, value, item, key);
      execution.continues();
      if (Buffer.byteLength(JSON.stringify(step.output) ?? '') > MAX_STATE_BYTES) {
        throw new StateError('States.DataLimitExceeded', `The output of ${name} is larger than ${MAX_STATE_BYTES} bytes`);
      }
      await execution.record(key, step);
    }
    value = step.output;
    name = step.next;
  }
  return value;
}

async function enter(execution: Execution, state: State, name: string, raw: unknown, item: object | undefined, key: string): Promise<Step> {
  const context: Record<string, unknown> = {
    ...execution.context,
    State: { Name: name, EnteredTime: new Date().toISOString(), RetryCount: 0 },
    ...(item && { Map: { Item: item } }),
  };
  const scope = (input: unknown): Scope => ({ input, context });
  const input = 'InputPath' in state && state.InputPath !== undefined ? (state.InputPath?.(scope(raw)) ?? {}) : raw;
  const leave = (output: unknown, next?: string): Step => {
    const selected = 'OutputPath' in state && state.OutputPath !== undefined ? (state.OutputPath?.(scope(output)) ?? {}) : output;
    return next === undefined ? { output: selected } : { output: selected, next };
  };

  switch (state.Type) {
    case 'Pass': {
      const result = state.Parameters ? state.Parameters(scope(input)) : state.Result !== undefined ? state.Result : input;
      return leave(placed(raw, state.ResultPath, result), state.Next);
    }
    case 'Choice': {
      const next = state.Choices.find((choice) => choice.holds(scope(input)))?.next ?? state.Default;
      if (next === undefined) throw new StateError('States.NoChoiceMatched', `No choice of ${name} matched`);
      return leave(input, next);
    }
    case 'Wait': {
      let until = execution.recall(`${key}:until`) as number | undefined;
      if (until === undefined) {
        until = wakeTime(state, scope(input), Date.now());
        await execution.record(`${key}:until`, until);
      }
      await execution.sleep(until - Date.now());
      return leave(input, state.Next);
    }
    case 'Succeed':
      return leave(input);
    case 'Task':
    case 'Map':
      return recovering(execution, state, raw, key, async (retries) => {
        context['State'] = { ...(context['State'] as object), RetryCount: retries };
        const result = state.Type === 'Task'
          ? await runTask(execution, state, scope(input))
          : await runMap(execution, state, scope(input), `${key}~${retries}`);
        const selected = state.ResultSelector ? state.ResultSelector(scope(result)) : result;
        return leave(placed(raw, state.ResultPath, selected), state.Next);
      });
    case 'Fail':
    default:
      throw failure(state, scope(raw));
  }
}

function failure(state: Extract<State, { Type: 'Fail' }>, scope: Scope): StateError {
  return new StateError(
    state.ErrorPath ? String(state.ErrorPath(scope)) : (state.Error ?? ''),
    state.CausePath ? String(state.CausePath(scope)) : (state.Cause ?? ''),
  );
}

async function recovering(execution: Execution, state: TaskState | MapState, raw: unknown, key: string, attempt: (retries: number) => Promise<Step>): Promise<Step> {
  const counts = (execution.recall(`${key}:retries`) as number[] | undefined) ?? state.Retry.map(() => 0);
  for (;;) {
    try {
      return await attempt(counts.reduce((sum, count) => sum + count, 0));
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      const index = retrierFor(state.Retry, counts, error.code);
      const retrier = state.Retry[index];
      if (retrier) {
        const delay = delayBefore(retrier, counts[index] ?? 0, Math.random());
        counts[index] = (counts[index] ?? 0) + 1;
        await execution.record(`${key}:retries`, counts);
        await execution.sleep(delay);
        continue;
      }
      const catcher = state.Catch.find((candidate: Catcher) => matches(candidate.ErrorEquals, error.code));
      if (!catcher) throw error;
      return { next: catcher.Next, output: placed(raw, catcher.ResultPath, { Error: error.code, Cause: error.reason }) };
    }
  }
}

async function runTask(execution: Execution, state: TaskState, scope: Scope): Promise<unknown> {
  const parameters = state.Parameters ? state.Parameters(scope) : scope.input;
  const direct = !state.Resource.includes(':states:::');
  const { FunctionName: name, Payload: payload = {} } = direct ? { FunctionName: state.Resource, Payload: parameters } : parameters as { FunctionName: string; Payload?: unknown };
  const call = execution.invoke(name, payload);
  const answer = state.TimeoutSeconds === undefined ? await call : await Promise.race([call, timeout(execution, state.TimeoutSeconds)]);
  execution.continues();
  return direct ? answer : { ExecutedVersion: '$LATEST', Payload: answer, StatusCode: 200 };
}

async function timeout(execution: Execution, seconds: number): Promise<never> {
  await execution.sleep(seconds * 1000);
  throw new StateError('States.Timeout', `The task took longer than ${seconds} seconds`);
}

async function runMap(execution: Execution, state: MapState, scope: Scope, path: string): Promise<unknown[]> {
  const items = state.ItemsPath ? state.ItemsPath(scope) : scope.input;
  if (!Array.isArray(items)) throw new StateError('States.Runtime', 'A Map needs a list of items');
  const selector = state.ItemSelector ?? state.Parameters;
  const results: unknown[] = Array.from({ length: items.length });
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (!failed && next < items.length) {
      const index = next;
      next += 1;
      const item = { Index: index, Value: items[index] as unknown };
      const input = selector ? selector({ input: scope.input, context: { ...(scope.context as object), Map: { Item: item } } }) : item.Value;
      try {
        results[index] = await runGraph(execution, state.ItemProcessor, input, item, `${path}[${index}]`);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Math.min(state.MaxConcurrency || items.length, items.length);
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

function placed(raw: unknown, path: JsonPath | null | undefined, result: unknown): unknown {
  if (path === null) return raw;
  return path === undefined ? result : withValueAt(raw, path, result);
}
