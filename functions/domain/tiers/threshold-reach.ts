/** An estimate with the interval that 95 % of resampled chains fall into. */
export interface WithInterval { value: number; low: number; high: number }

/** Who would qualify at a threshold: how many customers, and what share of revenue (0–1) they bring. */
export interface ThresholdReach { threshold: number; customers: WithInterval; revenueShare: WithInterval }

const interval = [0.025, 0.975] as const;

/**
 * How many customers reach each threshold and their share of revenue, from everybody's net spend in minor units.
 * Intervals by the percentile bootstrap over customers (Efron 1979): `resamples` draws of as many customers with replacement.
 * `random` gives numbers in [0, 1), so a seeded one gives the same intervals again.
 */
export function thresholdReach(spends: Float64Array | readonly number[], thresholds: readonly number[], random: () => number, resamples = 200): ThresholdReach[] {
  const reached = Uint16Array.from(spends, (spend) => thresholds.reduce((count, threshold) => count + Number(spend >= threshold), 0));
  const order = thresholds.toSorted((a, b) => a - b);
  const drawn = Array.from({ length: resamples }, () => reachOf(spends, reached, order.length, () => Math.floor(random() * spends.length)));
  let next = 0;
  const actual = reachOf(spends, reached, order.length, () => next++);
  return thresholds.map((threshold) => {
    const place = order.lastIndexOf(threshold);
    const estimate = (of: (reach: Reach) => Float64Array): WithInterval => {
      const sorted = Float64Array.from(drawn, (reach) => of(reach)[place]!).sort();
      const [low, high] = interval.map((share) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN) as [number, number];
      return { value: of(actual)[place]!, low, high };
    };
    return { threshold, customers: estimate(({ customers }) => customers), revenueShare: estimate(({ revenueShare }) => revenueShare) };
  });
}

interface Reach { customers: Float64Array; revenueShare: Float64Array }

/** Counts as many picked customers as there are, by how many of the thresholds they reach. */
function reachOf(spends: Float64Array | readonly number[], reached: Uint16Array, thresholds: number, pick: () => number): Reach {
  const customers = new Float64Array(thresholds + 1);
  const revenue = new Float64Array(thresholds + 1);
  for (let i = 0; i < spends.length; i++) {
    const picked = pick();
    customers[reached[picked]!]! += 1;
    revenue[reached[picked]!]! += spends[picked]!;
  }
  for (let i = thresholds - 1; i >= 0; i--) {
    customers[i]! += customers[i + 1]!;
    revenue[i]! += revenue[i + 1]!;
  }
  const all = revenue[0]!;
  return { customers: customers.slice(1), revenueShare: revenue.slice(1).map((amount) => (all > 0 ? amount / all : 0)) };
}
