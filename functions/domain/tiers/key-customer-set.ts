import { customersInTop, customersMaking } from './key-customers.ts';

/** Where a set of best customers ends: she belongs to it who spent more, or as much and her id comes no later. Null when the set is empty. */
export interface SetEnd { spend: number; customerId: string }

/** Collects who spent how much, to find who belongs to the top customers and who to those that make most of the sales. */
export class KeyCustomerSets {
  readonly #spends: number[] = [];
  readonly #ids: string[] = [];

  add(customerId: string, spend: number): void {
    this.#spends.push(spend);
    this.#ids.push(customerId);
  }

  /** End of the first `percent` (0–100) of customers by spend. */
  top(percent: number): SetEnd | null {
    return this.#end(customersInTop(this.#spends.length, percent));
  }

  /** End of the fewest customers who together make `share` (0–1) of all spend: the key customers. */
  making(share: number): SetEnd | null {
    return this.#end(customersMaking(this.#spends, share).customers);
  }

  #end(customers: number): SetEnd | null {
    return lastOf(this.#spends, this.#ids, customers);
  }
}

/** Whether she belongs to the set that ends there. */
export function belongsTo(end: SetEnd | null, spend: number, customerId: string): boolean {
  return end !== null && (spend > end.spend || (spend === end.spend && customerId <= end.customerId));
}

/** The last of the first `customers` by spend, equal spend in order of id; null for none. */
function lastOf(spends: readonly number[], ids: readonly string[], customers: number): SetEnd | null {
  if (customers === 0) return null;
  const ascending = Float64Array.from(spends).sort();
  const spend = ascending[ascending.length - customers]!;
  let spentMore = 0;
  while (ascending[ascending.length - 1 - spentMore]! > spend) spentMore++;
  const tied = ids.filter((_, i) => spends[i] === spend).sort();
  return { spend, customerId: tied[customers - spentMore - 1]! };
}
