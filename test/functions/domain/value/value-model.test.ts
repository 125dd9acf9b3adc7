import { describe, expect, it } from 'vitest';
import { defaultValueSettings as settings } from '../../../../functions/domain/value/settings.ts';
import { fitValueModel, type ValueModel } from '../../../../functions/domain/value/value-model.ts';
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
