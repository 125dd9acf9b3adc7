import type { ModelAnswer } from '../../functions/contract/service-answers.ts';
import { spreadOf } from '../../functions/domain/value/value-spread.ts';
import { asOf, provenance } from './fixture-answers.ts';

const classes: [customers: number, predicted: number, actual: number, rate: number][] = [
  [829, 0.25, 0.26, 0], [492, 0.28, 0.27, 0.42], [297, 0.4, 0.33, 0.74], [232, 0.47, 0.49, 0.84], [178, 0.54, 0.68, 0.95], [124, 0.63, 0.59, 1.02], [97, 0.74, 0.8, 1.2], [348, 1.29, 1.49, 2.1],
];
const accuracy = (which: 1 | 3, totalPredicted: number, mae: number) => ({
  totalPredicted, totalActual: 1351, mae, rmse: mae * 1.7,
  byFrequency: classes.map((row, frequency) => ({ frequency, customers: row[0], meanPredicted: row[which], meanActual: row[2], rmse: 0.9 })),
});
const fit = { standardErrors: {}, logLikelihood: -33_090.4, boundary: null, converged: true, iterations: 2, customers: 2885 };
const purchase = { ...fit, kind: 'bg-nbd' as const, parameters: { r: 0.64, alpha: 7.83, a: 1.02, b: 7.54 }, cells: 2411 };
const spend = { ...fit, parameters: { p: 2.26, q: 6.61, v: 271_383 } };

/** A chain whose value one customer in ten holds half of; `kept` with a model of an earlier night. */
export const model = (kept = false): ModelAnswer => ({
  ...provenance(),
  model: {
    state: kept ? 'kept' : 'ready', reason: kept ? 'fell-behind' : null, fittedOn: kept ? '2026-11-19' : asOf, customers: 2885, repeatCustomers: 1981, purchase, spend, rejected: null,
    backtest: {
      weeks: 13, customers: 2597, occasions: accuracy(1, 1263.3, 0.53), naive: accuracy(3, 1802.4, 0.66), lastGood: null, spend: null,
      intervalLevel: 0.8, occasionsCoverage: { held: 0.86, promised: 0.87 }, spendCoverage: { held: 0.81, promised: 0.83 }, calibrated: { purchase, spend },
    },
  },
  worth: { horizonMonths: 12, ...spreadOf(Array.from({ length: 2885 }, (_, i) => Math.round(2000 * 1.0024 ** i)))! },
});
