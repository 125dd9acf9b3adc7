import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BatchWriteItemCommand, DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../../../infra/local/engine.ts';
import { openQueue } from '../../../infra/local/queue/queue.ts';
import type { QueueResource } from '../../../infra/local/template/stack.ts';
import { createTable } from '../../support/engine.ts';
import { waitUntil } from './support/wait-until.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'guibin-forgetting-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const onDisk = (text: string): boolean => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  .some((path) => statSync(path).isFile() && readFileSync(path).includes(text));

describe('the engine', () => {
  const start = () => startEngine(folder, {}, () => undefined);
  const clientOf = ({ url }: { url: string }) => new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 8 });
  const key = (id: string) => ({ pk: { S: id }, sk: { S: 'file' } });

  /** A table of fifty, of which one is deleted. */
  async function withOneDeleted() {
    const engine = await start();
    const client = clientOf(engine);
    await createTable(client, 'Customers');
    for (const half of [0, 25]) {
      await client.send(new BatchWriteItemCommand({ RequestItems: { Customers: Array.from({ length: 25 }, (_, at) => ({ PutRequest: { Item: { ...key(`C${half + at}-`), name: { S: `name of ${half + at}-` } } } })) } }));
    }
    await client.send(new BatchWriteItemCommand({ RequestItems: { Customers: [{ DeleteRequest: { Key: key('C7-') } }] } }));
    return { engine, client };
  }

  it('leaves the bytes of what was deleted on the disk, until they are compacted away, at the same address and with everything else in place', async () => {
    const { engine, client } = await withOneDeleted();
    const before = engine.pid;
    expect(onDisk('name of 7-')).toBe(true);
    await engine.compact();
    expect([onDisk('name of 7-'), onDisk('C7-'), onDisk('name of 8-')]).toEqual([false, false, true]);
    expect(engine.pid).not.toBe(before);
    expect((await client.send(new ScanCommand({ TableName: 'Customers' }))).Count).toBe(49);
    expect((await client.send(new GetItemCommand({ TableName: 'Customers', Key: key('C8-') }))).Item).toMatchObject({ name: { S: 'name of 8-' } });
    client.destroy();
    await engine.end();
  }, 30_000);

  it('makes up for a planned compaction when it ends, and when it starts after it was killed', async () => {
    const { engine, client } = await withOneDeleted();
    client.destroy();
    engine.planCompaction();
    process.kill(engine.pid!, 'SIGKILL');
    await waitUntil(() => { try { process.kill(engine.pid!, 0); return false; } catch { return true; } });
    expect(onDisk('name of 7-')).toBe(true);
    const again = await start();
    expect([onDisk('name of 7-'), onDisk('name of 8-'), engine.wasPlanned, again.wasPlanned]).toEqual([false, true, false, true]);
    const client2 = clientOf(again);
    await client2.send(new BatchWriteItemCommand({ RequestItems: { Customers: [{ DeleteRequest: { Key: key('C8-') } }] } }));
    client2.destroy();
    again.planCompaction();
    await again.end();
    expect([onDisk('name of 8-'), onDisk('name of 9-')]).toEqual([false, true]);
  }, 30_000);
});

describe('a queue', () => {
  const resource = { name: 'Letters', arn: 'arn:letters', properties: { DelaySeconds: 0, VisibilityTimeout: 30, MessageRetentionPeriod: 1_000 } } as unknown as QueueResource;
  const open = () => openQueue(resource, folder, () => { throw new Error('no dead letters'); });

  it('takes deleted messages off the disk by itself when it is quiet, and when it opens after a crash', async () => {
    const queue = open();
    await Promise.all(['hers', 'somebody else’s'].map((body) => queue.send(body).stored));
    const [hers] = await queue.receive(1, 1_000);
    await queue.remove([`${hers!.id}#1`]);
    expect(onDisk('"hers"')).toBe(true);
    await waitUntil(() => !onDisk('"hers"'));
    expect(onDisk('somebody else’s')).toBe(true);

    const [other] = await queue.receive(1, 1_000);
    await queue.remove([`${other!.id}#1`]);
    // A second one opens what a killed one left, before that could tidy up.
    expect(onDisk('somebody else’s')).toBe(true);
    const reopened = open();
    expect(onDisk('somebody else’s')).toBe(false);
    expect(reopened.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    queue.end();
    reopened.end();
  });
});
