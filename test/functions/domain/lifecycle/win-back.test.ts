import { describe, expect, it } from 'vitest';
import { score, type RunContext } from '../../../../functions/domain/evaluate.ts';
import type { History } from '../../../../functions/domain/history.ts';
import { kpiById } from '../../../../functions/domain/kpis/catalogue.ts';
import type { CustomerRecord, KpiQuery } from '../../../../functions/domain/kpis/kpi.ts';
import { measureKpi } from '../../../../functions/domain/kpis/measure-kpi.ts';
import { atRiskRank } from '../../../../functions/domain/lifecycle/at-risk-list.ts';
import { inControlGroup, lotOf } from '../../../../functions/domain/lifecycle/control-group.ts';
import { riskOf, type Risk, type RiskLevel } from '../../../../functions/domain/lifecycle/risk.ts';
import { defaultLifecycleSettings as settings, type LifecycleSettings } from '../../../../functions/domain/lifecycle/settings.ts';
import { lifecycleOf } from '../../../../functions/domain/lifecycle/stage.ts';
import { lapsesOf, outcomesOf, upliftOf } from '../../../../functions/domain/lifecycle/win-back.ts';
import { winBackOutcomes, winBackSteps } from '../../../../functions/domain/lifecycle/win-back-steps.ts';
import { rfmCuts } from '../../../../functions/domain/rfm.ts';
import { satisfactionOf } from '../../../../functions/domain/satisfaction/satisfaction.ts';
import { calendarClock } from '../../../../functions/domain/satisfaction/clock.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { percentileCuts } from '../../../../functions/domain/tiers/percentile-cuts.ts';
import { defaultPolicy } from '../../../../functions/domain/tiers/presets.ts';
import { TierRules } from '../../../../functions/domain/tiers/tier-rules.ts';
import { defaultValueSettings } from '../../../../functions/domain/value/settings.ts';
import { listRules } from '../../../../functions/flows/list-rules.ts';
import { buyer, complaint } from './people.ts';
import { seeded } from './random.ts';

const ids = Array.from({ length: 20_000 }, (_, i) => `C${i}`);
const trial = (share: number) => ({ ...settings, winBack: { share, seed: 'trial', from: null, withinDays: 90 } });

describe('the control group', () => {
  it('holds its share of customers whose ids follow one another', () => {
    const held = ids.filter((id) => inControlGroup(id, { share: 0.1, seed: 'a' })).length;
    // Within four standard deviations of a tenth: √(20,000 × 0.09) = 42.
    expect(Math.abs(held - 2_000)).toBeLessThan(4 * 42);
  });

  it('is the same every night, and another for another seed', () => {
    const first = ids.filter((id) => inControlGroup(id, { share: 0.1, seed: 'a' }));
    const both = first.filter((id) => inControlGroup(id, { share: 0.1, seed: 'b' }));
    expect(first).toEqual(ids.filter((id) => inControlGroup(id, { share: 0.1, seed: 'a' })));
    expect(Math.abs(both.length - 200)).toBeLessThan(60);
  });

  it('keeps its members when its share grows', () => {
    expect(ids.filter((id) => inControlGroup(id, { share: 0.05, seed: 'a' }) && !inControlGroup(id, { share: 0.1, seed: 'a' }))).toEqual([]);
  });

  it('spreads its lots evenly over ten equal parts', () => {
    const parts = Array.from({ length: 10 }, () => 0);
    for (const id of ids) parts[Math.floor(10 * lotOf(id, 'x'))]! += 1;
    const chiSquare = parts.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0);
    // The 99.9 % quantile of chi-square with 9 degrees of freedom is 27.9.
    expect(chiSquare).toBeLessThan(27.9);
  });
});

describe('the place in the list of customers at risk', () => {
  const place = (customerId: string, riskLevel: RiskLevel, valueAtRisk: number | null, share = 0) => atRiskRank(customerId, { riskLevel, valueAtRisk }, { share, seed: 'a' });

  it('is for nobody of the control group, nobody without a warning, and nobody with nothing to lose', () => {
    const listed = ids.filter((id, i) => place(id, i % 3 === 0 ? 'none' : 'high', i, 0.1) !== null);
    expect(listed).toEqual(ids.filter((id, i) => i % 3 !== 0 && !inControlGroup(id, { share: 0.1, seed: 'a' })));
    expect(place('a', 'high', 0)).toBeNull();
  });

  it('begins with the most value at risk and ends with those whose value is unknown, the urgent first', () => {
    const entries = ([['a', 5, 'watch'], ['b', null, 'watch'], ['c', 90, 'watch'], ['d', null, 'high']] as const).map(([id, value, level]) => ({ id, at: place(id, level, value)! }));
    expect(entries.sort((one, other) => one.at - other.at).map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
  });
});

describe('the outcome of win-back', () => {
  // One purchase and a typical interval of 60 days: dormant from day 211 on.
  it('knows when a customer fell dormant and when she came back', () => {
    expect(lapsesOf(buyer([0, 250]), settings, 260)).toEqual([{ dormantOn: 211, backOn: 250 }]);
    expect(lapsesOf(buyer([0]), settings, 211)).toEqual([{ dormantOn: 211, backOn: null }]);
    expect(lapsesOf(buyer([0]), settings, 210)).toEqual([]);
  });

  it.each([
    ['counts who is back within 90 days', [0, 300], 400, 1, 1],
    ['does not count who is back later', [0, 301], 400, 1, 0],
    ['waits until the 90 days are over, even for who is back already', [0, 212], 300, 0, 0],
    ['counts who never came back', [0], 301, 1, 0],
  ])('%s', (_, days, asOf, lapses, back) => {
    for (const held of [true, false]) {
      expect(outcomesOf(buyer(days), trial(Number(held)), asOf)).toEqual(Array.from({ length: lapses }, () => ({ dormantOn: 211, held, back: back === 1 })));
    }
  });

  it('has no uplift without a control group, nor without anybody treated', () => {
    const some = (held: boolean) => Array.from({ length: 10 }, (_, i) => ({ dormantOn: 0, held, back: i < 5 }));
    expect(upliftOf(some(false))).toEqual({ value: null, n: 10, interval: null });
    expect(upliftOf(some(true))).toEqual({ value: null, n: 10, interval: null });
    expect(upliftOf([...some(true), ...some(false)])).toMatchObject({ value: 0, n: 20 });
  });
});

describe('win-back from the list to the KPI', () => {
  const lifecycle = trial(0.2);
  const service = { clock: calendarClock, now: 0, asOf: 0 };
  const contact = (day: number) => ({ day, hour: 10, purpose: 'win-back', channel: 'call', storeId: 'S01', associateId: null, outcome: 'reached', planned: null });
  const context: RunContext = {
    asOf: 211, policy: defaultPolicy, model: null, population: { percentileCuts: percentileCuts(defaultPolicy, [], 211), rfmCuts: rfmCuts([]) },
    settings: { value: defaultValueSettings, satisfaction: defaultSatisfactionSettings, lifecycle },
  };
  const known = (history: History): CustomerRecord => ({ history, score: score(history, context, null) });
  const isListed = (customer: CustomerRecord) => listRules['at-risk'](customer, { context, month: 1, best: null }) !== null;
  const uplift = (customers: readonly CustomerRecord[], change: Partial<KpiQuery> = {}) => measureKpi(kpiById('winback-uplift')!, customers, {
    from: 0, to: 501, grain: null, by: [], store: null, tier: null,
    parameters: { silence: 90, top: 20, rules: new TierRules(defaultPolicy, 500), satisfaction: defaultSatisfactionSettings, lifecycle, service }, ...change,
  });

  /** Everybody is dormant from day 211 on; who is on the list that day is contacted and comes back with another chance. */
  function simulated(round: number, random: () => number): CustomerRecord[] {
    return Array.from({ length: 1_000 }, (_, i) => {
      const silent = known({ ...buyer([0]), customerId: `R${round}-${i}`, homeStore: `S0${i % 2}` });
      const listed = isListed(silent);
      const days = random() < (listed ? 0.25 : 0.15) ? [0, 211 + Math.floor(random() * 90)] : [0];
      return { ...silent, history: { ...silent.history, ...buyer(days, { customerId: silent.history.customerId, homeStore: silent.history.homeStore, contacts: listed ? [contact(211)] : [] }) } };
    });
  }

  it('covers a known effect with its 95 % interval in 90 to 99 of 100 simulated trials, and never lists the control group', () => {
    const random = seeded(2026);
    let covered = 0;
    for (let round = 0; round < 100; round++) {
      const customers = simulated(round, random);
      expect(customers.filter(({ history: { customerId, contacts } }) => (contacts.length > 0) === inControlGroup(customerId, lifecycle.winBack))).toEqual([]);
      const [row] = uplift(customers);
      expect(row!.n).toBe(1_000);
      const [low, high] = row!.interval!;
      if (low <= 0.1 && 0.1 <= high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(90);
    expect(covered).toBeLessThanOrEqual(99);
  });

  it('counts lapses in the period and at the home store they belong to', () => {
    const customers = simulated(0, seeded(1));
    expect(uplift(customers, { from: 200, to: 211 })[0]).toMatchObject({ value: null, n: 0 });
    expect(uplift(customers, { from: 211, to: 212 })).toEqual(uplift(customers).map((row) => ({ ...row, period: '1970-07-31/1970-08-01' })));
    expect(uplift(customers, { by: ['store'] }).map(({ store, n }) => [store, n])).toEqual([['S00', 500], ['S01', 500]]);
  });

  it('counts no lapse from before anybody was treated, unless the deployment names a day', () => {
    const before = known({ ...buyer([0]), customerId: 'early' });
    const later = known({ ...buyer([100], { contacts: [contact(330)] }), customerId: 'late' });
    expect(uplift([before, later])[0]!.n).toBe(0);
    const named = { ...lifecycle, winBack: { ...lifecycle.winBack, from: 200 } };
    expect(uplift([before, later], { parameters: { silence: 90, top: 20, rules: new TierRules(defaultPolicy, 500), satisfaction: defaultSatisfactionSettings, lifecycle: named, service } })[0]!.n).toBe(2);
  });
});

it('the five steps name the weightiest cause first and what would prevent it', () => {
  const risk: Risk = {
    level: 'high', valueAtRisk: 700, sensibleSpend: 70, action: 'resolve-complaint',
    reasons: [{ code: 'silent', stage: 'dormant', lastOn: 1, usualGap: 30 }, { code: 'complaint-open', count: 1, openedAt: 5 }],
  };
  expect(winBackSteps({ stage: 'dormant', layer: 'drifting', since: 40 }, risk)).toEqual({
    spotted: { stage: 'dormant', since: 40 }, futureValue: { atRisk: 700, sensibleSpend: 70 },
    causes: ['complaint-open', 'silent'], action: 'resolve-complaint', prevention: 'answer-complaints-in-time',
  });
});

it('the outcomes of an attempt are those of the win-back contacts since her last purchase', () => {
  const contact = (day: number, purpose: string, outcome: string | null) => ({ day, hour: 11, purpose, channel: 'call', storeId: 'S01', associateId: 'A1', outcome, planned: null });
  const history = buyer([10, 200], { contacts: [contact(150, 'win-back', 'came'), contact(410, 'birthday', null), contact(420, 'win-back', 'no-answer'), contact(430, 'win-back', null)] });
  expect(winBackOutcomes(history)).toEqual([{ day: 420, channel: 'call', associateId: 'A1', outcome: 'no-answer' }, { day: 430, channel: 'call', associateId: 'A1', outcome: null }]);
});

it('whoever is held back is given no action that would win her back, but her complaint is still to be resolved', () => {
  const everybodyHeld = { ...settings, winBack: { ...settings.winBack, share: 1 } };
  const actionFor = (more: Partial<History>, lifecycle: LifecycleSettings) => {
    const history = buyer([0], more);
    return riskOf({
      history, pAlive: null, lifetimeValue: null, lifecycle: lifecycleOf(history, null, lifecycle, 400), settings: lifecycle, asOf: 400,
      satisfaction: satisfactionOf(history, defaultSatisfactionSettings, 400),
    }).action;
  };
  expect(actionFor({}, { ...settings, winBack: { ...settings.winBack, share: 0 } })).toBe('win-back');
  expect(actionFor({}, everybodyHeld)).toBe('none');
  expect(actionFor({ complaints: [complaint(390 * 86_400_000)] }, everybodyHeld)).toBe('resolve-complaint');
});
