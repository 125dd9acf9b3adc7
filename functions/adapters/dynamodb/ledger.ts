import { ScanCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Fact } from '../../domain/ledger/facts.ts';
import { isErased } from '../../domain/ledger/partition.ts';
import type { RecordedFact } from '../../domain/ledger/resolve-facts.ts';
import type { Ledger } from '../../ports.ts';
import { arrivalItem, Arrivals, isArrival } from './arrivals.ts';
import { deleteAll, writeAll, type Item } from './batch.ts';
import { factItem, factKey, factOf } from './fact-item.ts';
import { queryPartition } from './query.ts';

/** The ledger in DynamoDB: facts under their partition, and beside them notes of what arrived when and of who brought whom. */
export class DynamoLedger implements Ledger {
  readonly #arrivals: Arrivals;

  constructor(private readonly client: DynamoDBClient, private readonly table: string) {
    this.#arrivals = new Arrivals(client, table);
  }

  async append(entries: readonly { partition: string; fact: Fact; arrivedAt?: string | undefined }[], now: Date): Promise<void> {
    const items = new Map<string, Item>();
    const add = (item: Item) => items.set(`${item['pk']!.S} ${item['sk']!.S}`, item);
    for (const { partition, fact, arrivedAt: earlier } of entries) {
      const arrivedAt = earlier === undefined ? now : new Date(earlier);
      add(factItem(partition, fact, arrivedAt));
      add(arrivalItem(partition, arrivedAt));
      if (fact.kind === 'ReferralMade' && !isErased(fact.referredCustomerId) && !isErased(partition)) add(referralKey(fact.referredCustomerId, partition));
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
      if (isArrival(pk) || pk.startsWith(referredPrefix)) continue;
      if (pk !== partition) {
        if (facts.length > 0) yield { partition, facts };
        [partition, facts] = [pk, []];
      }
      facts.push(factOf(item));
    }
    if (facts.length > 0) yield { partition, facts };
  }

  arrivals(shard: number, since: Date, now: Date): Promise<Set<string>> {
    return this.#arrivals.since(shard, since, now);
  }

  async referrersOf(customerId: string): Promise<string[]> {
    return (await queryPartition(this.client, this.table, referredPrefix + customerId)).map((item) => item['sk']!.S!);
  }

  async remove(partition: string, facts: readonly RecordedFact[]): Promise<void> {
    await deleteAll(this.client, this.table, facts.map((recorded) => factKey(partition, recorded)));
  }

  async forget(partition: string, facts: readonly RecordedFact[], now: Date): Promise<void> {
    const brought = facts.flatMap(({ fact }) => (fact.kind === 'ReferralMade' ? [referralKey(fact.referredCustomerId, partition)] : []));
    const broughtBy = (await this.referrersOf(partition)).map((referrer) => referralKey(partition, referrer));
    await deleteAll(this.client, this.table, distinct([...brought, ...broughtBy]));
    await this.#arrivals.forget(partition, now);
    // Last, because a deletion that broke off finds its way by them.
    await this.remove(partition, facts);
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

const referredPrefix = 'referred#';
const referralKey = (referredCustomerId: string, referrer: string): Item => ({ pk: { S: referredPrefix + referredCustomerId }, sk: { S: referrer } });

function distinct(keys: readonly Item[]): Item[] {
  return [...new Map(keys.map((key) => [`${key['pk']!.S} ${key['sk']!.S}`, key])).values()];
}
