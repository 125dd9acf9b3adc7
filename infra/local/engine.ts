import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compactDatabase } from './compact-database.ts';
import { startEngineProcess, untilAnswering } from './engine-process.ts';
import { LaptopError } from './errors.ts';
import { freePort } from './free-port.ts';

/** A running DynamoDB engine. */
export interface Engine {
  /** For instance `http://127.0.0.1:38211`. */
  url: string;
  readonly pid: number | undefined;
  /** True when the engine before had a compaction planned and did not come to it, so that what it was planned for may still be going on. */
  readonly wasPlanned: boolean;
  /** Has what is deleted from now on leave the disk, too: with the next `compact`, else at the end or the next start, whatever happens in between. */
  planCompaction(): void;
  /** Takes what was deleted off the disk, during which the engine does not answer. */
  compact(): Promise<void>;
  end(): Promise<void>;
}

/**
 * Starts DynamoDB for a data folder: the one that DYNAMODB_ENDPOINT names, else the engine from npm.
 * `died` is called when the engine ends by itself. Throws a LaptopError when there is no engine.
 */
export async function startEngine(folder: string, environment: NodeJS.ProcessEnv, died: (reason: string) => void): Promise<Engine> {
  if (environment['DYNAMODB_ENDPOINT']) return foreignEngine(environment['DYNAMODB_ENDPOINT'].replace(/\/$/, ''));
  const binary = findBinary();
  if (!binary) {
    throw new LaptopError([
      'There is no DynamoDB engine on this machine. Either',
      '  - run `npm ci` on Linux x64, which installs the optional package @dynoxide/linux-x64, or',
      '  - start any DynamoDB-compatible server, for instance DynamoDB Local, and name it: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    ].join('\n'));
  }
  const [database, pidFile, planned] = [join(folder, 'tables.db'), join(folder, 'engine.pid'), join(folder, 'compaction-planned')];
  await endStaleEngine(pidFile, database);
  const port = await freePort();
  const compactIfPlanned = async () => {
    if (!existsSync(planned)) return;
    if (existsSync(database)) await compactDatabase(binary, database);
    rmSync(planned);
  };
  const launch = async () => {
    const started = await startEngineProcess(binary, database, port, died);
    writeFileSync(pidFile, String(started.pid));
    return started;
  };
  const wasPlanned = existsSync(planned);
  await compactIfPlanned();
  let engine = await launch();
  return {
    url: `http://127.0.0.1:${port}`,
    wasPlanned,
    get pid() { return engine.pid; },
    planCompaction: () => writeFileSync(planned, ''),
    compact: async () => {
      writeFileSync(planned, '');
      await engine.end();
      await compactIfPlanned();
      engine = await launch();
    },
    end: async () => {
      await engine.end();
      await compactIfPlanned();
      rmSync(pidFile, { force: true });
    },
  };
}

/** An engine that somebody else runs also keeps its files in its own way. */
async function foreignEngine(url: string): Promise<Engine> {
  await untilAnswering(url, () => undefined);
  return { url, pid: undefined, wasPlanned: false, planCompaction: () => undefined, compact: () => Promise.resolve(), end: () => Promise.resolve() };
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
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  rmSync(pidFile, { force: true });
}
