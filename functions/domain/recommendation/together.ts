/** One thing a customer bought: an item or a category. */
export interface Bought { item: string; category: string | null; day: number; returned: boolean }

/** How many customers kept each item, and each pair of items; counts of parts add up to the counts of the whole. */
export interface Together { customers: Map<string, number>; pairs: Map<string, Map<string, number>> }

/** Counts over nobody. */
export function emptyTogether(): Together {
  return { customers: new Map(), pairs: new Map() };
}

/** Counts the items that one customer kept, her latest first and at most `most` of them, so that one wholesaler does not outweigh a hundred customers. */
export function addCustomer(counts: Together, items: readonly string[], most = 50): Together {
  const distinct = [...new Set(items)].slice(0, most);
  for (const item of distinct) {
    counts.customers.set(item, (counts.customers.get(item) ?? 0) + 1);
    for (const other of distinct) if (other !== item) addPair(counts, item, other, 1);
  }
  return counts;
}

/** Adds the counts of other customers to these. */
export function mergeInto(counts: Together, others: Together): Together {
  for (const [item, times] of others.customers) counts.customers.set(item, (counts.customers.get(item) ?? 0) + times);
  for (const [item, row] of others.pairs) for (const [other, times] of row) addPair(counts, item, other, times);
  return counts;
}

/**
 * How strongly two items go together, 0–1: customers who kept both ÷ the geometric mean of those who kept either, shrunk where few did.
 * Source of the cosine between items: G. Linden, B. Smith, J. York, IEEE Internet Computing 7 (2003) 76–80.
 */
export function affinity(counts: Together, item: string, other: string, doubt = 5): number {
  const both = counts.pairs.get(item)?.get(other) ?? 0;
  if (both === 0) return 0;
  return (both / Math.sqrt(counts.customers.get(item)! * counts.customers.get(other)!)) * (both / (both + doubt));
}

function addPair({ pairs }: Together, item: string, other: string, times: number): void {
  const row = pairs.get(item);
  if (row) row.set(other, (row.get(other) ?? 0) + times);
  else pairs.set(item, new Map([[other, times]]));
}
