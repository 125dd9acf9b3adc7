import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, existsSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LaptopError } from './errors.ts';

/** Where the runner keeps everything: tables, queues, executions, the signing key, logs. */
export interface DataDir {
  path: string;
  logs: string;
  /** True when an earlier run left data here. */
  hasData: boolean;
  end(): void;
}

/** Opens a data directory for this process alone, or a temporary one that vanishes at the end. Throws a LaptopError when another runner uses it. */
export async function openDataDir(wanted: string | undefined): Promise<DataDir> {
  const path = wanted ? resolve(wanted) : mkdtempSync(join(tmpdir(), 'guibin-'));
  const hasData = existsSync(join(path, 'tables.db'));
  const logs = join(path, 'logs');
  mkdirSync(logs, { recursive: true });
  const unlock = await lock(path);
  return {
    path,
    logs,
    hasData,
    end: () => {
      unlock();
      if (!wanted) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A socket is a lock that the system releases with its owner; a file would outlive a crash. */
async function lock(path: string): Promise<() => void> {
  const socket = join(tmpdir(), `guibin-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`);
  if (await answers(socket)) throw new LaptopError(`Another runner is using ${path}`);
  rmSync(socket, { force: true });
  const server = createServer((connection) => connection.end());
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(socket, done);
  });
  server.unref();
  return () => server.close();
}

function answers(socket: string): Promise<boolean> {
  return new Promise((done) => {
    const connection = connect(socket, () => {
      connection.destroy();
      done(true);
    });
    connection.on('error', () => done(false));
  });
}
