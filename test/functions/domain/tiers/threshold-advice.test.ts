import { describe, expect, it } from 'vitest';
import { suggestForLevels, suggestThreshold } from '../../../../functions/domain/tiers/threshold-advice.ts';
import { thresholdReach } from '../../../../functions/domain/tiers/threshold-reach.ts';
import { PolicyReplay } from '../../../../functions/domain/tiers/policy-replay.ts';
import { customer, day, ladder, noCuts, spent } from './build-history.ts';

/** mulberry32, a small generator that gives the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('the suggested threshold', () => {
  it('is average unit price × attach rate × (1 + growth)', () => {
    // 1,000 pieces for 300,000 yuan in 400 tickets: 300 yuan × 2.5 pieces = 750 yuan; with 20 % growth 900.
    expect(suggestThreshold({ amount: 30_000_000, units: 1000, tickets: 400 }, 0.2)).toEqual({ averagePrice: 30_000, attachRate: 2.5, baseLine: 75_000, threshold: 90_000 });
  });

  it('is not made up where nothing was bought', () => {
    expect(suggestThreshold({ amount: 0, units: 0, tickets: 0 }, 0.2)).toBeNull();
  });

  it('gives each level its average price, its contribution, and both with growth', () => {
    const levels = suggestForLevels([
      { tier: 'gold', amount: 600_000, units: 10, tickets: 5 }, { tier: 'standard', amount: 200_000, units: 10, tickets: 10 }, { tier: 'none', amount: 0, units: 0, tickets: 0 },
    ], 0.15);
    expect(levels.map(({ tier, averagePrice, contribution, threshold }) => ({ tier, averagePrice, contribution, threshold }))).toEqual([
      { tier: 'gold', averagePrice: 60_000, contribution: 0.75, threshold: 138_000 }, { tier: 'standard', averagePrice: 20_000, contribution: 0.25, threshold: 23_000 },
    ]);
    expect(levels[1]!.raisedPrice).toBeCloseTo(23_000, 6);
  });
});

describe('the reach of a threshold', () => {
  const spends = Array.from({ length: 400 }, (_, i) => (i % 20) * 100);

  it('counts customers at or above it and their share of revenue, several thresholds at once and in any order', () => {
    const reach = thresholdReach(spends, [1900, 0, 1000], seeded(1));
    expect(reach.map(({ threshold, customers, revenueShare }) => [threshold, customers.value, revenueShare.value])).toEqual([
      [1900, 20, 1900 / 19_000], [0, 400, 1], [1000, 200, 14_500 / 19_000],
    ]);
  });

  it('says the same again for the same seed, and the interval holds the value', () => {
    const [first, again] = [1, 1].map((seed) => thresholdReach(spends, [1000], seeded(seed)));
    expect(again).toEqual(first);
    const { customers, revenueShare } = first![0]!;
    expect(customers.low).toBeLessThan(200);
    expect(customers.high).toBeGreaterThan(200);
    // A binomial count of 400 with p = ½ has a standard deviation of 10: 95 % lie within about ±20.
    expect(customers.high - customers.low).toBeGreaterThan(30);
    expect(customers.high - customers.low).toBeLessThan(50);
    expect(revenueShare.low).toBeLessThan(revenueShare.value);
    expect(revenueShare.high).toBeGreaterThan(revenueShare.value);
  });

  it('agrees with a replay of the policy that uses the threshold', () => {
    const histories = spends.slice(0, 100).map((spend, i) => ({ ...customer({ '2026-05-01': spend }), customerId: `C${i}` }));
    const policy = ladder({ entry: spent(1200) }, { entry: spent(1e9) });
    const replay = new PolicyReplay({ policy, cuts: noCuts }, { policy, cuts: noCuts }, day('2026-06-01'));
    for (const history of histories) replay.add(history, 0);
    const { customers } = replay.result().matrix.find(({ to }) => to === 'middle')!;
    expect(thresholdReach(spends.slice(0, 100), [1200], seeded(1), 10)[0]!.customers.value).toBe(customers);
  });
});
