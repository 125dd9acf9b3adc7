import { formatDay } from '../../../functions/domain/calendar.ts';
import type { Accuracy } from '../../../functions/domain/value/accuracy.ts';
import type { PurchaseBoundary } from '../../../functions/domain/value/purchase-fit.ts';
import type { SpendBoundary } from '../../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import type { Coverage } from '../../../functions/domain/value/interval/interval-coverage.ts';
import type { ClvResult, CustomerScore } from './result.ts';
import { thousands } from './thousands.ts';
import { valueName } from './value-name.ts';
import { visible } from '../visible.ts';
import { weeksText } from './weeks-text.ts';

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

function dataSheet(result: ClvResult): Sheet {
  const { input: { summaries, calibrationEnd, marginSource }, horizonWeeks, pAlive, expectedOccasions, lifetimeValue, models, settings: { discountRate } } = result;
  const total = (column: Float64Array) => column.reduce((sum, v) => sum + v, 0);
  const notes = [
    ...(models.spend ? [`Lifetime value is the ${valueName(result)}, discounted at ${percent(discountRate)} a year${marginSource === null ? '' : `, at margins from ${marginSource === 'cost' ? 'costs' : '--margin-rate'}`}.`] : []),
    ...missingSpendModel(result),
  ];
  return {
    title: 'Data and outlook', head: ['', ''],
    rows: [
      ['customers', thousands(summaries.length)],
      ['of them came back', thousands(summaries.frequency.reduce((n, x) => n + (x > 0 ? 1 : 0), 0))],
      ['repeat occasions', thousands(total(summaries.frequency))],
      ...(calibrationEnd === null ? [] : [['seen up to', formatDay(calibrationEnd)]]),
      ['still there (expected)', thousands(total(pAlive))],
      [`occasions to come in ${weeksText(horizonWeeks)} weeks`, thousands(total(expectedOccasions))],
      ...(models.spend ? [['their lifetime value', amount(total(lifetimeValue))]] : []),
    ],
    ...(notes.length > 0 && { note: notes.join(' ') }),
  };
}

/** Why there is no value although the file has amounts. */
function missingSpendModel({ input: { hasMoney, summaries }, models: { spend } }: ClvResult): string[] {
  if (!hasMoney || spend) return [];
  return [`There is no value: ${summaries.frequency.some((x) => x > 0)
    ? 'no repeat purchase has an amount above 0, and what customers spend is learned from repeats.'
    : 'what customers spend is learned from repeats, and nobody came back.'}`];
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
  const row = (name: string, { totalPredicted, totalActual, mae, rmse }: Accuracy) => [name, thousands(totalPredicted), thousands(totalActual), number(mae), number(rmse)];
  const share = (value: number) => `${(value * 100).toFixed(1)} %`;
  // Nothing at all is often likelier than the level, and then an interval holds more than it.
  const covered = ({ held, promised }: Coverage) => `${share(held)} (${share(promised)} by the model)`;
  return [{
    title: `Hold-out of ${weeksText(holdout.weeks)} weeks`, head: ['', 'predicted', 'actual', 'mean error', 'RMSE'],
    rows: [row('occasions', holdout.occasions), row('  own past rate (naive)', holdout.naive), ...(holdout.spend ? [row('spend', holdout.spend)] : [])],
    note: `${percent(holdout.intervalLevel)} intervals held ${covered(holdout.occasionsCoverage)} of the occasions`
      + (holdout.spendCoverage === null ? '' : ` and ${covered(holdout.spendCoverage)} of the spends`),
  }];
}

function customerSheets(result: ClvResult): Sheet[] {
  const { listed, models: { spend }, settings: { intervalLevel }, horizonWeeks } = result;
  if (listed.length === 0) return [];
  const what = spend ? 'value' : 'occasions';
  const bounds = ['from', 'to'].map((end) => `${what}, ${`${percent(intervalLevel)} ${end}`.replaceAll(' ', '\u00a0')}`);
  return [{
    title: spend ? 'Customers of highest value' : 'Customers of most expected occasions',
    head: ['customer', 'repeats', 'weeks since last', 'P(alive)', 'occasions', ...(spend ? ['spend each', 'lifetime value'] : []), ...bounds],
    rows: Array.from(listed, (place) => customerRow(result.scoreOf(place))),
    note: `Occasions are those to expect within ${weeksText(horizonWeeks)} weeks.${spend ? ` Lifetime value is the ${valueName(result)}.` : ''}`
      + ` With a probability of ${percent(intervalLevel)} or more ${spend ? 'it lies' : 'they lie'} between the two last columns.`,
  }];
}

function customerRow({ id, frequency, recency, age, pAlive, expectedOccasions, expectedValue, lifetimeValue, interval, occasionsInterval }: CustomerScore): string[] {
  const known = [visible(id), thousands(frequency), (age - recency).toFixed(1), pAlive.toFixed(3), expectedOccasions.toFixed(2)];
  return interval === null ? [...known, ...occasionsInterval.map((end) => thousands(end))] : [...known, amount(expectedValue!), amount(lifetimeValue!), ...interval.map(amount)];
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5)));
}

function amount(value: number): string {
  return thousands(value, 2);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
