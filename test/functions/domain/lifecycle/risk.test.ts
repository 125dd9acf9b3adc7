import { describe, expect, it } from 'vitest';
import type { History } from '../../../../functions/domain/history.ts';
import { riskOf, type RiskInput } from '../../../../functions/domain/lifecycle/risk.ts';
import { defaultLifecycleSettings as settings } from '../../../../functions/domain/lifecycle/settings.ts';
import { lifecycleOf } from '../../../../functions/domain/lifecycle/stage.ts';
import { satisfactionOf } from '../../../../functions/domain/satisfaction/satisfaction.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { buyer, complaint, csat, every, purchase } from './people.ts';

function risk(history: History, asOf: number, more: Partial<RiskInput> = {}) {
  const pAlive = more.pAlive === undefined ? 1 : more.pAlive;
  return riskOf({
    history, pAlive, lifetimeValue: 1_000_000, settings, asOf,
    satisfaction: satisfactionOf(history, defaultSatisfactionSettings, asOf),
    lifecycle: lifecycleOf(history, pAlive, settings, asOf),
    ...more,
  });
}
const steady = every(30, 9);
const lastOn = steady.at(-1)!;

describe('a warning', () => {
  it('is not raised about a customer who comes as usual', () => {
    expect(risk(buyer(steady), lastOn + 20)).toEqual({ level: 'none', valueAtRisk: 0, sensibleSpend: 0, reasons: [], action: 'none' });
  });

  it('names the last purchase and the usual interval of a silent customer, and stays the same while she is silent', () => {
    const drifting = risk(buyer(steady), lastOn + 70, { pAlive: 0.6 });
    // Eight gaps of 30 and one typical gap of 60 days: 300 / 9.
    expect(drifting.reasons).toEqual([{ code: 'silent', stage: 'drifting', lastOn, usualGap: 33 }]);
    expect(drifting).toMatchObject({ level: 'watch', action: 'personal-contact' });
    expect(risk(buyer(steady), lastOn + 90, { pAlive: 0.6 })).toEqual(drifting);
  });

  it('is high and asks for a win-back once she is dormant', () => {
    expect(risk(buyer(steady), lastOn + 150, { pAlive: 0.2 })).toMatchObject({ level: 'high', action: 'win-back', valueAtRisk: 800_000, sensibleSpend: 80_000 });
  });

  it('tells of a customer whom the model gives up before her silence is long', () => {
    expect(risk(buyer(steady), lastOn + 40, { pAlive: 0.4 }).reasons).toEqual([{ code: 'fading', aliveBelow: 0.5 }]);
  });

  it('tells of visits that became rarer', () => {
    const days = [...every(14, 9), 112 + 45, 112 + 90, 112 + 140];
    expect(risk(buyer(days), 253).reasons).toEqual([{ code: 'frequency-drop', recent: 47, usual: 14 }]);
  });

  it('tells of baskets that became smaller', () => {
    const purchases = steady.map((day, i) => purchase(day, i < 6 ? 60_000 + i * 1_000 : 20_000));
    expect(risk(buyer([], { purchases }), lastOn + 1)).toMatchObject({
      level: 'watch', action: 'show-new-arrivals', reasons: [{ code: 'basket-drop', recent: 20_000, usual: 62_500 }],
    });
  });

  it('puts an open complaint before everything else', () => {
    const history = buyer(steady, { complaints: [complaint(5_000), complaint(4_000), complaint(1_000, { resolvedAt: 2_000 })], answers: [csat(1, lastOn)] });
    expect(risk(history, lastOn + 150)).toMatchObject({ level: 'high', action: 'resolve-complaint' });
    expect(risk(history, lastOn + 1).reasons).toEqual([
      { code: 'complaint-open', count: 2, openedAt: 4_000 },
      { code: 'low-score', metric: 'csat', score: 1, scale: 5, day: lastOn },
    ]);
  });

  it('forgets a low score after half a year', () => {
    const history = buyer(every(30, 20), { answers: [csat(1, 400)] });
    expect(risk(history, 579).reasons).toHaveLength(1);
    expect(risk(history, 580).reasons).toHaveLength(0);
  });

  it('recommends only mass messages where a personal contact costs more than it can save', () => {
    expect(risk(buyer(steady), lastOn + 70, { pAlive: 0.9, lifetimeValue: 50_000 }).action).toBe('low-cost-message');
  });
});

describe('the value at risk', () => {
  it.each([[123_457, 0.25, 92_593], [123_457, 1, 0], [0, 0.5, 0]])('of a lifetime value of %i at P(alive) %d is %i', (lifetimeValue, pAlive, value) => {
    expect(risk(buyer(steady), lastOn, { lifetimeValue, pAlive }).valueAtRisk).toBe(value);
  });

  it.each([[{ lifetimeValue: null }], [{ pAlive: null }]])('is not known when %j', (unknown) => {
    expect(risk(buyer(steady), lastOn, unknown)).toMatchObject({ valueAtRisk: null, sensibleSpend: null });
  });
});
