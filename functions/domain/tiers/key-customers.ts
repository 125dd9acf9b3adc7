/** A customer's spend in minor units, in whatever order the caller has them. */
type Spends = Float64Array | readonly number[];

/** A set of the best customers by spend: how many, what they spent, and their share of all spend (0–1; 0 when nobody spent). */
export interface BestCustomers { customers: number; spend: number; share: number }

/**
 * The first `percent` (0–100) of customers by spend, rounded up to a whole customer: 20 gives the top 20 %.
 * Who of several customers with equal spend comes first changes neither number.
 */
export function topShare(spends: Spends, percent: number): BestCustomers {
  const ranked = ascending(spends);
  return bestOf(ranked, customersInTop(ranked.length, percent), total(ranked));
}

/** The fewest customers who together make `share` (0–1) of all spend: the key customers, 0.8 gives those who make 80 % of sales. */
export function customersMaking(spends: Spends, share: number): BestCustomers {
  const ranked = ascending(spends);
  const all = total(ranked);
  let customers = 0;
  for (let spend = 0; customers < ranked.length && spend < share * all; customers++) spend += ranked[ranked.length - 1 - customers]!;
  return bestOf(ranked, customers, all);
}

/** How many customers are the first `percent` (0–100) of `customers`, rounded up. */
export function customersInTop(customers: number, percent: number): number {
  const exact = (customers * percent) / 100;
  const whole = Math.round(exact);
  return Math.min(customers, Math.abs(exact - whole) < 1e-9 ? whole : Math.ceil(exact));
}

function bestOf(ranked: Float64Array, customers: number, all: number): BestCustomers {
  const spend = total(ranked.subarray(ranked.length - customers));
  return { customers, spend, share: all > 0 ? spend / all : 0 };
}

function ascending(spends: Spends): Float64Array {
  return Float64Array.from(spends).sort();
}

function total(spends: Float64Array): number {
  let sum = 0;
  for (const spend of spends) sum += spend;
  return sum;
}
