import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, type History, type Purchase } from '../../../../functions/domain/history.ts';
import { kpiById, kpiCatalogue } from '../../../../functions/domain/kpis/catalogue.ts';
import type { CustomerRecord, KpiParameters, KpiQuery } from '../../../../functions/domain/kpis/kpi.ts';
import { measureKpi, measureTogether } from '../../../../functions/domain/kpis/measure-kpi.ts';
import { walkInPartition } from '../../../../functions/domain/ledger/partition.ts';
import { defaultLifecycleSettings } from '../../../../functions/domain/lifecycle/settings.ts';
import { calendarClock } from '../../../../functions/domain/satisfaction/clock.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import { defaultPolicy } from '../../../../functions/domain/tiers/presets.ts';
import { TierRules } from '../../../../functions/domain/tiers/tier-rules.ts';

const rules = new TierRules(defaultPolicy, parseDay('2026-03-01'));

const bought = (date: string, netSpend: number, change: Partial<Purchase> = {}): Purchase => ({
  day: parseDay(date), storeId: 'S01', tickets: 1, units: 1, netSpend, knownMargin: 0, knownMarginSpend: 0, listValue: netSpend, excludedSpend: 0, associateId: null, categories: [], ...change,
});
const customer = (customerId: string, tier: string | null, purchases: Purchase[], change: Partial<History> = {}): CustomerRecord => ({
  history: { ...emptyHistory(customerId), homeStore: purchases[0]?.storeId ?? 'S01', purchases, ...change }, score: { ...walkInScore, tier },
});

/** Three customers, one card that never bought, and a walk-in. */
const chain: CustomerRecord[] = [
  customer('C1', 'gold', [bought('2026-01-10', 300), bought('2026-01-10', 100, { storeId: 'S02' }), bought('2026-02-05', 200, { units: 3 })]),
  customer('C2', 'iron', [bought('2026-01-20', 50)]),
  customer('C3', 'iron', [bought('2026-02-28', 150, { storeId: 'S02' })]),
  customer('C4', null, [], { enrolledOn: parseDay('2026-02-01') }),
  { history: { ...emptyHistory(walkInPartition('S01', parseDay('2026-01-31'))), homeStore: 'S01', purchases: [bought('2026-01-31', 200, { tickets: 2, units: 2 })] }, score: walkInScore },
];
const parameters: KpiParameters = { silence: 90, top: 20, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } };
const ask = (id: string, change: Partial<KpiQuery> = {}) => measureKpi(kpiById(id)!, chain, {
  from: parseDay('2026-01-01'), to: parseDay('2026-03-01'), grain: null, by: [], store: null, tier: null, parameters, ...change,
});
const values = (id: string, change: Partial<KpiQuery> = {}) => ask(id, change).map(({ value }) => value);

describe('measuring a KPI', () => {
  it.each([
    ['net-sales', 1000], ['orders', 7], ['occasions', 4], ['customers', 3], ['new-customers', 3], ['average-order-value', 1000 / 7],
    ['units-per-ticket', 9 / 7], ['attach-rate', 9 / 7], ['average-unit-price', 1000 / 9], ['repeat-rate', 1 / 3], ['contribution-rate', 0.8],
    ['churn-rate', 0], ['active-customers', 3], ['dead-card-rate', 0.25], ['top-share', 0.75], ['key-customer-share', 2 / 3],
    ['members', 4], ['new-members', 4], ['new-customer-sales', 800], ['existing-customer-sales', 0], ['purchase-frequency', 4 / 3], ['units-sold', 9], ['units-per-customer', 9 / 5],
  ])('%s of the whole range', (id, expected) => {
    expect(values(id)).toEqual([expect.closeTo(expected, 12)]);
  });

  it('gives every period of the range a row, also where nothing happened', () => {
    expect(ask('net-sales', { grain: 'month', to: parseDay('2026-04-01') }).map(({ period, value, n }) => [period, value, n]))
      .toEqual([['2026-01', 650, 5], ['2026-02', 350, 2], ['2026-03', 0, 0]]);
    expect(ask('net-sales', { grain: 'quarter' }).map(({ period }) => period)).toEqual(['2026-Q1']);
    expect(ask('net-sales', { grain: 'day' })).toHaveLength(59);
    expect(values('average-order-value', { grain: 'month', from: parseDay('2026-03-01'), to: parseDay('2026-04-01') })).toEqual([null]);
  });

  it('counts sales at the store that sold them, and the parts add up to the chain', () => {
    expect(ask('net-sales', { by: ['store'] }).map(({ store, value }) => [store, value])).toEqual([['S01', 750], ['S02', 250]]);
    expect(values('net-sales', { store: 'S02' })).toEqual([250]);
    expect(values('occasions', { by: ['store'] })).toEqual([3, 2]);
  });

  it('counts the states of a customer once, at her home store', () => {
    expect(ask('dead-card-rate', { by: ['store'] }).map(({ store, value, n }) => [store, value, n])).toEqual([['S01', 1 / 3, 3], ['S02', 0, 1]]);
  });

  it('leaves walk-ins and customers without a tier out of tiers', () => {
    expect(ask('net-sales', { by: ['tier'] }).map(({ tier, value }) => [tier, value])).toEqual([['gold', 600], ['iron', 200]]);
    expect(ask('tier-mix').map(({ tier, value, n }) => [tier, value, n])).toEqual([['gold', 1 / 3, 1], ['iron', 2 / 3, 2]]);
    expect(values('customers', { tier: 'iron', grain: 'month' })).toEqual([1, 1]);
  });

  it('tells new from existing month by month: by the first purchase, members also by enrolment', () => {
    const monthly = { grain: 'month' as const };
    expect(values('members', monthly)).toEqual([2, 4]);
    expect(values('new-members', monthly)).toEqual([2, 2]);
    expect(values('new-customer-sales', monthly)).toEqual([450, 150]);
    expect(values('existing-customer-sales', monthly)).toEqual([0, 200]);
  });

  it('answers several questions in one pass as it answers them one by one, each of some customers if so asked', () => {
    const query = { from: parseDay('2026-01-01'), to: parseDay('2026-03-01'), grain: 'month' as const, by: ['store' as const], store: null, tier: null, parameters };
    const asked = ['net-sales', 'cohort-retention', 'dead-card-rate'].map((id) => ({ kpi: kpiById(id)!, query }));
    expect(measureTogether(asked, chain)).toEqual(asked.map(({ kpi }) => measureKpi(kpi, chain, query)));
    const gold = { only: ({ score }: CustomerRecord) => score.tier === 'gold' };
    expect(measureTogether(asked.map((question) => ({ ...question, ...gold })), chain)).toEqual(asked.map(({ kpi }) => measureKpi(kpi, chain.filter(gold.only), query)));
  });

  it('measures retention against the days before the period, as many as it has', () => {
    const february = { from: parseDay('2026-02-01'), to: parseDay('2026-03-01') };
    expect(ask('retention-rate', february)[0]).toMatchObject({ value: 1 / 2, n: 2 });
  });

  it('looks at silence from the end of each period', () => {
    const parameters = { silence: 20, top: 20, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } };
    expect(values('churn-rate', { grain: 'month', parameters })).toEqual([1 / 2, 2 / 3]);
  });

  it('puts a customer into the cohort of the month of her first purchase', () => {
    expect(ask('cohort-retention').map(({ cohort, month, value, n }) => [cohort, month, value, n])).toEqual([['2026-01', 0, 1, 2], ['2026-01', 1, 0.5, 2], ['2026-02', 0, 1, 1]]);
  });

  it('hides a satisfaction score of fewer than five answers, and tells how many there are', () => {
    const answering = (n: number) => Array.from({ length: n }, (_, at) => customer(`A${at}`, 'gold', [bought('2026-01-05', 1)], {
      answers: [{ day: parseDay('2026-01-06'), metric: 'csat', score: at % 2 === 0 ? 5 : 2, scale: 5, storeId: 'S01', associateId: null, category: null, ballot: 0, saleSpend: 0 }],
    }));
    const csat = (n: number) => measureKpi(kpiById('csat')!, answering(n), { from: parseDay('2026-01-01'), to: parseDay('2026-02-01'), grain: null, by: [], store: null, tier: null, parameters: { silence: 90, top: 20, rules, satisfaction: defaultSatisfactionSettings, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } } })[0]!;
    expect(csat(0)).toMatchObject({ value: null, n: 0 });
    expect(csat(4)).toEqual(expect.objectContaining({ value: null, n: 4, suppressed: true }));
    expect(csat(5)).toMatchObject({ value: 0.6, n: 5, interval: [expect.closeTo(0.2307, 4), expect.closeTo(0.8824, 4)] });
  });
});

describe('the catalogue', () => {
  it('lists every KPI there is a file for', () => {
    const files = readdirSync(new URL('../../../../functions/domain/kpis/catalogue', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect(kpiCatalogue.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('names and defines each in all three languages', () => {
    for (const { id, name, definition } of kpiCatalogue) {
      for (const text of [name, definition]) expect(Object.values(text).every((words) => words.length > 1), id).toBe(true);
    }
  });
});
