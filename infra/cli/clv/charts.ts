import { clearOdds, emptyOdds } from '../../../functions/domain/value/interval/occasion-odds.ts';
import type { PurchaseModel } from '../../../functions/domain/value/purchase-fit.ts';
import { addOccasionOdds } from '../../../functions/domain/value/purchase-model.ts';
import type { PurchaseSummaries } from '../../../functions/domain/value/summary.ts';
import type { ClvResult } from './result.ts';

/** Groups of bars, one group a label and one bar a series. */
export interface BarChart { kind: 'bars'; title: string; labels: string[]; series: { name: string; values: number[] }[] }
/** One rising line from (0, 0) to (1, 1). */
export interface CurveChart { kind: 'curve'; title: string; across: string; up: string; points: [number, number][] }
export type Chart = BarChart | CurveChart;

const HIGHEST = 7;
/** Ages are looked at in this many steps; a chart shows no more. */
const AGES = 64;
const CURVE_POINTS = 100;

/** What the result looks like: how well the model fits or predicts, how the value is spread, who is still there. */
export function chartsOf(result: ClvResult): Chart[] {
  const { holdout, models, input, pAlive } = result;
  const charts: Chart[] = [holdout ? {
    kind: 'bars', title: `Occasions a customer in the ${round(holdout.weeks)} weeks held out, by repeats before`,
    labels: holdout.occasions.byFrequency.map(({ frequency }) => labelOf(frequency)),
    series: [
      { name: 'predicted', values: holdout.occasions.byFrequency.map(({ meanPredicted }) => meanPredicted) },
      { name: 'actual', values: holdout.occasions.byFrequency.map(({ meanActual }) => meanActual) },
    ],
  } : fitChart(models.purchase, input.summaries)];
  const value = models.spend ? result.lifetimeValue : result.expectedOccasions;
  charts.push({
    kind: 'curve', title: models.spend ? 'Who holds the lifetime value' : 'Who holds the expected occasions',
    across: 'customers, best first', up: 'share of all', points: concentration(value),
  });
  const alive = Array.from({ length: 10 }, () => 0);
  for (const p of pAlive) alive[Math.min(9, Math.floor(p * 10))]! += 1;
  charts.push({
    kind: 'bars', title: 'Customers by the probability that they are still there',
    labels: alive.map((_, i) => `${i * 10}–${i * 10 + 10} %`), series: [{ name: 'customers', values: alive }],
  });
  return charts;
}

/** Customers by number of repeats, as counted and as the fitted model expects them. */
function fitChart(model: PurchaseModel, summaries: PurchaseSummaries): BarChart {
  const counted = Array.from({ length: HIGHEST + 1 }, () => 0);
  for (const x of summaries.frequency) counted[Math.min(x, HIGHEST)]! += 1;
  return {
    kind: 'bars', title: 'Customers by number of repeats', labels: counted.map((_, x) => labelOf(x)),
    series: [{ name: 'expected by the model', values: expectedCounts(model, summaries.age) }, { name: 'actual', values: counted }],
  };
}

function expectedCounts(model: PurchaseModel, age: Float64Array): number[] {
  const oldest = age.reduce((max, weeks) => Math.max(max, weeks), 0);
  const step = oldest / AGES || 1;
  const customers = new Float64Array(AGES + 1);
  for (const weeks of age) customers[Math.round(weeks / step)]! += 1;
  const counts = Array.from({ length: HIGHEST + 1 }, () => 0);
  const odds = emptyOdds();
  customers.forEach((count, i) => {
    if (count === 0) return;
    clearOdds(odds);
    addOccasionOdds(odds, count, model, 0, 0, i * step);
    for (let x = 0; x <= HIGHEST; x++) counts[x]! += (odds.atLeast[x] ?? 0) - (x < HIGHEST ? odds.atLeast[x + 1] ?? 0 : 0);
  });
  return counts;
}

/** The share of all that the best customers hold, at every hundredth of them. */
function concentration(value: Float64Array): [number, number][] {
  const sorted = Float64Array.from(value).sort().reverse();
  const total = sorted.reduce((sum, v) => sum + v, 0) || 1;
  const points: [number, number][] = [[0, 0]];
  let held = 0;
  sorted.forEach((v, i) => {
    held += v;
    const reached = Math.floor((i + 1) / sorted.length * CURVE_POINTS);
    if (reached > Math.floor(i / sorted.length * CURVE_POINTS)) points.push([(i + 1) / sorted.length, held / total]);
  });
  return points;
}

function labelOf(frequency: number): string {
  return frequency >= HIGHEST ? `${HIGHEST}+` : String(frequency);
}

function round(value: number): string {
  return String(Number(value.toFixed(1)));
}
