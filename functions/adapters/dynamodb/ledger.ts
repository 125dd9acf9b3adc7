import { QueryCommand, ScanCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Fact } from '../../domain/ledger/facts.ts';
import type { RecordedFact } from '../../domain/ledger/resolve-facts.ts';
import { shardOf } from '../../domain/shards.ts';
import type { Ledger } from '../../ports.ts';
import { writeAll, type Item } from './batch.ts';
import { factItem, factOf } from './fact-item.ts';
import { queryPartition } from './query.ts';

const arrivalPrefix = 'arrival#';
const arrivalsKeptSeconds = 90 * 86_400;
const dayMilliseconds = 86_400_000;

/** The ledger in DynamoDB: facts under their partition, and beside them one arrival entry for each partition and minute, by day and shard. */
export class DynamoLedger implements Ledger {
  constructor(private readonly client: DynamoDBClient, private readonly table: string) {}

  async append(entries: readonly { partition: string; fact: Fact }[], arrivedAt: Date): Promise<void> {
    const items = new Map<string, Item>();
    const add = (item: Item) => items.set(`${item['pk']!.S} ${item['sk']!.S}`, item);
    for (const { partition, fact } of entries) {
      add(factItem(partition, fact));
      add(arrivalItem(partition, arrivedAt));
    }
    await writeAll(this.client, this.table, [...items.values()]);
  }

  async factsOf(partition: string): Promise<RecordedFact[]> {
    return (await queryPartition(this.client, this.table, partition)).map(factOf);
  }

  async* scan(segment: number, of: number): AsyncIterable<{ partition: string; facts: RecordedFact[] }> {
    let partition = '';
    let facts: RecordedFact[] = [];
    // A partition may go on in the next page of the scan, so it is handed out only when the next one begins.
    for await (const item of this.#items(segment, of)) {
      const pk = item['pk']!.S!;
      if (pk.startsWith(arrivalPrefix)) continue;
      if (pk !== partition) {
        if (facts.length > 0) yield { partition, facts };
        [partition, facts] = [pk, []];
      }
      facts.push(factOf(item));
    }
    if (facts.length > 0) yield { partition, facts };
  }

  async arrivals(shard: number, since: Date): Promise<Set<string>> {
    const partitions = new Set<string>();
    const today = new Date(Date.now() + dayMilliseconds).toISOString().slice(0, 10);
    for (let at = since.getTime(); ; at += dayMilliseconds) {
      const day = new Date(at).toISOString().slice(0, 10);
      if (day > today) return partitions;
      const from = at === since.getTime() ? minuteOf(since.toISOString()) : '';
      for (const partition of await this.#arrivalsOn(day, shard, from)) partitions.add(partition);
    }
  }

  async #arrivalsOn(day: string, shard: number, fromMinute: string): Promise<string[]> {
    const partitions: string[] = [];
    let from: Item | undefined;
    do {
      const { Items, LastEvaluatedKey } = await this.client.send(new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': { S: arrivalKey(day, shard) }, ':from': { S: `${fromMinute}#` } },
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }));
      partitions.push(...(Items ?? []).map((item) => item['sk']!.S!.slice('hh:mm#'.length)));
      from = LastEvaluatedKey;
    } while (from);
    return partitions;
  }

  async* #items(segment: number, of: number): AsyncGenerator<Item> {
    let from: Item | undefined;
    do {
      const { Items, LastEvaluatedKey } = await this.client.send(new ScanCommand({
        TableName: this.table, Segment: segment, TotalSegments: of, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }),
      }));
      yield* Items ?? [];
      from = LastEvaluatedKey;
    } while (from);
  }
}

const minuteOf = (instant: string) => instant.slice(11, 16);

function arrivalKey(day: string, shard: number): string {
  return `${arrivalPrefix}${day}#${String(shard).padStart(2, '0')}`;
}

function arrivalItem(partition: string, at: Date): Item {
  const instant = at.toISOString();
  return {
    pk: { S: arrivalKey(instant.slice(0, 10), shardOf(partition)) },
    sk: { S: `${minuteOf(instant)}#${partition}` },
    expiresAt: { N: String(Math.floor(at.getTime() / 1000) + arrivalsKeptSeconds) },
  };
}
