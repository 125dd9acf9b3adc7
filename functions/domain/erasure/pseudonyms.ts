import { erasedPartition } from '../ledger/partition.ts';
import { shardOf } from '../shards.ts';

/** A keyed digest of a text: nobody can compute it, or try texts against it, without the key. */
export type KeyedDigest = (text: string) => string;

/**
 * The names under which the facts of erased customers are kept. The same id has the same pseudonym every time, so that a replayed event,
 * a return or a correction that comes later finds what it is about; without the key nothing leads from one to the other.
 */
export class Pseudonyms {
  readonly #customers = new Map<string, string>();

  constructor(private readonly digest: KeyedDigest) {}

  /** The partition of a customer once she is erased. It lies in the shard of her own, so that her place among the pages stays. */
  ofCustomer(customerId: string): string {
    const known = this.#customers.get(customerId) ?? this.#inShardOf(customerId);
    this.#customers.set(customerId, known);
    return known;
  }

  /** The id of one of her facts. */
  ofFact(factId: string): string {
    return this.digest(`fact ${factId}`);
  }

  #inShardOf(customerId: string): string {
    const [shard, digest] = [shardOf(customerId), this.digest(`customer ${customerId}`)];
    for (let suffix = 0; ; suffix++) {
      const partition = erasedPartition(`${digest}.${suffix}`);
      if (shardOf(partition) === shard) return partition;
    }
  }
}
