import fc from '../../../support/property.ts';
import { describe, expect, it, vi } from 'vitest';
import type { Day } from '../../../../functions/domain/calendar.ts';
import type { History } from '../../../../functions/domain/history.ts';
import { asSeenOn } from '../../../../functions/domain/tiers/as-seen-on.ts';
import type { Missing } from '../../../../functions/domain/tiers/counterfactual.ts';
import { percentileCuts } from '../../../../functions/domain/tiers/percentile-cuts.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { tierHeld, tierStanding } from '../../../../functions/domain/tiers/standing.ts';
import { customer, goods, noCuts } from './build-history.ts';
import { firstDay, lastDay, someHistory, somePolicy } from './random-customers.ts';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Plan = { [criterion in Missing['criterion']]?: number };

const asOfDay = fc.integer({ min: firstDay, max: lastDay });
const often = { numRuns: 1200 };

function planOf(missing: Missing[]): Plan {
  return Object.fromEntries(missing.map(({ criterion, amount }) => [criterion, amount]));
}

/** She does exactly as asked, on the days up to `by`; null where they are too few for so many visits. */
function following(history: History, plan: Plan, from: Day, by: Day, policy: Policy): History | null {
  const spend = Math.max(plan['net-spend'] ?? 0, plan['gross-margin'] ?? 0, (plan.points ?? 0) * policy.points.spendPerPoint);
  const visits = plan.occasions ?? 0;
  const tickets = Math.max(plan.tickets ?? 0, visits);
  // Visits on both sides of New Year or of an anniversary do not add up.
  if (visits > 1 && JSON.stringify(policy.ladder).includes('-year')) return null;
  const units = Math.max(plan.units ?? 0, tickets, spend > 0 ? 1 : 0);
  const free = Array.from({ length: by - from + 1 }, (_, i) => by - i).filter((day) => !history.purchases.some((p) => p.day === day));
  const days = visits > 0 ? free.slice(0, visits) : [by];
  if (visits > days.length) return null;
  const bought = units === 0 ? [] : days.map((day, i) => ({ day, ...goods(0, { storeId: 'S3', tickets: i === 0 ? tickets - days.length + 1 : 1, units: 1 }) }));
  if (bought[0]) Object.assign(bought[0], { netSpend: spend, units: units - bought.length + 1, tickets: Math.max(1, bought[0].tickets), knownMargin: plan['gross-margin'] ?? 0 });
  return {
    ...history,
    purchases: [...history.purchases, ...bought].sort((a, b) => a.day - b.day),
    referrals: [...history.referrals, ...Array.from({ length: plan.referrals ?? 0 }, () => by)],
    standing: (history.standing ?? 0) + (plan.standing ?? 0),
  };
}

/** The same with one unit less of one thing. A rating has no date, so that setting one would change her past as well. */
function* withLess(plan: Plan): Iterable<Plan> {
  if (plan.standing !== undefined) return;
  for (const [criterion, amount] of Object.entries(plan) as [Missing['criterion'], number][]) yield { ...plan, [criterion]: amount - 1 };
}

/** Satisfaction is asked for in percent, and a better answer is not hers to buy. */
function isDoable(missing: Missing[]): boolean {
  return missing.every(({ criterion }) => criterion !== 'membership-months' && criterion !== 'satisfaction');
}

function rungOf(policy: Policy, history: History, on: Day): number {
  return policy.ladder.findIndex(({ id }) => id === tierHeld(history, policy, noCuts, on, null).tier);
}

describe('what is missing to rise', () => {
  it('lifts her on its last day, and one unit less of anything does not', () => {
    const tried = { lifted: 0, less: 0 };
    fc.assert(fc.property(someHistory, somePolicy, asOfDay, (facts, policy, asOf) => {
      const history = asSeenOn(facts, asOf);
      const { tier, next } = tierStanding(history, policy, noCuts, asOf, null);
      fc.pre(next !== null && next.missing.length > 0 && isDoable(next.missing));
      const by = next.missing[0]!.by ?? next.on + 10 * 366;
      const rung = policy.ladder.findIndex(({ id }) => id === tier);
      const plan = planOf(next.missing);
      const done = following(history, plan, asOf, by, policy);
      fc.pre(done !== null && (next.missing[0]!.by !== null || policy.upgrade.review === 'nightly'));
      expect(rungOf(policy, done, by)).toBeGreaterThan(rung);
      tried.lifted++;
      for (const less of withLess(plan)) {
        const almost = following(history, less, asOf, by, policy);
        if (almost === null || JSON.stringify(almost) === JSON.stringify(done)) continue;
        expect(rungOf(policy, almost, by)).toBeLessThanOrEqual(rung);
        tried.less++;
      }
    }), often);
    expect(tried.lifted).toBe(1200);
    expect(tried.less).toBeGreaterThan(1000);
  });

  it('lifts her by the day named as the earliest, when done at once', () => {
    fc.assert(fc.property(someHistory, somePolicy, asOfDay, (facts, policy, asOf) => {
      const history = asSeenOn(facts, asOf);
      const { tier, next } = tierStanding(history, policy, noCuts, asOf, null);
      fc.pre(next !== null && isDoable(next.missing) && next.on - asOf < 28 && !next.missing.some(({ criterion, amount }) => criterion === 'occasions' && amount > 1));
      const done = following(history, planOf(next.missing), next.on, next.on, policy);
      fc.pre(done !== null);
      const lifted = rungOf(policy, done, next.on);
      expect(lifted).toBeGreaterThan(policy.ladder.findIndex(({ id }) => id === tier));
      expect(lifted).toBeGreaterThanOrEqual(policy.ladder.findIndex(({ id }) => id === next.tier));
    }), often);
  });
});

describe('what is missing to stay', () => {
  it('without it she falls on the day named, with it she does not, and one unit less is not enough', () => {
    const tried = { kept: 0, less: 0 };
    fc.assert(fc.property(someHistory, somePolicy, asOfDay, (facts, policy, asOf) => {
      const history = asSeenOn(facts, asOf);
      const { tier, keep } = tierStanding(history, policy, noCuts, asOf, null);
      fc.pre(keep !== null && keep.missing.length > 0 && isDoable(keep.missing));
      const { on, fallsTo, missing } = keep;
      const held = policy.ladder.findIndex(({ id }) => id === tier);
      expect(on).toBeGreaterThan(asOf);
      expect(rungOf(policy, history, on - 1)).toBe(held);
      expect(tierHeld(history, policy, noCuts, on, null)).toEqual({ tier: fallsTo, since: on });
      expect(policy.ladder.findIndex(({ id }) => id === fallsTo)).toBeLessThan(held);
      const plan = planOf(missing);
      fc.pre((plan.occasions ?? 0) <= 1);
      const done = following(history, plan, on, on, policy);
      fc.pre(done !== null);
      expect(rungOf(policy, done, on)).toBeGreaterThanOrEqual(held);
      tried.kept++;
      // Points have to be bought, and what they cost may be what a higher tier asks for: another way to stay, of which this plan says nothing.
      const isBoughtBesides = (plan.points ?? 0) > 0 && plan['net-spend'] === undefined && JSON.stringify(policy.ladder.slice(held + 1)).includes('net-spend');
      for (const less of withLess(plan)) {
        const almost = following(history, less, on, on, policy);
        if (almost === null || JSON.stringify(almost) === JSON.stringify(done)) continue;
        const rung = rungOf(policy, almost, on);
        if (rung >= held && isBoughtBesides) continue;
        expect(rung).toBeLessThan(held);
        tried.less++;
      }
    }), often);
    expect(tried.kept).toBe(1200);
    expect(tried.less).toBeGreaterThan(800);
  });

  it('nothing is said when she would not fall', () => {
    fc.assert(fc.property(someHistory, somePolicy, asOfDay, fc.integer({ min: 1, max: 1500 }), (facts, policy, asOf, later) => {
      const history = asSeenOn(facts, asOf);
      const { tier, keep } = tierStanding(history, policy, noCuts, asOf, null);
      fc.pre(tier !== null && keep === null);
      const { changes } = tierStanding(history, policy, noCuts, asOf + later, null);
      const first = changes.find(({ on }) => on > asOf);
      expect(first?.cause).not.toBe('keep-failed');
    }), often);
  });
});

describe('where customers are compared', () => {
  const asOf = lastDay;
  const chain = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 40 });

  it('the missing spend brings her into the next tier of all customers ranked anew, and one unit less does not', () => {
    fc.assert(fc.property(chain, fc.nat(), (spends, pick) => {
      const histories = spends.map((spend, i) => ({ ...customer({ '2026-01-05': spend }), customerId: `C${String((i * 7) % spends.length).padStart(2, '0')}-${i}` }));
      const policy = presets.pyramid;
      const her = histories[pick % histories.length]!;
      const judged = (extra: number): number => {
        const changed = histories.map((history) => (history === her ? { ...her, purchases: [...her.purchases, { day: asOf, ...goods(extra) }] } : history));
        const cuts = percentileCuts(policy, changed, asOf);
        return policy.ladder.findIndex(({ id }) => id === tierHeld(changed[pick % histories.length]!, policy, cuts, asOf, null).tier);
      };
      const { tier, next } = tierStanding(her, policy, percentileCuts(policy, histories, asOf), asOf, null);
      fc.pre(next !== null);
      const rung = policy.ladder.findIndex(({ id }) => id === tier);
      const amount = next.missing[0]!.amount;
      expect(judged(amount)).toBeGreaterThan(rung);
      expect(judged(amount - 1)).toBe(rung);
    }), { numRuns: 2000 });
  });

  it('the number in each tier is the share of those who bought, rounded up, whatever order they come in', () => {
    fc.assert(fc.property(chain, fc.integer({ min: 0, max: 5 }), (spends, idle) => {
      const bought = spends.map((spend, i) => ({ ...customer({ '2026-01-05': spend }), customerId: `C${i}` }));
      const histories = [...bought, ...Array.from({ length: idle }, (_, i) => ({ ...customer({}), customerId: `N${i}` }))];
      const cuts = percentileCuts(presets.pyramid, histories, asOf);
      expect(percentileCuts(presets.pyramid, histories.toReversed(), asOf)).toEqual(cuts);
      const tiers = histories.map((history) => tierHeld(history, presets.pyramid, cuts, asOf, null).tier);
      const first = (percent: number): number => Math.ceil((percent * bought.length) / 100);
      expect(tiers.filter((tier) => tier === 'platinum')).toHaveLength(first(5));
      expect(tiers.filter((tier) => tier === 'gold')).toHaveLength(first(20) - first(5));
      expect(tiers.filter((tier) => tier === 'iron')).toHaveLength(first(50) - first(20));
      expect(tiers.filter((tier) => tier === null)).toHaveLength(idle);
    }), { numRuns: 1000 });
  });
});
