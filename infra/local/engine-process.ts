import { type ChildProcess, spawn } from 'node:child_process';
import { LaptopError } from './errors.ts';

/** A running engine process. */
export interface EngineProcess {
  pid: number;
  end(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
/** A shell that outlives a killed runner just long enough to end the engine: then the pipe to it closes and `read` returns. */
const GUARD = 'trap "" INT; read -r _; kill "$1" 2>/dev/null';

/** Starts the engine on a data file and waits until it answers; `died` is called when it ends by itself. */
export async function startEngineProcess(binary: string, database: string, port: number, died: (reason: string) => void): Promise<EngineProcess> {
  const engine = spawn(binary, ['--host', '127.0.0.1', '-p', String(port), '--db-path', database], { stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid } = engine;
  if (pid === undefined) throw new LaptopError(`The engine ${binary} cannot be started`);
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', String(pid)], { stdio: ['pipe', 'ignore', 'ignore'] });
  let [complaint, expected]: [string, boolean] = ['', false];
  let ended: string | undefined;
  engine.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const exited = exitOf(engine, (how) => {
    ended = `The engine ended (${how}): ${complaint}`;
    if (!expected) died(ended);
  });
  await untilAnswering(`http://127.0.0.1:${port}`, () => ended);
  return {
    pid,
    end: async () => {
      expected = true;
      guard.stdin.end();
      await exited;
    },
  };
}

/** Waits until something answers at an address. Throws a LaptopError when `failed` gives a reason, or when it takes too long. */
export async function untilAnswering(url: string, failed: () => string | undefined): Promise<void> {
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += 20) {
    const reason = failed();
    if (reason) throw new LaptopError(reason);
    const answered = await fetch(url).then(() => true, () => false);
    if (answered) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new LaptopError(`No DynamoDB engine answers at ${url}`);
}

function exitOf(process: ChildProcess, act: (how: string) => void): Promise<void> {
  return new Promise((resolve) => {
    process.on('exit', (code, signal) => {
      act(String(signal ?? code));
      resolve();
    });
  });
}
