import fc from '../../../support/property.ts';
import { describe, expect, it, vi } from 'vitest';
import type { History } from '../../../../functions/domain/history.ts';
import { percentileCuts } from '../../../../functions/domain/tiers/percentile-cuts.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { PolicyReplay, type ReplayResult } from '../../../../functions/domain/tiers/policy-replay.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { tierHeld } from '../../../../functions/domain/tiers/standing.ts';
import { customer, day, ladder, spent } from './build-history.ts';
import { lastDay, someHistory, somePolicy } from './random-customers.ts';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function replayed(histories: readonly History[], now: Policy, draft: Policy, asOf = day('2026-06-01')): ReplayResult {
  const replay = new PolicyReplay(
    { policy: now, cuts: percentileCuts(now, histories, asOf) }, { policy: draft, cuts: percentileCuts(draft, histories, asOf) }, asOf);
  for (const history of histories) replay.add(history, 7);
  return replay.result();
}

const named = (spends: number[]): History[] => spends.map((spend, i) => ({ ...customer({ '2026-01-10': spend }), customerId: `C${String(i).padStart(4, '0')}` }));

describe('a replay', () => {
  const now = ladder({ entry: spent(1000) }, { entry: spent(5000) });
  const draft = ladder({ entry: spent(2000) }, { entry: spent(4000) });

  it('counts customers, spend and lifetime value by old and new tier', () => {
    const { matrix, customers, moved } = replayed(named([500, 1500, 2500, 4500, 6000]), now, draft);
    expect(matrix).toEqual([
      { from: 'base', to: 'base', customers: 1, netSpend: 500, lifetimeValue: 7 },
      { from: 'middle', to: 'base', customers: 1, netSpend: 1500, lifetimeValue: 7 },
      { from: 'middle', to: 'middle', customers: 1, netSpend: 2500, lifetimeValue: 7 },
      { from: 'middle', to: 'top', customers: 1, netSpend: 4500, lifetimeValue: 7 },
      { from: 'top', to: 'top', customers: 1, netSpend: 6000, lifetimeValue: 7 },
    ]);
    expect({ customers, moved }).toEqual({ customers: 5, moved: 2 });
  });

  it('names the hundred movers with the greatest spend, whatever order they come in', () => {
    const histories = named(Array.from({ length: 150 }, (_, i) => 1000 + i));
    const { movers, moved } = replayed(histories, now, draft);
    expect(moved).toBe(150);
    expect(movers).toHaveLength(100);
    expect(movers[0]).toEqual({ customerId: 'C0149', from: 'middle', to: 'base', netSpend: 1149, lifetimeValue: 7 });
    expect(replayed(histories.toReversed(), now, draft)).toEqual(replayed(histories, now, draft));
  });

  it('adds up what the benefits of both would cost in a year', () => {
    const dearer: Policy = { ...now, ladder: now.ladder.map((tier) => ({ ...tier, benefits: { ...tier.benefits, serviceCostPerYear: tier.benefits.serviceCostPerYear + 100 } })) };
    const { benefitCost } = replayed(named([500, 1500, 6000]), now, dearer);
    expect(benefitCost.draft - benefitCost.now).toBe(300);
    // Base: 5 % of 500, 5 points as 50, 500 for service; see the benefits of the preset.
    expect(replayed(named([500]), now, now).benefitCost.now).toBe(25 + 50 + 500);
  });

  it('counts how often tiers changed in the last year, which a keep rule makes rarer', () => {
    const wavering = customer({ '2024-03-01': 1000, '2025-02-15': 800, '2025-09-01': 200, '2026-03-01': 800 });
    const sticky = ladder({ entry: spent(1000), keep: spent(200) }, { entry: spent(5000) });
    // Up on 1 September, down when the 800 of February leave the window, up again on 1 March.
    expect(replayed([wavering], now, sticky).changesLastYear).toEqual({ now: 3, draft: 0 });
    expect(replayed([wavering], now, presets.pyramid).changesLastYear.draft).toBeNull();
  });

  it('of the policy in force moves nobody and gives exactly the tiers in force', () => {
    fc.assert(fc.property(fc.array(someHistory, { minLength: 1, maxLength: 30 }), fc.oneof(somePolicy, fc.constantFrom(...Object.values(presets))), (list, policy) => {
      const histories = list.map((history, i) => ({ ...history, customerId: `C${i}` }));
      const cuts = percentileCuts(policy, histories, lastDay);
      const { matrix, moved, movers } = replayed(histories, policy, policy, lastDay);
      expect({ moved, movers }).toEqual({ moved: 0, movers: [] });
      for (const tier of [null, ...policy.ladder.map(({ id }) => id)]) {
        const inForce = histories.filter((history) => tierHeld(history, policy, cuts, lastDay, null).tier === tier).length;
        expect(matrix.find(({ from }) => from === tier)?.customers ?? 0).toBe(inForce);
      }
    }), { numRuns: 200 });
  });

  it('tells apart what grace, keep rules and the limit of steps do', () => {
    const policy: Policy = { ...ladder({ entry: spent(1000), keep: spent(800) }, { entry: spent(5000) }), downgrade: { review: 'nightly', graceDays: 40, stepsPerReview: 1 } };
    const people = [
      // The 1,000 that lifted her have left the window; the 800 since are less than the entry and enough to stay.
      customer({ '2025-04-10': 1000, '2026-01-10': 800 }),
      // Her 1,000 left the window on 20 May, which is less than 40 days ago.
      customer({ '2025-05-21': 1000 }),
      // Her 6,000 left it in March; in May, 40 days after that, she fell one step and was in grace again.
      customer({ '2025-03-25': 6000 }),
    ].map((history, i) => ({ ...history, customerId: `C${i}` }));
    const { effects: { grace, keep, stepLimit } } = replayed(people, policy, policy);
    expect([grace.customers, keep.customers, stepLimit.customers]).toEqual([2, 1, 1]);
    expect(Math.min(grace.benefitCost, keep.benefitCost, stepLimit.benefitCost)).toBeGreaterThan(0);
  });

  it('says of each rule what a replay without it says, for any customers and policy', () => {
    const lacking = (policy: Policy): { [rule in keyof ReplayResult['effects']]: Policy } => ({
      grace: { ...policy, downgrade: { ...policy.downgrade, graceDays: 0 } },
      keep: { ...policy, ladder: policy.ladder.map((tier) => ({ ...tier, keep: undefined })) },
      stepLimit: { ...policy, downgrade: { ...policy.downgrade, stepsPerReview: null } },
    });
    let held = 0;
    fc.assert(fc.property(fc.array(someHistory, { minLength: 1, maxLength: 20 }), somePolicy, (list, policy) => {
      const histories = list.map((history, i) => ({ ...history, customerId: `C${i}` }));
      const { effects } = replayed(histories, policy, policy, lastDay);
      for (const [rule, without] of Object.entries(lacking(policy)) as [keyof ReplayResult['effects'], Policy][]) {
        const { moved, benefitCost } = replayed(histories, policy, without, lastDay);
        expect(effects[rule], rule).toEqual({ customers: moved, benefitCost: benefitCost.now - benefitCost.draft });
        held += moved;
      }
    }), { numRuns: 300 });
    expect(held).toBeGreaterThan(50);
  });
});
