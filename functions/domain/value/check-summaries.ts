import { UnusableSummaryError } from './errors.ts';
import type { PurchaseSummaries } from './summary.ts';

/** Throws an UnusableSummaryError that names the first row no purchase history can have; otherwise does nothing. */
export function checkSummaries({ length, frequency, recency, age, monetaryValue }: PurchaseSummaries): void {
  for (let i = 0; i < length; i++) {
    const why = flawOf(frequency[i]!, recency[i]!, age[i]!, monetaryValue[i]!);
    if (why) throw new UnusableSummaryError(i + 1, why);
  }
}

function flawOf(frequency: number, recency: number, age: number, monetaryValue: number): string | null {
  if (!(frequency >= 0 && Number.isSafeInteger(frequency))) return `frequency ${frequency} is not a whole number of repeat purchases`;
  if (!(age >= 0 && age < Infinity)) return `T ${age} is not a number of weeks`;
  if (!(recency >= 0 && recency <= age)) return `recency ${recency} does not lie between 0 and T (${age})`;
  if (frequency === 0 && recency > 0) return `recency ${recency} without a repeat purchase`;
  if (frequency > 0 && recency === 0) return `${frequency} repeat purchases but recency 0`;
  if (!Number.isFinite(monetaryValue)) return `monetary value ${monetaryValue} is not an amount`;
  return null;
}
