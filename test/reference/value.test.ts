import { describe, expect, it } from 'vitest';
import { compare } from '../../functions/domain/value/backtest.ts';
import type { BgNbdParameters } from '../../functions/domain/value/bg-nbd/bg-nbd-parameters.ts';
import { fitPurchaseModel } from '../../functions/domain/value/fit-purchase-model.ts';
import { expectedValuePerOccasion } from '../../functions/domain/value/gamma-gamma/expected-value.ts';
import { fitGammaGamma, type SpendParameters } from '../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import { weeklyHorizon, type Horizon } from '../../functions/domain/value/horizon.ts';
import { Outlooks } from '../../functions/domain/value/outlooks.ts';
import type { ParetoNbdParameters } from '../../functions/domain/value/pareto-nbd/pareto-nbd-parameters.ts';
import type { PurchaseFit, PurchaseModel } from '../../functions/domain/value/purchase-fit.ts';
import { expectedForever, expectedIfAlive, probabilityAlive } from '../../functions/domain/value/purchase-model.ts';
import { datasets, reference, referenceIsThere, summariesOf, type ReferenceModel } from './value-reference.ts';

const kinds = [['bg-nbd', 'bgnbd'], ['pareto-nbd', 'paretonbd']] as const;
/** The reference gives 12 digits; the tolerance is the one it suggests, 1e-8, and 3e-10 more where b is in the thousands. */
const SCORE_TOLERANCE = 1e-8;

function modelAt(kind: 'bg-nbd' | 'pareto-nbd', parameters: Record<string, number>): PurchaseModel {
  return kind === 'bg-nbd' ? { kind, parameters: parameters as unknown as BgNbdParameters } : { kind, parameters: parameters as unknown as ParetoNbdParameters };
}

/** A model as if it were known without error. */
function exactly(model: PurchaseModel): PurchaseFit {
  return { ...model, logLikelihood: 0, standardErrors: {}, logCovariance: null, boundary: null, iterations: 0, converged: true, customers: 0, cells: 0 };
}

/** Numbers that are further from an oracle's than they may be, in words. */
class Differences {
  readonly found: string[] = [];

  check(actual: number | null, wanted: number, relative: number, what: string): void {
    if (actual === null || !(Math.abs(actual - wanted) <= relative * Math.abs(wanted))) this.found.push(`${what}: ${actual} instead of ${wanted}`);
  }

  checkFit(fit: { parameters: object; standardErrors: Record<string, number | null> }, { mle }: ReferenceModel, relative: number): void {
    for (const [name, value] of Object.entries(fit.parameters)) this.check(value as number, mle.params[name]!, relative, name);
    for (const [name, error] of Object.entries(mle.standard_errors ?? {})) this.check(fit.standardErrors[name]!, error, 1e-3, `standard error of ${name}`);
  }
}

// Oracle: lifetimes 0.11.3, BTYD 2.4.3, CLVTools 0.11.2 and a 40-digit evaluation, which agree with each other to 3e-13.
describe.skipIf(!referenceIsThere).each(datasets)('value models on %s (skipped without ../shared/reference)', (dataset) => {
  const wanted = reference(dataset);
  const summaries = summariesOf(dataset);

  const lost = kinds.filter(([, key]) => wanted.models[key].degenerate?.is_degenerate);
  const found = kinds.filter(([, key]) => !wanted.models[key].degenerate?.is_degenerate);

  it.runIf(found.length > 0).each(found)('fits %s from cold to the best likelihood any program has found', (kind, key) => {
    const fit = fitPurchaseModel(kind, summaries);
    expect(fit).toMatchObject({ converged: true, boundary: null });
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(wanted.models[key].best_log_likelihood - 1e-6);
    const differences = new Differences();
    // On the last set the likelihood is all but flat in b (standard error 22 at b = 6.7).
    differences.checkFit(fit, wanted.models[key], dataset === 'online_retail_asof' ? 1e-4 : 1e-5);
    expect(differences.found).toEqual([]);
  });

  it.runIf(lost.length > 0).each(lost)('recognises that %s has its best fit where nobody leaves, and fits what is left', (kind, key) => {
    const limit = wanted.models[key].nbd_limit!;
    const fit = fitPurchaseModel(kind, summaries);
    expect(fit).toMatchObject({ converged: true, boundary: 'no-dropout' });
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(limit.log_likelihood - 1e-6);
    expect(fit.parameters.r / limit.r).toBeCloseTo(1, 5);
    expect(fit.parameters.alpha / limit.alpha).toBeCloseTo(1, 5);
  });

  it.runIf(wanted.models.gammagamma)('fits Gamma-Gamma to the best likelihood any program has found', () => {
    const model = wanted.models.gammagamma!;
    const fit = fitGammaGamma(summaries)!;
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(model.best_log_likelihood - 1e-6);
    const differences = new Differences();
    differences.checkFit(fit, model, 2e-5);
    differences.check(expectedValuePerOccasion(model.scoring_params as unknown as SpendParameters, 0, 0), model.population_mean, SCORE_TOLERANCE, 'population mean');
    expect(differences.found).toEqual([]);
  });

  it.each(kinds)('scores P(alive), expected occasions and endless discounted occasions under %s like the oracles', (kind, key) => {
    const model = modelAt(kind, wanted.models[key].scoring_params);
    const differences = new Differences();
    for (const customer of wanted.customers) {
      const { frequency, recency, T } = customer;
      const alive = probabilityAlive(model, frequency, recency, T);
      differences.check(alive, customer[`${key}_p_alive`]!, SCORE_TOLERANCE, 'P(alive)');
      for (const weeks of [13, 26, 39, 52]) {
        differences.check(alive * expectedIfAlive(model, frequency, T, weeks), customer[`${key}_expected_${weeks}w`]!, SCORE_TOLERANCE, `occasions in ${weeks} weeks`);
      }
      if (kind === 'bg-nbd') continue;
      const forever = alive * expectedForever(model, frequency, T, wanted.discount.continuous_weekly_delta_for_dert);
      differences.check(forever, customer['paretonbd_dert']!, SCORE_TOLERANCE, 'DERT');
    }
    for (const [weeks, expected] of Object.entries(wanted.population_expected_repeat_purchases[key])) {
      differences.check(expectedIfAlive(model, 0, 0, Number(weeks)), expected, SCORE_TOLERANCE, `a new customer's occasions in ${weeks} weeks`);
    }
    expect(differences.found).toEqual([]);
  });

  const clv: [name: string, kind: 'bg-nbd' | 'pareto-nbd', horizon: Horizon][] = [
    ['clv_bgnbd_52w_weekly_15pct', 'bg-nbd', weeklyHorizon(52, 0.15)],
    ['clv_bgnbd_12m_lifetimes', 'bg-nbd', { stepWeeks: 4.345, steps: 12, discountPerStep: 1.01 }],
    ['clv_bgnbd_52w_undiscounted', 'bg-nbd', weeklyHorizon(52, 0)],
    ['clv_paretonbd_52w_weekly_15pct', 'pareto-nbd', weeklyHorizon(52, 0.15)],
    ['clv_paretonbd_12m_lifetimes', 'pareto-nbd', { stepWeeks: 4.345, steps: 12, discountPerStep: 1.01 }],
  ];
  it.runIf(wanted.models.gammagamma).each(clv)('gives the discounted value %s of the oracles', (name, kind, horizon) => {
    const model = modelAt(kind, wanted.models[kind === 'bg-nbd' ? 'bgnbd' : 'paretonbd'].scoring_params);
    const spend = wanted.models.gammagamma!.scoring_params as unknown as SpendParameters;
    const outlooks = new Outlooks(model, horizon, { youngest: 0, oldest: 60, isShared: () => true });
    const differences = new Differences();
    for (const customer of wanted.customers) {
        const { frequency, recency, T } = customer;
        const value = probabilityAlive(model, frequency, recency, T) * outlooks.at(frequency, T).discounted
          * expectedValuePerOccasion(spend, frequency, customer.monetary_value);
        differences.check(value, customer[name]!, SCORE_TOLERANCE, name);
    }
    expect(differences.found).toEqual([]);
  });

  it.runIf(wanted.holdout).each(kinds)('predicts the hold-out under %s with the totals and errors of the oracles', (kind, key) => {
    const model = exactly(modelAt(kind, wanted.models[key].scoring_params));
    const tested = compare(
      { summaries, occasions: summaries.holdoutOccasions, spend: null, weeks: wanted.holdout!.horizon_weeks }, { purchase: model, spend: null }, 0.8, null,
    );
    const differences = new Differences();
    for (const [got, oracle] of [[tested.occasions, wanted.holdout![key]], [tested.naive, wanted.holdout!['naive_rate (x/T*H)']]] as const) {
      differences.check(got.totalPredicted, oracle.total_predicted, 1e-8, 'total predicted');
      expect(got.totalActual).toBe(oracle.total_actual);
      differences.check(got.mae, oracle.mae, 1e-8, 'MAE');
      differences.check(got.rmse, oracle.rmse, 1e-8, 'RMSE');
      for (const { frequency, customers, meanPredicted, meanActual } of got.byFrequency) {
        const byClass = oracle.by_calibration_frequency[frequency === 7 ? '7+' : String(frequency)]!;
        expect(customers).toBe(byClass.customers);
        differences.check(meanPredicted, byClass.mean_predicted, 1e-8, `mean predicted at ${frequency}`);
        differences.check(meanActual, byClass.mean_actual, 1e-8, `mean actual at ${frequency}`);
      }
    }
    expect(differences.found).toEqual([]);
  });
});
