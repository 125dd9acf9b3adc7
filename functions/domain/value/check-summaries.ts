import { UnusableSummaryError } from './errors.ts';
import type { PurchaseSummaries } from './summary.ts';

/** Weeks and amounts beyond these are mistakes, and products of a few of them would leave the range of a double. */
const LONGEST_AGE = 1e6;
const LARGEST_VALUE = 1e15;
const SMALLEST_VALUE = 1e-9;

/** Throws an UnusableSummaryError that names the first row no purchase history can have; otherwise does nothing. */
export function checkSummaries({ length, frequency, recency, age, monetaryValue }: PurchaseSummaries): void {
  for (let i = 0; i < length; i++) {
    const x = frequency[i]!;
    const t = recency[i]!;
    const T = age[i]!;
    const m = monetaryValue[i]!;
    // Written out because it runs over everybody; NaN fails every comparison.
    const possible = x >= 0 && x <= Number.MAX_SAFE_INTEGER && Math.floor(x) === x && (x > 0 ? t > 0 : t === 0) && t <= T && T <= LONGEST_AGE && Math.abs(m) <= LARGEST_VALUE && (m <= 0 || m >= SMALLEST_VALUE);
    if (!possible) throw new UnusableSummaryError(i + 1, flawOf(x, t, T, m));
  }
}

function flawOf(frequency: number, recency: number, age: number, monetaryValue: number): string {
  if (!(frequency >= 0 && Number.isSafeInteger(frequency))) return `frequency ${frequency} is not a whole number of repeat purchases`;
  if (!(age >= 0 && age <= LONGEST_AGE)) return `T ${age} is not a number of weeks up to a million`;
  if (!(recency >= 0 && recency <= age)) return `recency ${recency} does not lie between 0 and T (${age})`;
  if (frequency === 0 && recency > 0) return `recency ${recency} without a repeat purchase`;
  if (frequency > 0 && recency === 0) return `${frequency} repeat purchases but recency 0`;
  return `monetary value ${monetaryValue} is not an amount of ${SMALLEST_VALUE} to ${LARGEST_VALUE}, or none`;
}
