import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { LaptopError } from './errors.ts';

/** A running DynamoDB engine. */
export interface Engine {
  /** For instance `http://127.0.0.1:38211`. */
  url: string;
  pid: number | undefined;
  end(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;

/** A shell that outlives a killed runner just long enough to end the engine: then the pipe to it closes and `read` returns. */
const GUARD = 'trap "" INT; read -r _; kill "$1" 2>/dev/null';

/**
 * Starts DynamoDB for a data folder: the one that DYNAMODB_ENDPOINT names, else the engine from npm.
 * `died` is called when the engine ends by itself. Throws a LaptopError when there is no engine.
 */
export async function startEngine(folder: string, environment: NodeJS.ProcessEnv, died: (reason: string) => void): Promise<Engine> {
  if (environment['DYNAMODB_ENDPOINT']) {
    const url = environment['DYNAMODB_ENDPOINT'].replace(/\/$/, '');
    await untilAnswering(url, () => undefined);
    return { url, pid: undefined, end: () => Promise.resolve() };
  }
  const binary = findBinary();
  if (!binary) {
    throw new LaptopError([
      'There is no DynamoDB engine on this machine. Either',
      '  - run `npm ci` on Linux x64, which installs the optional package @dynoxide/linux-x64, or',
      '  - start any DynamoDB-compatible server, for instance DynamoDB Local, and name it: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    ].join('\n'));
  }
  const database = join(folder, 'tables.db');
  const pidFile = join(folder, 'engine.pid');
  await endStaleEngine(pidFile, database);

  const port = await freePort();
  const engine = spawn(binary, ['--host', '127.0.0.1', '-p', String(port), '--db-path', database], { stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid } = engine;
  if (pid === undefined) throw new LaptopError(`The engine ${binary} cannot be started`);
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', String(pid)], { stdio: ['pipe', 'ignore', 'ignore'] });
  writeFileSync(pidFile, String(pid));

  let complaint = '';
  let ended: string | undefined;
  let expected = false;
  engine.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const exited = new Promise<void>((resolve) => {
    engine.on('exit', (code, signal) => {
      ended = `The engine ended (${signal ?? code}): ${complaint}`;
      if (!expected) died(ended);
      resolve();
    });
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, () => ended);
  return {
    url,
    pid,
    end: async () => {
      expected = true;
      guard.stdin.end();
      await exited;
      rmSync(pidFile, { force: true });
    },
  };
}

function findBinary(): string | undefined {
  try {
    const path = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json').replace(/package\.json$/, 'dynoxide');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The guard of a killed runner may still be ending its engine; two engines must not share one file. */
async function endStaleEngine(pidFile: string, database: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const commandLine = `/proc/${pid}/cmdline`;
  const isOurs = () => existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(database);
  for (let waited = 0; isOurs(); waited += 50) {
    process.kill(pid, waited < 2000 ? 'SIGTERM' : 'SIGKILL');
    await pause(50);
  }
  rmSync(pidFile, { force: true });
}

async function untilAnswering(url: string, failed: () => string | undefined): Promise<void> {
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += 20) {
    const reason = failed();
    if (reason) throw new LaptopError(reason);
    const answered = await fetch(url).then(() => true, () => false);
    if (answered) return;
    await pause(20);
  }
  throw new LaptopError(`No DynamoDB engine answers at ${url}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
