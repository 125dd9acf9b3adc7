import { clearOdds, emptyOdds } from '../../../functions/domain/value/interval/occasion-odds.ts';
import type { PurchaseModel } from '../../../functions/domain/value/purchase-fit.ts';
import { addOccasionOdds } from '../../../functions/domain/value/purchase-model.ts';
import type { PurchaseSummaries } from '../../../functions/domain/value/summary.ts';
import { concentrationChart } from './concentration-chart.ts';
import type { ClvResult } from './result.ts';
import { thousands } from './thousands.ts';
import { weeksText } from './weeks-text.ts';

interface Titled { title: string; note?: string }
interface Axes { across: string; up: string }
/** Groups of bars, one group a label and one bar a series; `whole` for counts. */
export interface BarChart extends Titled, Axes { kind: 'bars'; whole: boolean; labels: string[]; series: { name: string; values: number[] }[] }
/** One rising line from (0, 0) to (1, 1). */
export interface CurveChart extends Titled, Axes { kind: 'curve'; points: [number, number][] }
/** What stands where a chart would say nothing: why. */
export interface NoChart extends Titled { kind: 'none'; note: string }
export type Chart = BarChart | CurveChart | NoChart;

const HIGHEST = 7;
/** Ages are looked at in this many steps; a chart shows no more. */
const AGES = 64;

/** What the result looks like: how well the model fits or predicts, how the value is spread, who is still there. */
export function chartsOf(result: ClvResult): Chart[] {
  return [result.holdout ? holdoutChart(result.holdout) : fitChart(result.models.purchase, result.input.summaries), concentrationChart(result), aliveChart(result)];
}

function holdoutChart({ weeks, occasions: { byFrequency } }: NonNullable<ClvResult['holdout']>): BarChart {
  return {
    kind: 'bars', title: `Occasions in the ${weeksText(weeks)} weeks held out`, across: 'repeat occasions before', up: 'occasions a customer', whole: false,
    labels: byFrequency.map(({ frequency }) => labelOf(frequency)),
    series: [
      { name: 'predicted', values: byFrequency.map(({ meanPredicted }) => meanPredicted) },
      { name: 'actual', values: byFrequency.map(({ meanActual }) => meanActual) },
    ],
  };
}

/** Customers by number of repeats, as counted and as the fitted model expects them. */
function fitChart(model: PurchaseModel, summaries: PurchaseSummaries): BarChart {
  const counted = Array.from({ length: HIGHEST + 1 }, () => 0);
  for (const x of summaries.frequency) counted[Math.min(x, HIGHEST)]! += 1;
  return {
    kind: 'bars', title: 'How often customers came back', across: 'repeat occasions', up: 'customers', whole: true, labels: counted.map((_, x) => labelOf(x)),
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

/** Customers by P(alive), in tenths. */
function aliveChart({ pAlive, models: { purchase }, input: { summaries: { frequency } } }: ClvResult): BarChart {
  const counts = Array.from({ length: 10 }, () => 0);
  let [all, once, ofRepeats] = [0, 0, 0];
  pAlive.forEach((p, place) => {
    counts[Math.min(9, Math.floor(p * 10))]! += 1;
    all += p;
    if (frequency[place] === 0) once += 1;
    else ofRepeats += p;
  });
  const still = `Expected still there: ${thousands(all)} of ${thousands(pAlive.length)} customers`;
  return {
    kind: 'bars', title: 'How likely customers are still there', across: 'probability in %', up: 'customers', whole: true,
    labels: counts.map((_, i) => (i === 9 ? '90+' : `${i * 10}–${i * 10 + 10}`)), series: [{ name: 'customers', values: counts }],
    // BG/NBD lets customers leave only after a repeat, so the last bar says little about those who came once.
    note: purchase.kind === 'bg-nbd' && once > 0
      ? `${still}, and of the ${thousands(pAlive.length - once)} who came back ${thousands(ofRepeats)}. BG/NBD takes the ${thousands(once)} without a repeat to be there for certain, because in it nobody leaves before a repeat.`
      : `${still}.`,
  };
}

function labelOf(frequency: number): string {
  return frequency >= HIGHEST ? `${HIGHEST}+` : String(frequency);
}
