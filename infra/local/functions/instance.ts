import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { LambdaResource } from '../template/stack.ts';

/** How a failed invocation is described to its caller. */
export interface FunctionError {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}
export type Outcome = { ok: true; payload: unknown } | { ok: false; error: FunctionError };

/** One execution environment: a process that answers one event at a time. */
export interface Instance {
  pid: number | undefined;
  /** False once the process has ended; such an instance must be replaced. */
  alive(): boolean;
  invoke(event: unknown): Promise<Outcome>;
  end(): void;
}

type Answer =
  | { type: 'ready' }
  | { type: 'broken'; error: FunctionError }
  | { type: 'answer'; requestId: string; payload: string }
  | { type: 'failure'; requestId: string; error: FunctionError };

const WORKER = fileURLToPath(new URL('worker-main.mjs', import.meta.url));
/** Lambda allows 10; several functions that start at once share a laptop's cores. */
const INIT_SECONDS = 30;
/** Largest answer of a synchronous invocation (Lambda quotas: 6 MB). */
const MAX_ANSWER_BYTES = 6 * 1024 * 1024;

/** Starts a process for a function, with the environment of the template and its output appended to an open log file. */
export function startInstance(resource: LambdaResource, environment: Record<string, string>, log: number): Instance {
  const { Handler, Timeout: timeout, MemorySize: megabytes } = resource.properties;
  const child = fork(WORKER, [], {
    cwd: resource.folder,
    env: {
      PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], TZ: 'UTC', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      ...environment,
      _HANDLER: Handler, LAMBDA_TASK_ROOT: resource.folder,
    },
    execArgv: [`--max-old-space-size=${megabytes}`],
    stdio: ['ignore', log, log, 'ipc'],
  });

  let settle: ((outcome: Outcome) => void) | undefined;
  let initError: FunctionError | undefined;
  let alive = true;
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: Answer) => {
      if (message.type === 'ready') resolve();
      else if (message.type === 'broken') initError = message.error;
      else if (message.type === 'failure') settle?.({ ok: false, error: message.error });
      else if (message.payload.length > MAX_ANSWER_BYTES) {
        settle?.(failure('Function.ResponseSizeTooLarge', `Response payload size exceeded maximum allowed payload size (${MAX_ANSWER_BYTES} bytes).`));
      } else settle?.({ ok: true, payload: JSON.parse(message.payload) });
    });
    child.on('exit', (code, signal) => {
      alive = false;
      settle?.(initError ? { ok: false, error: initError } : failure('Runtime.ExitError', `Error: Runtime exited with error: ${signal ? `signal: ${signal}` : `exit status ${code}`}`));
      resolve();
    });
    child.on('error', (error) => {
      alive = false;
      settle?.(failure('Runtime.ExitError', error.message));
      resolve();
    });
  });

  const deliver = async (event: unknown, requestId: string): Promise<Outcome> => {
    const outcome = new Promise<Outcome>((resolve) => {
      settle = resolve;
    });
    const overdue = (seconds: number, what: string) => setTimeout(() => {
      // Before the caller hears of it: whoever comes next must not be given a process that is about to die.
      alive = false;
      settle?.(failure('Sandbox.Timedout', `RequestId: ${requestId} Error: ${what} timed out after ${seconds}.00 seconds`));
      child.kill('SIGKILL');
    }, seconds * 1000);
    let timer = overdue(INIT_SECONDS, 'Init');
    await ready;
    clearTimeout(timer);
    timer = overdue(timeout, 'Task');
    if (alive && child.connected) child.send({ requestId, event, deadline: Date.now() + timeout * 1000, arn: resource.arn });
    else settle?.(initError ? { ok: false, error: initError } : failure('Runtime.ExitError', 'Error: Runtime exited before it was called'));
    return outcome.finally(() => {
      clearTimeout(timer);
      settle = undefined;
    });
  };

  return {
    pid: child.pid,
    alive: () => alive,
    invoke: (event) => deliver(event, randomUUID()),
    end: () => {
      if (child.connected) child.disconnect();
      child.kill('SIGTERM');
    },
  };
}

function failure(errorType: string, errorMessage: string): Outcome {
  return { ok: false, error: { errorType, errorMessage } };
}
