import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { LaptopError } from './errors.ts';

const NAME = 'compacted';
const call = (id: number, method: string, params: unknown) => `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
/** What the engine's tool server wants to hear: who speaks, and then the one thing asked for. */
const REQUESTS = call(1, 'initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'guibin', version: '1' } })
  + `${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`
  + call(2, 'tools/call', { name: 'create_snapshot', arguments: { name: NAME } });

/**
 * Rewrites the data file of an engine that is not running without what was deleted from it: the engine unlinks deleted items and leaves their bytes in the file.
 * Its own snapshot is such a copy, and takes the place of the file in one step. Throws a LaptopError.
 */
export async function compactDatabase(binary: string, database: string): Promise<void> {
  const folder = join(dirname(database), '.dynoxide');
  rmSync(folder, { recursive: true, force: true });
  const told = await snapshot(binary, database);
  const copy = join(folder, 'snapshots', `${NAME}.db`);
  if (!existsSync(copy)) throw new LaptopError(`The engine made no copy of ${database} without what was deleted: ${told}`);
  renameSync(copy, database);
  // The copy is complete; a log of the file before it would be played into the wrong file.
  for (const rest of [`${database}-wal`, `${database}-shm`, folder]) rmSync(rest, { recursive: true, force: true });
}

/** Answers what the engine said. */
function snapshot(binary: string, database: string): Promise<string> {
  const server = spawn(binary, ['mcp', '--db-path', database], { stdio: ['pipe', 'pipe', 'pipe'] });
  let told = '';
  server.stderr.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2000);
  });
  createInterface({ input: server.stdout }).on('line', (line) => {
    if ((JSON.parse(line) as { id?: number }).id !== 2) return;
    told += line;
    server.stdin.end();
  });
  server.stdin.write(REQUESTS);
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', () => resolve(told));
  });
}
