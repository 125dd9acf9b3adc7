import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { shardOf } from '../../domain/shards.ts';
import { deleteAll, inParallel, type Item } from './batch.ts';

const prefix = 'arrival#';
const keptDays = 90;
/** Expired items may stay for some days more. */
const slackDays = 10;
const dayMilliseconds = 86_400_000;

/** Notes beside the facts that some came to a partition, one for each partition and minute, by day and shard. */
export class Arrivals {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  /** Partitions of a shard with notes from the minute of `since` on; none can be of a later day than the one after `now`. */
  async since(shard: number, since: Date, now: Date): Promise<Set<string>> {
    const partitions = new Set<string>();
    const today = new Date(now.getTime() + dayMilliseconds).toISOString().slice(0, 10);
    for (let at = since.getTime(); ; at += dayMilliseconds) {
      const day = dayOf(at);
      if (day > today) return partitions;
      const from = at === since.getTime() ? minuteOf(since.toISOString()) : '';
      for (const key of await this.#on(day, shard, from)) partitions.add(key.slice('hh:mm#'.length));
    }
  }

  /** Takes out all notes of a partition that can still be there. */
  async forget(partition: string, now: Date): Promise<void> {
    const shard = shardOf(partition);
    const days = Array.from({ length: keptDays + slackDays }, (_, ago) => dayOf(now.getTime() + dayMilliseconds - ago * dayMilliseconds));
    const keys: Item[] = [];
    await inParallel(days, async (day) => {
      const noted = await this.#on(day, shard, '');
      for (const sk of noted) if (sk.slice('hh:mm#'.length) === partition) keys.push({ pk: { S: keyOf(day, shard) }, sk: { S: sk } });
    });
    await deleteAll(this.client, this.table, keys);
  }

  async #on(day: string, shard: number, fromMinute: string): Promise<string[]> {
    const keys: string[] = [];
    let from: Item | undefined;
    do {
      const { Items, LastEvaluatedKey } = await this.client.send(new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': { S: keyOf(day, shard) }, ':from': { S: `${fromMinute}#` } },
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }));
      keys.push(...(Items ?? []).map((item) => item['sk']!.S!));
      from = LastEvaluatedKey;
    } while (from);
    return keys;
  }
}

/** The note that facts came to a partition. */
export function arrivalItem(partition: string, at: Date): Item {
  const instant = at.toISOString();
  return {
    pk: { S: keyOf(instant.slice(0, 10), shardOf(partition)) },
    sk: { S: `${minuteOf(instant)}#${partition}` },
    expiresAt: { N: String(Math.floor(at.getTime() / 1000) + keptDays * 86_400) },
  };
}

export const isArrival = (pk: string): boolean => pk.startsWith(prefix);
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const minuteOf = (instant: string) => instant.slice(11, 16);
const keyOf = (day: string, shard: number) => `${prefix}${day}#${String(shard).padStart(2, '0')}`;
