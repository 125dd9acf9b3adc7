import { groupByFrequency } from '../group-by-frequency.ts';
import { sumOfLogs } from '../special/sum-of-logs.ts';
import type { PurchaseSummaries } from '../summary.ts';

/** Customers with repeat spend, grouped by frequency as in `Cells`: their repeat spend in total, and the logarithms that never change during a fit. */
export interface Spenders {
  length: number;
  /** Monetary value × frequency of each customer, in the unit `scale`. */
  spend: Float64Array;
  groupFrequency: Float64Array;
  groupStart: Uint32Array;
  /** Sum of log spend in each group. */
  groupLogSpend: Float64Array;
  /** Sum over everybody of log monetary value. */
  logMonetaryValue: number;
  /** Mean monetary value, in the unit of the file; spend is divided by it so that the fit does not depend on the currency. */
  scale: number;
}

/** Picks the customers that the spend model is fitted on: at least one repeat occasion and a positive mean value. */
export function spendersOf({ length, frequency, monetaryValue }: PurchaseSummaries): Spenders {
  const [repeats, spends] = [new Float64Array(length), new Float64Array(length)];
  let count = 0;
  let total = 0;
  for (let i = 0; i < length; i++) {
    const x = frequency[i]!;
    const mean = monetaryValue[i]!;
    if (!(x > 0 && mean > 0)) continue;
    repeats[count] = x;
    spends[count++] = x * mean;
    total += mean;
  }
  const scale = count > 0 ? total / count : 1;
  const { place, groupFrequency, groupStart } = groupByFrequency(repeats.subarray(0, count));
  const spend = new Float64Array(count);
  for (let i = 0; i < count; i++) spend[place[i]!] = spends[i]! / scale;
  const groupLogSpend = groupFrequency.map((_, g) => sumOfLogs(spend, groupStart[g]!, groupStart[g + 1]!));
  const logMonetaryValue = groupLogSpend.reduce((sum, logs, g) => sum + logs - (groupStart[g + 1]! - groupStart[g]!) * Math.log(groupFrequency[g]!), 0);
  return { length: count, spend, groupFrequency, groupStart, groupLogSpend, logMonetaryValue, scale };
}
