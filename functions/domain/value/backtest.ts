import { accuracyOf, type Accuracy } from './accuracy.ts';
import { fitPurchaseModel } from './fit-purchase-model.ts';
import { expectedValuePerOccasion } from './gamma-gamma/expected-value.ts';
import { fitGammaGamma, type SpendFit } from './gamma-gamma/fit-gamma-gamma.ts';
import { intervalCoverage, type Coverage } from './interval/interval-coverage.ts';
import { ValueIntervals } from './interval/value-intervals.ts';
import { Outlooks } from './outlooks.ts';
import { populationOf } from './population.ts';
import type { PurchaseFit, PurchaseModel } from './purchase-fit.ts';
import { probabilityAlive } from './purchase-model.ts';
import type { ValueSettings } from './settings.ts';
import type { PurchaseSummaries } from './summary.ts';

/** Customers as seen at the end of a calibration period, and what each did in the weeks after it. */
export interface Holdout {
  summaries: PurchaseSummaries;
  occasions: Float64Array;
  /** Null where the data hold no money. */
  spend: Float64Array | null;
  weeks: number;
}

/** Models fitted on a calibration period alone. */
export interface Calibrated { purchase: PurchaseFit; spend: SpendFit | null }

/** How predictions made from a calibration period compare with what then happened. */
export interface Backtest {
  weeks: number;
  customers: number;
  occasions: Accuracy;
  /** Everybody going on at her own past rate, x / T. */
  naive: Accuracy;
  /** The last good model on the same hold-out, by the parameters of its own calibration, so that neither has seen it. */
  lastGood: Accuracy | null;
  spend: Accuracy | null;
  intervalLevel: number;
  /** How often occasions and spend lay in their interval, and how often they should have by the model. */
  occasionsCoverage: Coverage;
  spendCoverage: Coverage | null;
  calibrated: Calibrated;
}

/** Fits on the calibration period, predicts the hold-out and compares. Null when nobody had bought before the hold-out or it is empty of time. */
export function backtest(holdout: Holdout, settings: Pick<ValueSettings, 'model' | 'intervalLevel'>, lastGood: Calibrated | null): Backtest | null {
  const { summaries, weeks } = holdout;
  if (summaries.length === 0 || !(weeks > 0)) return null;
  const purchase = fitPurchaseModel(settings.model, summaries);
  const spend = holdout.spend && fitGammaGamma(summaries);
  return compare(holdout, { purchase, spend }, settings.intervalLevel, lastGood);
}

/** Compares models that were fitted on the calibration period with what happened after it. */
export function compare(holdout: Holdout, calibrated: Calibrated, intervalLevel: number, lastGood: Calibrated | null): Backtest {
  const { summaries, occasions, weeks } = holdout;
  const { purchase, spend } = calibrated;
  const { frequency, age, monetaryValue } = summaries;
  const predicted = predictOccasions(purchase, summaries, weeks);
  const predictedSpend = spend && predicted.map((count, i) => count * expectedValuePerOccasion(spend.parameters, frequency[i]!, Math.max(0, monetaryValue[i]!)));
  const intervals = new ValueIntervals(purchase, spend, weeks, intervalLevel);
  const coverage = intervalCoverage(intervals, holdout);
  return {
    weeks, customers: summaries.length,
    occasions: accuracyOf(predicted, occasions, frequency),
    naive: accuracyOf(frequency.map((x, i) => (age[i]! > 0 ? x / age[i]! * weeks : 0)), occasions, frequency),
    lastGood: lastGood && accuracyOf(predictOccasions(lastGood.purchase, summaries, weeks), occasions, frequency),
    spend: predictedSpend && holdout.spend && accuracyOf(predictedSpend, holdout.spend, frequency),
    intervalLevel, occasionsCoverage: coverage.occasions, spendCoverage: coverage.spend, calibrated,
  };
}

/** Expected occasions of everybody in the next weeks. */
export function predictOccasions(model: PurchaseModel, summaries: PurchaseSummaries, weeks: number): Float64Array {
  const { length, frequency, recency, age } = summaries;
  const outlooks = new Outlooks(model, { stepWeeks: weeks, steps: 1, discountPerStep: 1 }, populationOf(summaries));
  const predicted = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    predicted[i] = probabilityAlive(model, frequency[i]!, recency[i]!, age[i]!) * outlooks.at(frequency[i]!, age[i]!).occasions;
  }
  return predicted;
}
