import { describe, expect, it } from 'vitest';
import { emptyHistory, emptyProfile, type Answer, type Purchase } from '../../../../functions/domain/history.ts';
import type { CustomerRecord, Dimension } from '../../../../functions/domain/kpis/kpi.ts';
import { kpiById } from '../../../../functions/domain/kpis/catalogue.ts';
import { measureKpi } from '../../../../functions/domain/kpis/measure-kpi.ts';
import { defaultLifecycleSettings } from '../../../../functions/domain/lifecycle/settings.ts';
import { calendarClock } from '../../../../functions/domain/satisfaction/clock.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import { defaultPolicy } from '../../../../functions/domain/tiers/presets.ts';
import { TierRules } from '../../../../functions/domain/tiers/tier-rules.ts';

const parameters = { silence: 90, top: 20, rules: new TierRules(defaultPolicy, 100), satisfaction: { ...defaultSatisfactionSettings, hiddenBelow: 0 }, lifecycle: defaultLifecycleSettings, service: { clock: calendarClock, now: 0, asOf: 0 } };
const bought = (day: number, netSpend: number, more: Partial<Purchase> = {}): Purchase => ({
  day, storeId: 'S01', associateId: null, tickets: 1, units: 2, netSpend, knownMargin: 0, knownMarginSpend: 0, listValue: netSpend, excludedSpend: 0, categories: [], ...more,
});
const answered = (day: number, score: number, more: Partial<Answer> = {}): Answer => ({
  day, metric: 'csat', score, scale: 5, storeId: 'S01', associateId: null, category: null, ballot: 0, saleSpend: 0, ...more,
});
const shanghai: CustomerRecord = {
  history: {
    ...emptyHistory('C1'), homeStore: 'S01', profile: { ...emptyProfile, region: '上海' },
    purchases: [
      bought(10, 300, { associateId: 'A1', categories: [{ category: 'coat', tickets: 1, units: 1, netSpend: 200 }] }),
      bought(40, 50, { storeId: 'S02', associateId: 'A2' }),
    ],
    answers: [answered(12, 5, { associateId: 'A1', category: 'coat' }), answered(45, 1, { storeId: 'S02', associateId: 'A2' })],
  },
  score: { ...walkInScore, tier: 'gold' },
};
const elsewhere: CustomerRecord = { history: { ...emptyHistory('C2'), homeStore: 'S02', purchases: [bought(50, 70, { storeId: 'S02' })] }, score: walkInScore };

const cut = (id: string, by: readonly Dimension[], store: string | null = null) =>
  measureKpi(kpiById(id)!, [shanghai, elsewhere], { from: 0, to: 101, grain: null, by, store, tier: null, parameters })
    .map((row) => [...by.map((dimension) => row[dimension]), row.value]);

describe('cutting a KPI', () => {
  it.each<[Dimension, unknown]>([
    ['store', [['S01', 300], ['S02', 120]]],
    ['associate', [['', 70], ['A1', 300], ['A2', 50]]],
    ['region', [['', 70], ['上海', 350]]],
    ['cohort', [['1970-01', 350], ['1970-02', 70]]],
    ['category', [['', 220], ['coat', 200]]],
  ])('by %s leaves nothing out', (dimension, expected) => {
    expect(cut('net-sales', [dimension])).toEqual(expected);
  });

  it('by several makes a row for each combination that occurs', () => {
    expect(cut('net-sales', ['store', 'associate'])).toEqual([['S01', 'A1', 300], ['S02', '', 70], ['S02', 'A2', 50]]);
  });

  it('counts an answer where it was given, and of one customer the latest in each place', () => {
    expect(cut('csat', [])).toEqual([[0]]);
    expect(cut('csat', ['store'])).toEqual([['S01', 1], ['S02', 0]]);
    expect(cut('csat', ['category'])).toEqual([['', 0], ['coat', 1]]);
    expect(cut('csat', [], 'S01')).toEqual([[1]]);
  });

  it('counts the answers about sales each for itself, on the day of the sale', () => {
    const twice = { ...shanghai, history: { ...shanghai.history, answers: [answered(10, 5, { ballot: 1 }), answered(10, 1, { ballot: 2 }), answered(10, 4, { ballot: 2 })] } };
    const [row] = measureKpi(kpiById('csat')!, [twice], { from: 10, to: 11, grain: null, by: [], store: null, tier: null, parameters });
    expect(row).toMatchObject({ value: 1, n: 2 });
  });
});
