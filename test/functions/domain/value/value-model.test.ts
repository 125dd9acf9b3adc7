import { describe, expect, it } from 'vitest';
import type { History } from '../../../../functions/domain/history.ts';
import { defaultValueSettings as settings } from '../../../../functions/domain/value/settings.ts';
import { chooseModel, fitValueModel, insufficiencyOf, type FreshModel, type ValueModel } from '../../../../functions/domain/value/value-model.ts';
import { historyOf, likeCdnow, simulate } from './simulate.ts';

const asOf = 20_000;
const histories = simulate(3000, 1, likeCdnow, asOf, 30, 400, 0).map(({ history }) => history);

describe('the nightly value model', () => {
  const model = fitValueModel(histories, asOf, settings, null);

  it('finds the parameters that customers were simulated from, within three standard errors', () => {
    expect(model.state).toBe('ready');
    for (const [name, value] of Object.entries(model.purchase!.parameters)) {
      const error = model.purchase!.standardErrors[name]!;
      expect(Math.abs(value - likeCdnow[name as 'r'])).toBeLessThan(3 * error);
    }
    for (const [name, value] of Object.entries(model.spend!.parameters)) {
      expect(Math.abs(value - likeCdnow[name as 'p'])).toBeLessThan(3 * model.spend!.standardErrors[name as 'p']!);
    }
  });

  it('is back-tested on days that its calibration has not seen, and beats the naive rate there', () => {
    const { backtest } = model;
    expect(backtest!.weeks).toBe(settings.backtestDays / 7);
    expect(backtest!.occasions.mae).toBeLessThan(backtest!.naive.mae);
    expect(backtest!.occasions.totalActual).toBe(histories.flatMap(({ purchases }) => {
      const seen = purchases.some(({ day }) => day <= asOf - settings.backtestDays);
      return seen ? [...new Set(purchases.filter(({ day }) => day > asOf - settings.backtestDays).map(({ day }) => day))] : [];
    }).length);
    expect(backtest!.calibrated.purchase.logLikelihood).not.toBe(model.purchase!.logLikelihood);
  });

  it('reads the histories only once, in any order, and is plain JSON', () => {
    function* once() { yield* histories.toReversed(); }
    const again = fitValueModel(once(), asOf, settings, null);
    expect(again.purchase!.logLikelihood).toBeCloseTo(model.purchase!.logLikelihood, 6);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it.each<[reason: string, what: string, of: typeof histories]>([
    ['too-few-customers', 'fewer customers than the gate', histories.slice(0, 499)],
    ['too-short-history', 'less history than the gate', simulate(600, 2, likeCdnow, asOf, 0, 170, 0).map(({ history }) => history)],
    ['too-few-occasions', 'nobody with three occasions', Array.from({ length: 600 }, (_, i) => historyOf(`C${i}`, [{ day: asOf - 200, spend: 1 }, { day: asOf - i % 90, spend: 1 }]))],
    ['no-repeat-spend', 'nothing ever spent on a repeat', Array.from({ length: 600 }, (_, i) => historyOf(`C${i}`, [200, 100 + i % 50, 50].map((ago) => ({ day: asOf - ago, spend: 0 }))))],
  ])('says %s for %s', (reason, _, of) => {
    expect(fitValueModel(of, asOf, settings, null)).toMatchObject({ state: 'insufficient-data', reason, purchase: null, spend: null });
  });

  it('has a model of as many customers as the gate asks for, and of as many days', () => {
    expect(fitValueModel(histories.slice(0, 500), asOf, settings, null)).toMatchObject({ state: 'ready', customers: 500 });
    const recent = simulate(600, 2, likeCdnow, asOf, 0, 170, 0).map(({ history }) => history);
    const since = (days: number) => fitValueModel([...recent, historyOf('first', [{ day: asOf - days, spend: 100 }])], asOf, settings, null);
    expect(since(180).state).toBe('ready');
    expect(since(179).reason).toBe('too-short-history');
  });

  it('has a model as soon as one customer has three occasions', () => {
    const first = (count: number) => (history: History): History => ({ ...history, purchases: history.purchases.slice(0, count) });
    const twice = histories.map(first(2));
    const often = histories.findIndex(({ purchases }) => purchases.length > 3);
    expect(fitValueModel(twice, asOf, settings, null).reason).toBe('too-few-occasions');
    expect(fitValueModel(twice.with(often, first(3)(histories[often]!)), asOf, settings, null).state).toBe('ready');
  });

  // No data are known on which a fit stops before its summit; what would be done then is decided all the same.
  describe.each(['purchase', 'spend'] as const)('on a night whose %s model finds no end', (part) => {
    const endless = { ...(model as FreshModel), [part]: { ...model[part], converged: false } };

    it('keeps the last good model and says why', () => {
      const lastGood = { ...model, fittedOn: asOf - 1 };
      const tonight = chooseModel(endless, lastGood, settings);
      expect(tonight).toEqual({ ...lastGood, state: 'kept', reason: 'did-not-converge', rejected: model.backtest });
      expect(insufficiencyOf(tonight)).toBeNull();
    });

    it('has no model, and says why, without a good one to keep', () => {
      expect(chooseModel(endless, null, settings)).toMatchObject({ state: 'insufficient-data', reason: 'did-not-converge', purchase: null, spend: null, customers: 3000 });
    });
  });

  it('does not take a night without a model for a good one', () => {
    const without = fitValueModel([], asOf - 1, settings, null);
    expect(fitValueModel(histories, asOf, settings, without)).toEqual(model);
  });

  it('comes to an end where the likelihood rises slowest, with amounts a per cent apart within and between customers', () => {
    const alike = simulate(600, 55, { ...likeCdnow, r: 1.2, alpha: 6, a: 0.5, b: 5, p: 1e4, q: 1e4, v: 3000 }, asOf, 30, 400, 0).map(({ history }) => history);
    const { spend } = fitValueModel(alike, asOf, settings, null);
    expect(spend).toMatchObject({ converged: true, boundary: 'constant-spend' });
    expect(spend!.iterations).toBeLessThan(60);
  });

  it('keeps the last good model when tonight predicts the hold-out clearly worse than that would have, and says so', () => {
    // A last model that knows this hold-out better than any honest fit can.
    const flattering = fitValueModel(histories, asOf, { ...settings, backtestTolerance: -0.5 }, model);
    expect(flattering).toMatchObject({ state: 'kept', reason: 'fell-behind', fittedOn: asOf, purchase: model.purchase });
    expect(flattering.rejected!.lastGood!.mae).toBeCloseTo(model.backtest!.occasions.mae, 10);
  });

  it('replaces the last good model by one that does as well', () => {
    const tonight = fitValueModel(histories, asOf, settings, { ...model, fittedOn: asOf - 1 });
    expect(tonight).toMatchObject({ state: 'ready', fittedOn: asOf, rejected: null });
  });

  it('goes back to using fits after a night on which one was kept', () => {
    const kept: ValueModel = { ...model, state: 'kept', reason: 'fell-behind', rejected: model.backtest };
    expect(fitValueModel(histories, asOf, settings, kept).state).toBe('ready');
  });
});
