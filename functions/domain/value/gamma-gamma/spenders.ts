import { orderByFrequency } from '../order-by-frequency.ts';
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
  const chosen = new Uint32Array(length);
  let count = 0;
  let total = 0;
  for (let i = 0; i < length; i++) {
    if (!(frequency[i]! > 0 && monetaryValue[i]! > 0)) continue;
    chosen[count++] = i;
    total += monetaryValue[i]!;
  }
  const scale = count > 0 ? total / count : 1;
  const { order, groupFrequency, groupStart } = orderByFrequency(count, (item) => frequency[chosen[item]!]!);
  const spend = new Float64Array(count);
  const groupLogSpend = new Float64Array(groupFrequency.length);
  let logMonetaryValue = 0;
  groupFrequency.forEach((x, g) => {
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      spend[k] = x * monetaryValue[chosen[order[k]!]!]! / scale;
      groupLogSpend[g]! += Math.log(spend[k]!);
    }
    logMonetaryValue += groupLogSpend[g]! - (groupStart[g + 1]! - groupStart[g]!) * Math.log(x);
  });
  return { length: count, spend, groupFrequency, groupStart, groupLogSpend, logMonetaryValue, scale };
}
