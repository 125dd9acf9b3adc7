import type { CurveChart, NoChart } from './charts.ts';
import type { ClvResult } from './result.ts';
import { thousands } from './thousands.ts';
import { valueName } from './value-name.ts';
import { weeksText } from './weeks-text.ts';

const CURVE_POINTS = 100;

/** Who holds the value, or without a spend model the expected occasions. Customers of negative value are told apart, because shares of a sum with them mean nothing. */
export function concentrationChart(result: ClvResult): CurveChart | NoChart {
  const { models: { spend }, lifetimeValue, expectedOccasions, horizonWeeks } = result;
  const value = spend ? lifetimeValue : expectedOccasions;
  const what = spend ? valueName(result) : `occasions within ${weeksText(horizonWeeks)} weeks`;
  const title = spend ? `Who holds the value: ${what}` : `Who holds the ${what}`;
  const [held, losses] = [value.filter((v) => v >= 0), value.filter((v) => v < 0)];
  const lost = losses.length === 0 ? '' : `A loss is expected of ${thousands(losses.length)} of ${thousands(value.length)} customers, ${thousands(-total(losses), 2)} in all`;
  if (!(total(held) > 0)) return { kind: 'none', title, note: `Nobody is expected to bring any, so there are no shares to show.${lost && ` ${lost}.`}` };
  const points = sharesOf(held);
  const best = [0.05, 0.1, 0.2].map((part) => `the best ${part * 100} % hold ${Math.round(shareAt(points, part) * 100)} %`);
  return {
    kind: 'curve', title, across: '% of customers, best first', up: '% of the whole held', points,
    note: `${lost && `${lost}; the curve shows the others. Of these `}${best.join(', ')}.`.replace(/^t/, 'T'),
  };
}

/** The share of all that the best customers hold, at every hundredth of them. */
function sharesOf(value: Float64Array): [number, number][] {
  const sorted = value.sort().reverse();
  const all = total(sorted);
  const points: [number, number][] = [[0, 0]];
  let held = 0;
  sorted.forEach((v, i) => {
    held += v;
    const reached = Math.floor((i + 1) / sorted.length * CURVE_POINTS);
    if (reached > Math.floor(i / sorted.length * CURVE_POINTS)) points.push([(i + 1) / sorted.length, held / all]);
  });
  return points;
}

/** The height of a curve between its points. */
export function shareAt(points: readonly [number, number][], at: number): number {
  const next = points.findIndex(([x]) => x >= at);
  if (next < 1) return next === 0 ? points[0]![1] : 1;
  const [[left, low], [right, high]] = [points[next - 1]!, points[next]!];
  return low + (high - low) * (at - left) / (right - left);
}

function total(values: Float64Array): number {
  return values.reduce((sum, v) => sum + v, 0);
}
