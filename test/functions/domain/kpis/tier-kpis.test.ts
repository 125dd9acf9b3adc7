import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import type { History } from '../../../../functions/domain/history.ts';
import { kpiById } from '../../../../functions/domain/kpis/catalogue.ts';
import type { CustomerRecord, KpiQuery, KpiRow } from '../../../../functions/domain/kpis/kpi.ts';
import { measureKpi } from '../../../../functions/domain/kpis/measure-kpi.ts';
import { defaultLifecycleSettings } from '../../../../functions/domain/lifecycle/settings.ts';
import { calendarClock } from '../../../../functions/domain/satisfaction/clock.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { PolicyReplay } from '../../../../functions/domain/tiers/policy-replay.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { tierHeld } from '../../../../functions/domain/tiers/standing.ts';
import { TierRules } from '../../../../functions/domain/tiers/tier-rules.ts';
import { customer, ladder, spent } from '../tiers/build-history.ts';

/** Base for everybody, middle from 1,000 and top from 5,000 in twelve months, looked at every night. */
const policy = ladder({ entry: spent(1000) }, { entry: spent(5000) });
const asOf = parseDay('2026-06-30');
const noCuts = { asOf, cuts: {} };

function record(id: string, history: History, by: Policy = policy): CustomerRecord {
  const named = { ...history, customerId: id, homeStore: id.startsWith('B') ? 'S02' : 'S01' };
  const { tier, since } = tierHeld(named, by, noCuts, asOf, null);
  return { history: named, score: { ...walkInScore, tier, tierSince: since } };
}

/** A1 rises in March 2025 and falls a year later; A2 rises twice in one year; B1 stays where she began. */
const chain = [
  record('A1', customer({ '2025-01-10': 100, '2025-03-01': 1000 })),
  record('A2', customer({ '2025-02-01': 100, '2025-05-01': 1000, '2025-11-01': 4000, '2026-04-01': 4000 })),
  record('B1', customer({ '2025-02-01': 100, '2026-02-01': 100 })),
];
const ask = (id: string, change: Partial<KpiQuery> = {}, rules = new TierRules(policy, asOf), customers = chain): KpiRow[] => measureKpi(kpiById(id)!, customers, {
  from: parseDay('2025-01-01'), to: asOf + 1, grain: 'year', by: [], store: null, tier: null, parameters: { silence: 90, top: 20, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } }, ...change,
});
const valuesOf = (rows: KpiRow[]) => rows.map(({ value, n }) => [value, n]);

describe('KPIs of tiers', () => {
  it('count rises and falls in their period, first placements left out', () => {
    // 2025: A1 and A2 to middle, A2 to top. 2026: A1's 1,000 leave the window on 1 March; A2 holds top because April came before May left.
    expect(valuesOf(ask('tier-upgrades'))).toEqual([[3, 3], [0, 3]]);
    expect(valuesOf(ask('tier-downgrades'))).toEqual([[0, 3], [1, 3]]);
    expect(ask('tier-downgrades', { grain: 'month', from: parseDay('2026-02-01'), to: parseDay('2026-04-01') }).map(({ value }) => value)).toEqual([0, 1]);
    expect(ask('tier-upgrades', { by: ['store'] }).map(({ store, value }) => [store, value])).toEqual([['S01', 3], ['S01', 0], ['S02', 0], ['S02', 0]]);
  });

  it('say which share of a tier kept it, by the tier they began with', () => {
    const year = { from: parseDay('2026-01-01'), grain: null } as const;
    expect(ask('tier-retention', year)).toMatchObject([{ value: 2 / 3, n: 3, interval: expect.anything() as unknown }]);
    expect(ask('tier-retention', { ...year, by: ['tier'] }).map(({ tier, value, n }) => [tier, value, n])).toEqual([['base', 1, 1], ['middle', 0, 1], ['top', 1, 1]]);
    expect(ask('tier-retention', { ...year, tier: 'middle' })).toMatchObject([{ value: 0, n: 1 }]);
    // A1 falls at the close of 1 March, so she still began that day in the middle.
    const fall = { from: parseDay('2026-03-01'), to: parseDay('2026-03-02'), grain: null, tier: 'middle' } as const;
    expect(ask('tier-retention', fall)).toMatchObject([{ value: 0, n: 1 }]);
    expect(ask('tier-retention', { ...year, store: 'S02' })).toMatchObject([{ value: 1, n: 1 }]);
  });

  it('have no value where tiers compare customers, whose past ranks nobody knows', () => {
    const ranked = new TierRules(presets.pyramid, asOf);
    for (const id of ['tier-upgrades', 'tier-downgrades', 'tier-retention']) expect(ask(id, { grain: null }, ranked).map(({ value }) => value), id).toEqual([null]);
  });

  it('cost the benefits of a year as a replay does', () => {
    const replay = new PolicyReplay({ policy, cuts: noCuts }, { policy, cuts: noCuts }, asOf);
    for (const { history } of chain) replay.add(history, 0);
    const [{ value, n }] = ask('benefit-cost', { from: asOf - 364, grain: null }) as [KpiRow];
    expect([value, n]).toEqual([replay.result().benefitCost.now, 3]);
    const [half] = ask('benefit-cost', { from: parseDay('2026-06-01'), grain: null }) as [KpiRow];
    expect(half.value).toBeLessThan(value!);
  });
});

describe('KPIs of points', () => {
  // One point a fen, multipliers 1; a voucher of 100 for 1,000 points, so a point is a tenth of a fen; points last twelve months.
  const pointed: Policy = {
    ...policy, points: { spendPerPoint: 1, expiryMonths: 12, voucher: { points: 1000, amount: 100 }, spentBeforeReturn: 'owed' },
    ladder: policy.ladder.map((tier) => ({ ...tier, benefits: { ...tier.benefits, pointsMultiplier: 1 } })),
  };
  const spender = { ...customer({ '2025-01-15': 3000, '2026-02-01': 500 }), redemptions: [{ day: parseDay('2025-06-01'), points: 1000, amount: 100 }] };
  const holders = [record('A1', spender, pointed), record('B1', customer({ '2025-01-20': 1000 }), pointed)];
  const points = (id: string, change: Partial<KpiQuery> = {}) => valuesOf(ask(id, change, new TierRules(pointed, asOf), holders));

  it('owe what customers could spend at the end of each period', () => {
    // End of 2025: 2,000 + 1,000 points, a tenth of a fen each. End of June 2026: those of 2025 are gone, 500 are left.
    expect(points('points-liability')).toEqual([[300, 2], [50, 1]]);
  });

  it('break where points ran out unspent: 2,000 of 3,000, and all 1,000', () => {
    expect(points('points-breakage')).toEqual([[null, 0], [3000 / 4000, 4000]]);
    expect(points('points-breakage', { store: 'S01' })).toEqual([[null, 0], [2000 / 3000, 3000]]);
  });

  it('never break where points never expire', () => {
    const lasting = { ...pointed, points: { ...pointed.points, expiryMonths: null } };
    expect(valuesOf(ask('points-breakage', { grain: null }, new TierRules(lasting, asOf), holders))).toEqual([[null, 0]]);
  });
});
