import { join } from 'node:path';
import { ServiceError } from '../errors.ts';
import type { Functions } from '../functions/functions.ts';
import { openJournal } from '../queue/journal.ts';
import { ACCOUNT, REGION } from '../template/identity.ts';
import type { StateMachineResource } from '../template/stack.ts';
import { readDefinition } from './definition.ts';
import { runGraph, type Execution } from './execute.ts';
import { StateError } from './state-error.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What is known of one execution; times in milliseconds since 1970. */
export interface ExecutionRecord {
  name: string;
  arn: string;
  status: Status;
  input: string;
  startDate: number;
  stopDate?: number;
  output?: string;
  error?: string;
  cause?: string;
}

export interface StateMachineService {
  arn: string;
  name: string;
  /** Starts an execution, or finds the running one of the same name and input. Throws a ServiceError when the name is taken otherwise. */
  start(name: string, input: string): Promise<ExecutionRecord>;
  find(name: string): ExecutionRecord | undefined;
  /** All executions, the latest first. */
  list(): ExecutionRecord[];
  stop(name: string, error: string | undefined, cause: string | undefined): Promise<ExecutionRecord | undefined>;
  /** Goes on with the executions that were running when the runner last ended. */
  resume(): number;
  end(): void;
}

type Line =
  | ['start', name: string, input: string, at: number]
  | ['step', name: string, key: string, value: unknown]
  | ['end', name: string, result: Pick<ExecutionRecord, 'status' | 'stopDate' | 'output' | 'error' | 'cause'>];

/** Step Functions forgets an execution this long after it ended. */
const RETENTION_MS = 90 * 86_400_000;
/** The longest that a timer of Node.js can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A state machine whose executions survive the death of this process: each finished state is in the journal. */
export function openStateMachine(resource: StateMachineResource, folder: string, functions: Functions): StateMachineService {
  const definition = readDefinition(resource.properties.DefinitionString);
  const executions = new Map<string, ExecutionRecord>();
  const memories = new Map<string, Map<string, unknown>>();
  const controllers = new Map<string, AbortController>();
  const arnOf = (name: string) => `arn:aws:states:${REGION}:${ACCOUNT}:execution:${resource.name}:${name}`;

  const journal = openJournal(join(folder, `${resource.name}.executions`), (text) => {
    const line = JSON.parse(text) as Line;
    const name = line[1];
    if (line[0] === 'start') {
      executions.set(name, { name, arn: arnOf(name), status: 'RUNNING', input: line[2], startDate: line[3] });
      memories.set(name, new Map());
    } else if (line[0] === 'step') memories.get(name)?.set(line[2], line[3]);
    else {
      Object.assign(executions.get(name) ?? {}, line[2]);
      memories.delete(name);
    }
  });
  const note = (line: Line) => journal.append(JSON.stringify(line));
  const snapshot = () => [...executions.values()].flatMap((record): Line[] => {
    const { name, input, startDate, status, stopDate, output, error, cause } = record;
    const steps = [...(memories.get(name) ?? [])].map(([key, value]): Line => ['step', name, key, value]);
    return [['start', name, input, startDate], ...(status === 'RUNNING' ? steps : [['end', name, { status, stopDate, output, error, cause }] as Line])];
  });
  for (const { name, stopDate } of executions.values()) if (stopDate !== undefined && stopDate < Date.now() - RETENTION_MS) executions.delete(name);
  journal.rewrite(snapshot().map((line) => JSON.stringify(line)));

  const finish = async (record: ExecutionRecord, result: Extract<Line, { 0: 'end' }>[2]) => {
    Object.assign(record, result, { stopDate: Date.now() });
    memories.delete(record.name);
    controllers.delete(record.name);
    await note(['end', record.name, { ...result, stopDate: record.stopDate ?? 0 }]);
  };

  const run = async (record: ExecutionRecord) => {
    const controller = new AbortController();
    controllers.set(record.name, controller);
    const { signal } = controller;
    const execution = executionOf(record, signal);
    const deadline = definition.TimeoutSeconds === undefined ? undefined
      : setTimeout(() => controller.abort(new StateError('States.Timeout', 'The execution took too long')), Math.min(LONGEST_TIMER_MS, record.startDate + definition.TimeoutSeconds * 1000 - Date.now()));
    try {
      const output = await runGraph(execution, definition, JSON.parse(record.input), undefined, '');
      await finish(record, { status: 'SUCCEEDED', output: JSON.stringify(output) });
    } catch (error) {
      if (signal.aborted && !(signal.reason instanceof StateError)) return;
      const reason = signal.aborted ? signal.reason as StateError : error;
      const { code, reason: cause } = reason instanceof StateError ? reason : new StateError('States.Runtime', String(error));
      await finish(record, { status: signal.aborted ? 'TIMED_OUT' : 'FAILED', error: code, cause });
    } finally {
      clearTimeout(deadline);
    }
  };

  const executionOf = (record: ExecutionRecord, signal: AbortSignal): Execution => {
    const memory = memories.get(record.name) ?? new Map<string, unknown>();
    return {
      context: {
        Execution: { Id: record.arn, Name: record.name, Input: JSON.parse(record.input) as unknown, StartTime: new Date(record.startDate).toISOString(), RoleArn: '' },
        StateMachine: { Id: resource.arn, Name: resource.name },
      },
      recall: (key) => memory.get(key),
      record: async (key, value) => {
        signal.throwIfAborted();
        memory.set(key, value);
        await note(['step', record.name, key, value]);
      },
      invoke: async (functionName, payload) => {
        const outcome = await functions.invoke(functionName, payload);
        signal.throwIfAborted();
        if (outcome.ok) return outcome.payload;
        throw new StateError(outcome.error.errorType, JSON.stringify(outcome.error));
      },
      sleep: (milliseconds) => new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          reject(signal.reason as Error);
        };
        const timer = setTimeout(() => {
          signal.removeEventListener('abort', stop);
          resolve();
        }, Math.min(LONGEST_TIMER_MS, Math.max(0, milliseconds)));
        signal.addEventListener('abort', stop, { once: true });
      }),
      continues: () => signal.throwIfAborted(),
    };
  };

  const abort = (name: string, why: string) => controllers.get(name)?.abort(new Error(why));

  return {
    arn: resource.arn,
    name: resource.name,
    start: async (name, input) => {
      const existing = executions.get(name);
      if (existing?.status === 'RUNNING' && existing.input === input) return existing;
      if (existing) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
      const record: ExecutionRecord = { name, arn: arnOf(name), status: 'RUNNING', input, startDate: Date.now() };
      executions.set(name, record);
      memories.set(name, new Map());
      await note(['start', name, input, record.startDate]);
      void run(record);
      return record;
    },
    find: (name) => executions.get(name),
    list: () => [...executions.values()].sort((left, right) => right.startDate - left.startDate),
    stop: async (name, error, cause) => {
      const record = executions.get(name);
      if (record?.status === 'RUNNING') {
        abort(name, 'stopped');
        await finish(record, { status: 'ABORTED', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
      }
      return record;
    },
    resume: () => {
      const running = [...executions.values()].filter((record) => record.status === 'RUNNING');
      for (const record of running) void run(record);
      return running.length;
    },
    end: () => {
      for (const name of controllers.keys()) abort(name, 'the runner is ending');
      journal.end();
    },
  };
}
