import type { Holdout } from '../backtest.ts';
import type { ValueIntervals } from './value-intervals.ts';

/** More customers than this tell nothing more about a share; then every n-th is looked at. */
const ENOUGH = 10_000;

/** The share of customers whose outcome lay in her interval, and the share that should have by the model. */
export interface Coverage { held: number; promised: number }

/** How often occasions, and spend, lay in their intervals. */
export function intervalCoverage(intervals: ValueIntervals, { summaries, occasions, spend }: Holdout): { occasions: Coverage; spend: Coverage | null } {
  const stride = Math.max(1, Math.floor(summaries.length / ENOUGH));
  let looked = 0, countInside = 0, countPromised = 0, spendInside = 0, spendPromised = 0;
  for (let i = 0; i < summaries.length; i += stride) {
    const frequency = summaries.frequency[i]!;
    const recency = summaries.recency[i]!;
    const age = summaries.age[i]!;
    looked += 1;
    const [fewest, most] = intervals.occasions(frequency, recency, age);
    countInside += fewest <= occasions[i]! && occasions[i]! <= most ? 1 : 0;
    countPromised += intervals.occasionsPromise(frequency, recency, age);
    if (!spend || !intervals.spend) continue;
    const unit = intervals.spend.parameters.v + frequency * Math.max(0, summaries.monetaryValue[i]!);
    const [low, high] = intervals.spendInUnits(frequency, recency, age);
    spendInside += low * unit <= spend[i]! && spend[i]! <= high * unit ? 1 : 0;
    spendPromised += intervals.spendPromise(frequency, recency, age);
  }
  return {
    occasions: { held: countInside / looked, promised: countPromised / looked },
    spend: spend && intervals.spend ? { held: spendInside / looked, promised: spendPromised / looked } : null,
  };
}
