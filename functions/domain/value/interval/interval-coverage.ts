import type { Holdout } from '../backtest.ts';
import type { ValueIntervals } from './value-intervals.ts';

/** More customers than this tell nothing more about a share; then every n-th is looked at. */
const ENOUGH = 10_000;

/** The shares of customers whose occasions, and whose spend, lay in their intervals. */
export function intervalCoverage(intervals: ValueIntervals, { summaries, occasions, spend }: Holdout): { occasions: number; spend: number | null } {
  const stride = Math.max(1, Math.floor(summaries.length / ENOUGH));
  let looked = 0, countInside = 0, spendInside = 0;
  for (let i = 0; i < summaries.length; i += stride) {
    const frequency = summaries.frequency[i]!;
    const recency = summaries.recency[i]!;
    const age = summaries.age[i]!;
    looked += 1;
    const [fewest, most] = intervals.occasions(frequency, recency, age);
    countInside += fewest <= occasions[i]! && occasions[i]! <= most ? 1 : 0;
    if (!spend || !intervals.spend) continue;
    const unit = intervals.spend.parameters.v + frequency * Math.max(0, summaries.monetaryValue[i]!);
    const [low, high] = intervals.spendInUnits(frequency, recency, age);
    spendInside += low * unit <= spend[i]! && spend[i]! <= high * unit ? 1 : 0;
  }
  return { occasions: countInside / looked, spend: spend && intervals.spend ? spendInside / looked : null };
}
