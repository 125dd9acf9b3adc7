import { wilson } from '../statistics/proportion.ts';
import type { Score } from './tally.ts';

/** Sums of weights behind a weighted share; sums of parts add up to the sums of the whole. */
export interface WeightedTally { n: number; weight: number; squares: number; positiveWeight: number }

/** Sums over nobody. */
export function emptyWeighted(): WeightedTally {
  return { n: 0, weight: 0, squares: 0, positiveWeight: 0 };
}

/** Counts one satisfied or not satisfied customer with the weight of her contribution; who contributes nothing has no say. */
export function addWeighted(tally: WeightedTally, positive: boolean, weight: number): WeightedTally {
  if (weight <= 0) return tally;
  tally.n += 1;
  tally.weight += weight;
  tally.squares += weight ** 2;
  if (positive) tally.positiveWeight += weight;
  return tally;
}

/** The sums over two groups together. */
export function mergeWeighted(a: WeightedTally, b: WeightedTally): WeightedTally {
  return { n: a.n + b.n, weight: a.weight + b.weight, squares: a.squares + b.squares, positiveWeight: a.positiveWeight + b.positiveWeight };
}

/**
 * Satisfaction weighted by contribution, the yardstick for core customers.
 * Its interval is Wilson's at the effective number of answers, (sum of weights)² ÷ sum of squared weights, because one large customer is still one opinion.
 * Source of the effective number: L. Kish, Survey Sampling (1965), section 11.7.
 */
export function weightedShareOf({ n, weight, squares, positiveWeight }: WeightedTally): Score {
  if (n === 0) return { value: null, n, interval: null };
  const value = Math.min(1, positiveWeight / weight);
  const effective = weight ** 2 / squares;
  return { value, n, interval: wilson(value * effective, effective) };
}
