import type { SpendFit } from '../gamma-gamma/fit-gamma-gamma.ts';
import { sigmaPoints } from '../numeric/sigma-points.ts';
import { purchaseFamilies } from '../purchase-family.ts';
import type { PurchaseFit, PurchaseModel } from '../purchase-fit.ts';
import { addOccasionOdds, probabilityAlive } from '../purchase-model.ts';
import { addOdds, clearOdds, emptyOdds, type OccasionOdds } from './occasion-odds.ts';
import { SpendTable } from './spend-table.ts';

/** From and to, both included. */
export type Interval = [low: number, high: number];

/**
 * Intervals that a customer's coming occasions, or what they bring in, will lie in with a given probability.
 * They hold the customer's own randomness (whether she is alive, when she buys, what she spends) and the error of the estimated parameters,
 * over which the probabilities are averaged. One object serves one model and horizon; it remembers what customers of a frequency share.
 */
export class ValueIntervals {
  readonly #variants: PurchaseModel[];
  readonly #tables = new Map<number, SpendTable>();
  readonly #odds = emptyOdds();

  constructor(purchase: PurchaseFit, readonly spend: SpendFit | null, readonly weeks: number, readonly level: number) {
    const family = purchaseFamilies[purchase.kind];
    this.#variants = sigmaPoints(Object.values(purchase.parameters), purchase.logCovariance).map((parameters) => family.model(parameters));
  }

  /** The probabilities of n or more occasions for a customer; the answer is overwritten by the next call. */
  odds(frequency: number, recency: number, age: number): OccasionOdds {
    const odds = this.#odds;
    clearOdds(odds);
    const share = 1 / this.#variants.length;
    for (const model of this.#variants) {
      const alive = probabilityAlive(model, frequency, recency, age);
      addOdds(odds, 0, share * (1 - alive));
      addOccasionOdds(odds, share * alive, model, frequency, age, this.weeks);
    }
    return odds;
  }

  /** The interval of the number of occasions, both ends whole numbers: from 0 if that alone outweighs the lower tail, up to where the level is reached. */
  occasions(frequency: number, recency: number, age: number): Interval {
    const { atLeast, length } = this.odds(frequency, recency, age);
    const tail = (1 - this.level) / 2;
    const nothing = 1 - (atLeast[1] ?? 0);
    const below = nothing >= tail ? 0 : tail;
    let low = 0;
    while (low + 1 < length && 1 - atLeast[low + 1]! < below) low++;
    let high = low;
    while (high + 1 < length && 1 - atLeast[high + 1]! < below + this.level) high++;
    return [low, high];
  }

  /**
   * The interval of the spend on coming occasions within the horizon, undiscounted, in units of v + x m (see `SpendTable`).
   * Starts at 0 if that is where more than the lower tail lies, and then ends where the level is reached.
   */
  spendInUnits(frequency: number, recency: number, age: number): Interval {
    if (!this.spend) return [0, 0];
    const odds = this.odds(frequency, recency, age);
    let table = this.#tables.get(frequency);
    if (!table) this.#tables.set(frequency, (table = new SpendTable(this.spend, frequency)));
    const tail = (1 - this.level) / 2;
    const nothing = 1 - (odds.length > 1 ? odds.atLeast[1]! : 0);
    return nothing >= tail
      ? [0, quantile(odds, table, this.level)]
      : [quantile(odds, table, tail), quantile(odds, table, 1 - tail)];
  }
}

/** The spend, in units of v + x m, that is not exceeded with a probability; between grid points by its logarithm. */
function quantile(odds: OccasionOdds, table: SpendTable, probability: number): number {
  const { grid } = table;
  const atMost = (k: number) => {
    let sum = 1 - (odds.length > 1 ? odds.atLeast[1]! : 0);
    for (let n = 1; n < odds.length; n++) sum += (odds.atLeast[n]! - (odds.atLeast[n + 1] ?? 0)) * table.row(n)[k]!;
    return sum;
  };
  if (1 - (odds.length > 1 ? odds.atLeast[1]! : 0) >= probability) return 0;
  let below = -1;
  let above = grid.length - 1;
  let atMostBelow = 0;
  let atMostAbove = atMost(above);
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    const p = atMost(middle);
    if (p < probability) [below, atMostBelow] = [middle, p];
    else [above, atMostAbove] = [middle, p];
  }
  if (below < 0) return grid[0]!;
  const share = Math.min(1, (probability - atMostBelow) / (atMostAbove - atMostBelow));
  return grid[below]! * (grid[above]! / grid[below]!) ** share;
}
