import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetItemCommand, BatchWriteItemCommand, type AttributeValue, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;

/** Limits of the service. */
const writesPerCall = 25;
const readsPerCall = 100;
const callsInFlight = 8;
const longestPause = 5_000;

/** Writes items, 25 a call and several calls at a time, until the table has taken every one of them. */
export async function writeAll(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  await requestAll(client, table, items.map((Item) => ({ PutRequest: { Item } })));
}

/** Deletes items by key; those that are not there are left out. */
export async function deleteAll(client: DynamoDBClient, table: string, keys: readonly Item[]): Promise<void> {
  await requestAll(client, table, keys.map((Key) => ({ DeleteRequest: { Key } })));
}

async function requestAll(client: DynamoDBClient, table: string, requests: readonly WriteRequest[]): Promise<void> {
  await inParallel(chunksOf(requests, writesPerCall), async (chunk) => {
    let open: WriteRequest[] = chunk;
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt > 0) await backOff(attempt);
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: open } }));
      open = UnprocessedItems?.[table] ?? [];
    }
  });
}

/** Reads items by key, those that exist, in no particular order. */
export async function readAll(client: DynamoDBClient, table: string, keys: readonly Item[]): Promise<Item[]> {
  const found: Item[] = [];
  await inParallel(chunksOf(keys, readsPerCall), async (chunk) => {
    let open: Item[] = chunk;
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt > 0) await backOff(attempt);
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: open } } }));
      found.push(...Responses?.[table] ?? []);
      open = UnprocessedKeys?.[table]?.Keys ?? [];
    }
  });
  return found;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Full jitter, so that throttled callers do not come back together. */
function backOff(attempt: number): Promise<void> {
  return pause(Math.random() * Math.min(longestPause, 50 * 2 ** attempt));
}

export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(callsInFlight, items.length) }, async () => {
    while (next < items.length) await work(items[next++]!);
  }));
}
