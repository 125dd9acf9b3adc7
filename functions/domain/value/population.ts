import type { PurchaseSummaries } from './summary.ts';

/** As many customers of one frequency are scored as fast one by one as a curve for all of them is made. */
const WORTH_A_CURVE = 25;
/** Rarer than this is any frequency so high. */
const HIGHEST_COUNTED = 10_000;

/** What the customers have in common who will be asked for: the range of their ages in weeks, and which frequencies so many share that a curve pays. */
export interface Population {
  youngest: number;
  oldest: number;
  isShared: (frequency: number) => boolean;
}

/** What some customers have in common. */
export function populationOf({ length, frequency, age }: PurchaseSummaries): Population {
  const customers = new Uint32Array(HIGHEST_COUNTED);
  let youngest = Infinity;
  let oldest = 0;
  for (let i = 0; i < length; i++) {
    const x = frequency[i]!;
    const T = age[i]!;
    if (x < HIGHEST_COUNTED) customers[x]! += 1;
    if (T < youngest) youngest = T;
    if (T > oldest) oldest = T;
  }
  return { youngest, oldest, isShared: (x) => x < HIGHEST_COUNTED && customers[x]! >= WORTH_A_CURVE };
}
