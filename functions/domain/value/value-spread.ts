/** Customers whose value lies from one amount up to, not including, another; null where nothing bounds it. */
export interface ValueBand { from: number | null; to: number | null; customers: number; value: number }

/** How the value of many customers is spread among them. */
export interface ValueSpread {
  customers: number;
  total: number;
  /** Half of the customers are worth less. */
  median: number;
  bands: ValueBand[];
  /** What the best customers, as a share of all, hold of the total; rising to 1 and 1. Empty when there is no value to hold. */
  concentration: { customers: number; value: number }[];
}

/** Round amounts in steps that look even where value spans several powers of ten, finest first. */
const LADDERS = [[1, 2, 5], [1, 3], [1]];
const MOST_BANDS = 12;
const SHARES = [0.01, ...Array.from({ length: 20 }, (_, i) => (i + 1) / 20)];

/** Spreads values, one a customer, into bands between round amounts and along the curve of who holds how much; null for nobody. */
export function spreadOf(values: readonly number[]): ValueSpread | null {
  if (values.length === 0) return null;
  const rising = Float64Array.from(values).sort();
  const total = rising.reduce((sum, value) => sum + value, 0);
  const n = rising.length;
  return {
    customers: n, total, median: (rising[Math.floor((n - 1) / 2)]! + rising[Math.floor(n / 2)]!) / 2,
    bands: bandsOf(rising),
    concentration: total > 0 ? SHARES.map((customers) => ({ customers, value: heldByBest(rising, Math.ceil(customers * n - 1e-9)) / total })) : [],
  };
}

function heldByBest(rising: Float64Array, count: number): number {
  return rising.subarray(rising.length - count).reduce((sum, value) => sum + value, 0);
}

/** The lowest band takes whoever is worth less than all but a fiftieth, the highest is open. */
function bandsOf(rising: Float64Array): ValueBand[] {
  const n = rising.length;
  const low = Math.max(1, rising[Math.floor(n / 50)]!);
  const high = Math.max(low, rising[Math.ceil(n * 0.99) - 1]!);
  const edges = LADDERS.map((ladder) => edgesBetween(low, high, ladder)).find(({ length }) => length < MOST_BANDS) ?? [];
  const bands = [...edges, null].map((to, i): ValueBand => ({ from: edges[i - 1] ?? null, to, customers: 0, value: 0 }));
  let at = 0;
  for (const value of rising) {
    while (at < edges.length && value >= edges[at]!) at++;
    bands[at]!.customers += 1;
    bands[at]!.value += value;
  }
  return bands;
}

/** Round amounts above `low` and up to `high`, at least one. */
function edgesBetween(low: number, high: number, ladder: readonly number[]): number[] {
  const edges: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); edges.length === 0 || power <= high; power *= 10) {
    for (const step of ladder) if (step * power > low && (edges.length === 0 || step * power <= high)) edges.push(step * power);
  }
  return edges;
}
