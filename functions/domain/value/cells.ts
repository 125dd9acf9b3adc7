import { groupByFrequency } from './group-by-frequency.ts';
import { HARDLY_ANY_ALIKE, mergeAlike } from './merge-alike.ts';
import type { PurchaseSummaries } from './summary.ts';

/** When customers came, column by column: each entry stands for `weight` customers. */
export interface Times { recency: Float64Array; age: Float64Array; weight: Float64Array }

/**
 * Customers with the same frequency, recency and age, merged into cells that carry their number as a weight.
 * Cells are ordered by frequency; group g holds the cells `groupStart[g]` up to `groupStart[g + 1]`, all of frequency `groupFrequency[g]`.
 */
export interface Cells extends Times {
  length: number;
  customers: number;
  groupFrequency: Float64Array;
  groupStart: Uint32Array;
}

/** Merges customers into weighted cells; where hardly any two are alike, as when times are not whole days, everybody is her own. */
export function mergeCells({ length, frequency, recency, age }: PurchaseSummaries): Cells {
  const { place, groupFrequency, groupStart } = groupByFrequency(frequency.subarray(0, length));
  const times: Times = { recency: new Float64Array(length), age: new Float64Array(length), weight: new Float64Array(length) };
  for (let i = 0; i < length; i++) {
    const k = place[i]!;
    times.recency[k] = recency[i]!;
    times.age[k] = age[i]!;
  }
  const cellStart = new Uint32Array(groupStart.length);
  let pays = true;
  for (let g = 0; g < groupFrequency.length; g++) {
    const from = groupStart[g]!;
    const to = groupStart[g + 1]!;
    cellStart[g + 1] = mergeAlike(times, from, to, cellStart[g]!, pays);
    // Only a large group is sure to tell; the rarer customers after it are even less alike.
    if (groupFrequency[g]! > 0 && to - from > 10_000 && cellStart[g + 1]! - cellStart[g]! > HARDLY_ANY_ALIKE * (to - from)) pays = false;
  }
  return withCells(times, cellStart, groupFrequency, length);
}

/** The first cells of some columns. */
export function withCells({ recency, age, weight }: Times, groupStart: Uint32Array, groupFrequency: Float64Array, customers: number): Cells {
  const length = groupStart[groupFrequency.length]!;
  return { length, customers, groupFrequency, groupStart, recency: recency.subarray(0, length), age: age.subarray(0, length), weight: weight.subarray(0, length) };
}
