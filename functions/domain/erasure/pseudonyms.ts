import { erasedPartition } from '../ledger/partition.ts';
import { shardOf } from '../shards.ts';

/** A keyed digest of a text: nobody can compute it, or try texts against it, without the key. */
export type KeyedDigest = (text: string) => string;
/** Whether two partitions are treated alike by whatever goes by lot. */
export type Alike = (one: string, other: string) => boolean;

/**
 * The names under which the facts of erased customers are kept. The same id has the same pseudonym every time, so that a replayed event,
 * a return or a correction that comes later finds what it is about; without the key nothing leads from one to the other.
 */
export class Pseudonyms {
  readonly #given = new Map<string, string>();
  readonly #digests = new Map<string, string>();

  /** `given` are the pseudonyms of those who are erased. A new one is `alike` its customer and lies in her shard, so that her place among the pages and her lot stay. */
  constructor(private readonly digest: KeyedDigest, given: Iterable<string>, private readonly alike: Alike) {
    for (const pseudonym of given) this.#given.set(pseudonym.slice(0, pseudonym.lastIndexOf('.')), pseudonym);
  }

  /** The partition of a customer once she is erased. */
  ofCustomer(customerId: string): string {
    const stem = this.#stemOf(customerId);
    return this.#given.get(stem) ?? this.#fitting(stem, customerId);
  }

  /** The id of one of her facts. */
  ofFact(factId: string): string {
    return this.digest(`fact ${factId}`);
  }

  /** By what a phone number, an address or a name is recognised when it comes again. */
  ofText(text: string): string {
    return this.digest(`text ${text}`);
  }

  /** Whether a pseudonym was given to this customer. */
  isGivenTo(customerId: string): boolean {
    return this.#given.size > 0 && this.#given.has(this.#stemOf(customerId));
  }

  #stemOf(customerId: string): string {
    const known = this.#digests.get(customerId) ?? erasedPartition(this.digest(`customer ${customerId}`));
    this.#digests.set(customerId, known);
    return known;
  }

  #fitting(stem: string, customerId: string): string {
    for (let suffix = 0; ; suffix++) {
      const partition = `${stem}.${suffix}`;
      if (shardOf(partition) === shardOf(customerId) && this.alike(partition, customerId)) return partition;
    }
  }
}
