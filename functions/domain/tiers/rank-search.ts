import { compareText } from '../compare-text.ts';
import { EvenSample } from './even-sample.ts';
import { customersInTop } from './key-customers.ts';

/** Who spent how much, minor units. */
export interface Spender { spend: number; customerId: string }

/** How many there are, how many of them are the first per cent, and the last of those; null when there is nobody. */
export interface LastInTop { customers: number; qualifying: number; last: Spender | null }

/** Enough for the usual chain in one pass, and for a chain of a hundred thousand in two. */
const usualSample = 8_192;

/** The customers are not those of the pass before, so no rank among them can be found. */
export class ChangedBetweenPasses extends Error {
  override readonly name = 'ChangedBetweenPasses';
  constructor(before: number, now: number) {
    super(`${now} customers where there were ${before} in the pass before; every pass must go over the same ones`);
  }
}

/**
 * Finds the last of the first `percent` by spend, equal spend in order of customer id, in a few passes over everybody and whatever their order.
 * Holds a sample instead of everybody: each pass narrows where the last one can be, until what is left fits into memory and is sorted.
 * After Floyd and Rivest (1975), "Expected time bounds for selection"; the sample misleads at worst into another pass, never into another answer.
 */
export class RankSearch {
  #found: LastInTop | null = null;
  #customers: number | null = null;
  /** She comes after the one and is the other or comes before it; null where nothing is known. */
  #known: Bounds = { after: null, until: null };
  /** Where this pass looks for her. */
  #looked: Bounds = this.#known;
  #seen = 0;
  #ahead = 0;
  #sample: EvenSample<Spender>;

  constructor(private readonly percent: number, private readonly size: number = usualSample) {
    this.#sample = new EvenSample(size);
  }

  /** What was found; null while another pass is needed. */
  get found(): LastInTop | null {
    return this.#found;
  }

  add(spend: number, customerId: string): void {
    this.#seen += 1;
    const { after, until } = this.#looked;
    if (after !== null && inOrder(spend, customerId, after) <= 0) this.#ahead += 1;
    else if (until === null || inOrder(spend, customerId, until) <= 0) this.#sample.add({ spend, customerId });
  }

  /** Ends a pass over everybody. Throws ChangedBetweenPasses. */
  endPass(): void {
    if (this.#customers !== null && this.#customers !== this.#seen) throw new ChangedBetweenPasses(this.#customers, this.#seen);
    this.#customers = this.#seen;
    const qualifying = customersInTop(this.#seen, this.percent);
    const place = qualifying - this.#ahead;
    const { count } = this.#sample;
    if (qualifying === 0) this.#found = { customers: this.#seen, qualifying, last: null };
    else if (place < 1) this.#look({ after: this.#known.after, until: this.#looked.after });
    else if (place > count) this.#look({ after: this.#looked.until, until: this.#known.until });
    else if (this.#sample.isWhole) this.#found = { customers: this.#seen, qualifying, last: this.#ranked()[place - 1]! };
    else this.#narrow(place / count);
    [this.#seen, this.#ahead, this.#sample] = [0, 0, new EvenSample(this.size)];
  }

  #look(bounds: Bounds): void {
    [this.#known, this.#looked] = [bounds, bounds];
  }

  /** Four standard deviations of a rank in a sample to either side, and never more than half of it, so that every pass gets on. */
  #narrow(share: number): void {
    const ranked = this.#ranked();
    const at = share * ranked.length;
    const margin = Math.min(2 * Math.sqrt(ranked.length), (ranked.length - 1) / 4);
    this.#known = this.#looked;
    this.#looked = { after: ranked[Math.floor(at - margin) - 1] ?? this.#known.after, until: ranked[Math.ceil(at + margin)] ?? this.#known.until };
  }

  #ranked(): Spender[] {
    return this.#sample.kept().sort((a, b) => inOrder(a.spend, a.customerId, b));
  }
}

interface Bounds { after: Spender | null; until: Spender | null }

function inOrder(spend: number, customerId: string, other: Spender): number {
  return other.spend - spend || compareText(customerId, other.customerId);
}
