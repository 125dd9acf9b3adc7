import { formatDay } from '../../../functions/domain/calendar.ts';
import type { Accuracy } from '../../../functions/domain/value/accuracy.ts';
import type { PurchaseBoundary } from '../../../functions/domain/value/purchase-fit.ts';
import type { SpendBoundary } from '../../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import type { Coverage } from '../../../functions/domain/value/interval/interval-coverage.ts';
import type { ClvResult, CustomerScore } from './result.ts';

/** A titled table of words and numbers, ready to be printed or put into a page. */
export interface Sheet { title: string; head: string[]; rows: string[][]; note?: string }

const purchaseBoundaries: Record<PurchaseBoundary, string> = {
  'no-repeats': 'nobody came back: nothing to expect',
  'no-dropout': 'at the boundary without dropout: nobody is seen to leave, so all are taken to stay (NBD)',
  'equal-rates': 'at the boundary where everybody buys at one rate',
  'equal-dropout': 'at the boundary where everybody leaves at one rate',
  'extreme-rates': 'at the boundary where a few buy everything',
  'extreme-dropout': 'at the boundary where customers leave at once or never',
};
const spendBoundaries: Record<SpendBoundary, string> = {
  'equal-spenders': 'at the boundary where everybody spends alike',
  'constant-spend': 'at the boundary where each customer always spends the same',
  'heavy-tail': 'at the boundary where the mean value of new customers stops existing',
};

/** The whole result as tables: data, models, hold-out, customers. */
export function sheetsOf(result: ClvResult): Sheet[] {
  return [dataSheet(result), ...modelSheets(result), ...holdoutSheets(result), ...customerSheets(result)];
}

function dataSheet({ input: { summaries, calibrationEnd, marginSource }, horizonWeeks, pAlive, expectedOccasions, lifetimeValue, models }: ClvResult): Sheet {
  const total = (column: Float64Array) => column.reduce((sum, v) => sum + v, 0);
  return {
    title: 'Data and outlook', head: ['', ''],
    rows: [
      ['customers', count(summaries.length)],
      ['of them came back', count(summaries.frequency.reduce((n, x) => n + (x > 0 ? 1 : 0), 0))],
      ['repeat occasions', count(total(summaries.frequency))],
      ...(calibrationEnd === null ? [] : [['seen up to', formatDay(calibrationEnd)]]),
      ['still there (expected)', count(total(pAlive))],
      [`occasions to come in ${number(horizonWeeks)} weeks`, count(total(expectedOccasions))],
      ...(models.spend ? [[marginSource === null ? 'their discounted value' : `their discounted profit, at margins from ${marginSource === 'cost' ? 'costs' : '--margin-rate'}`, amount(total(lifetimeValue))]] : []),
    ],
  };
}

function modelSheets({ models: { purchase, spend } }: ClvResult): Sheet[] {
  const rows = (parameters: object, errors: Record<string, number | null>) =>
    Object.entries(parameters).map(([name, value]) => [name, number(value as number), errors[name] === null ? 'not determined' : number(errors[name]!)]);
  const head = ['parameter', 'estimate', 'standard error'];
  return [
    {
      title: `${purchase.kind === 'bg-nbd' ? 'BG/NBD' : 'Pareto/NBD'}: when they come back`, head, rows: rows(purchase.parameters, purchase.standardErrors),
      note: noteOf(purchase.logLikelihood, purchase.converged, purchase.boundary && purchaseBoundaries[purchase.boundary]),
    },
    ...(spend ? [{
      title: 'Gamma-Gamma: what they spend', head, rows: rows(spend.parameters, spend.standardErrors),
      note: noteOf(spend.logLikelihood, spend.converged, spend.boundary && spendBoundaries[spend.boundary]),
    }] : []),
  ];
}

function noteOf(logLikelihood: number, converged: boolean, boundary: string | null): string {
  return [`log-likelihood ${logLikelihood.toFixed(3)}`, converged ? null : 'did not converge', boundary].filter((part) => part !== null).join('; ');
}

function holdoutSheets({ holdout }: ClvResult): Sheet[] {
  if (!holdout) return [];
  const row = (name: string, { totalPredicted, totalActual, mae, rmse }: Accuracy) => [name, count(totalPredicted), count(totalActual), number(mae), number(rmse)];
  const share = (value: number) => `${(value * 100).toFixed(1)} %`;
  // Nothing at all is often likelier than the level, and then an interval holds more than it.
  const covered = ({ held, promised }: Coverage) => `${share(held)} (${share(promised)} by the model)`;
  return [{
    title: `Hold-out of ${number(holdout.weeks)} weeks`, head: ['', 'predicted', 'actual', 'mean error', 'RMSE'],
    rows: [row('occasions', holdout.occasions), row('  own past rate (naive)', holdout.naive), ...(holdout.spend ? [row('spend', holdout.spend)] : [])],
    note: `${share(holdout.intervalLevel)} intervals held ${covered(holdout.occasionsCoverage)} of the occasions`
      + (holdout.spendCoverage === null ? '' : ` and ${covered(holdout.spendCoverage)} of the spends`),
  }];
}

function customerSheets(result: ClvResult): Sheet[] {
  if (result.listed.length === 0) return [];
  return [{
    title: 'Customers of highest value',
    head: ['customer', 'repeats', 'weeks since last', 'P(alive)', 'occasions', ...(result.models.spend ? ['value each', 'lifetime value', 'from', 'to'] : ['from', 'to'])],
    rows: Array.from(result.listed, (place) => customerRow(result.scoreOf(place))),
  }];
}

function customerRow({ id, frequency, recency, age, pAlive, expectedOccasions, expectedValue, lifetimeValue, interval, occasionsInterval }: CustomerScore): string[] {
  const known = [id, count(frequency), number(age - recency), pAlive.toFixed(3), expectedOccasions.toFixed(2)];
  return interval === null ? [...known, ...occasionsInterval.map(count)] : [...known, amount(expectedValue!), amount(lifetimeValue!), ...interval.map(amount)];
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5)));
}

function amount(value: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
