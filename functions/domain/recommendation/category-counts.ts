import { compareText } from '../compare-text.ts';
import type { History } from '../history.ts';
import { addCustomer, type Together } from './together.ts';

/** Counts of categories as they are kept with a run: plain lists in the order of their names, each pair once. */
export interface CategoryCounts { customers: [category: string, customers: number][]; pairs: [one: string, other: string, customers: number][] }

/** Adds the categories that a customer kept something of, her latest first. */
export function addCategories(counts: Together, { purchases }: History): void {
  addCustomer(counts, purchases.toReversed().flatMap(({ categories }) => categories.map(({ category }) => category)));
}

/** The counts of the commonest categories, few enough to be kept with a run whatever a till calls its goods. */
export function keptCounts({ customers, pairs }: Together, most = 80): CategoryCounts {
  const commonest = [...customers].sort(([a, one], [b, other]) => other - one || compareText(a, b)).slice(0, most).sort(([a], [b]) => compareText(a, b));
  const known = new Set(commonest.map(([category]) => category));
  const kept = commonest.flatMap(([one]) => [...pairs.get(one) ?? []].filter(([other]) => known.has(other) && compareText(one, other) < 0)
    .sort(([a], [b]) => compareText(a, b)).map(([other, both]): [string, string, number] => [one, other, both]));
  return { customers: commonest, pairs: kept };
}

/** The same to count with. */
export function togetherFrom({ customers, pairs }: CategoryCounts): Together {
  const counts: Together = { customers: new Map(customers), pairs: new Map(customers.map(([category]) => [category, new Map()])) };
  for (const [one, other, both] of pairs) {
    counts.pairs.get(one)!.set(other, both);
    counts.pairs.get(other)!.set(one, both);
  }
  return counts;
}
