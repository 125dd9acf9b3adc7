import type { SpendFit } from '../gamma-gamma/fit-gamma-gamma.ts';
import { sigmaPoints } from '../numeric/sigma-points.ts';
import { purchaseFamilies } from '../purchase-family.ts';
import type { PurchaseFit, PurchaseModel } from '../purchase-fit.ts';
import { addOccasionOdds, probabilityAlive } from '../purchase-model.ts';
import { addOdds, clearOdds, emptyOdds, type OccasionOdds } from './occasion-odds.ts';
import { SpendTable } from './spend-table.ts';
import { quantileOfSpend } from './quantile-of-spend.ts';

/** From and to, both included. */
export type Interval = [low: number, high: number];

/**
 * Intervals that a customer's coming occasions, or what they bring in, will lie in with a given probability.
 * They hold the customer's own randomness (whether she is alive, when she buys, what she spends) and the error of the estimated parameters,
 * over which the probabilities are averaged. One object serves one model and horizon; it remembers what customers of a frequency share.
 *
 * Where nothing at all is likelier than the lower tail an interval starts at 0 and ends where the level is reached; else both tails are equal.
 */
export class ValueIntervals {
  readonly #variants: PurchaseModel[];
  readonly #tables = new Map<number, SpendTable>();
  readonly #odds = emptyOdds();
  /** Whom `#odds` are of: both intervals of a customer are asked for together. */
  #last = { frequency: -1, recency: -1, age: -1 };

  constructor(purchase: PurchaseFit, readonly spend: SpendFit | null, readonly weeks: number, readonly level: number) {
    const family = purchaseFamilies[purchase.kind];
    this.#variants = sigmaPoints(Object.values(purchase.parameters), purchase.logCovariance).map((parameters) => family.model(parameters));
  }

  /** The interval of the number of occasions, both ends whole numbers. */
  occasions(frequency: number, recency: number, age: number): Interval {
    const { atLeast, length } = this.#oddsOf(frequency, recency, age);
    const [lower, upper] = this.#tails(1 - atLeast[1]!);
    let low = 0;
    while (low + 1 < length && 1 - atLeast[low + 1]! < lower) low++;
    let high = low;
    while (high + 1 < length && 1 - atLeast[high + 1]! < upper) high++;
    return [low, high];
  }

  /** The probability that the number of occasions lies in its interval: the level, and more where whole numbers leave none of exactly the level. */
  occasionsPromise(frequency: number, recency: number, age: number): number {
    const [low, high] = this.occasions(frequency, recency, age);
    const { atLeast } = this.#oddsOf(frequency, recency, age);
    return atLeast[low]! - atLeast[high + 1]!;
  }

  /** The probability that the spend lies in its interval: the level, and more where nothing at all is likelier than that. */
  spendPromise(frequency: number, recency: number, age: number): number {
    return Math.max(this.level, 1 - this.#oddsOf(frequency, recency, age).atLeast[1]!);
  }

  /** The interval of the spend on coming occasions, undiscounted, in units of v + x m (see `SpendTable`); nothing without a spend model. */
  spendInUnits(frequency: number, recency: number, age: number): Interval {
    if (!this.spend) return [0, 0];
    const odds = this.#oddsOf(frequency, recency, age);
    let table = this.#tables.get(frequency);
    if (!table) this.#tables.set(frequency, (table = new SpendTable(this.spend, frequency)));
    const [lower, upper] = this.#tails(1 - odds.atLeast[1]!);
    return [lower > 0 ? quantileOfSpend(odds, table, lower) : 0, quantileOfSpend(odds, table, upper)];
  }

  #tails(nothing: number): [lower: number, upper: number] {
    const tail = (1 - this.level) / 2;
    return nothing >= tail ? [0, this.level] : [tail, 1 - tail];
  }

  #oddsOf(frequency: number, recency: number, age: number): OccasionOdds {
    const odds = this.#odds;
    const last = this.#last;
    if (last.frequency === frequency && last.recency === recency && last.age === age) return odds;
    this.#last = { frequency, recency, age };
    clearOdds(odds);
    const share = 1 / this.#variants.length;
    for (const model of this.#variants) {
      const alive = probabilityAlive(model, frequency, recency, age);
      addOdds(odds, 0, share * (1 - alive));
      addOccasionOdds(odds, share * alive, model, frequency, age, this.weeks);
    }
    return odds;
  }
}
