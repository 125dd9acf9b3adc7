import type { KpiUnit, Measure } from '../kpis/kpi.ts';
import { changeOf } from '../statistics/difference.ts';
import type { ReportMonths } from './report-months.ts';

/** How a figure changed: by how much, and whether more than chance explains; null where there is nothing to compare, or no interval to judge by. */
export interface FigureChange { by: number | null; clear: boolean | null }

/** A figure of the report in its three months; a month is null before the chain had any facts. */
export interface Figure { measure: string; now: Measure; lastMonth: Measure | null; lastYear: Measure | null; sinceLastMonth: FigureChange; sinceLastYear: FigureChange }

/** A figure with its changes: shares and scores in points, everything else relative to what it was. */
export function figureOf(measure: string, unit: KpiUnit, { now, lastMonth, lastYear }: ReportMonths<Measure | null>): Figure {
  const known = now ?? { value: null, n: 0 };
  return { measure, now: known, lastMonth, lastYear, sinceLastMonth: changeSince(lastMonth, known, unit), sinceLastYear: changeSince(lastYear, known, unit) };
}

function changeSince(before: Measure | null, now: Measure, unit: KpiUnit): FigureChange {
  if (before === null || before.value === null || now.value === null) return { by: null, clear: null };
  const judged = now.interval && before.interval ? changeOf({ value: now.value, interval: now.interval }, { value: before.value, interval: before.interval }) : null;
  const clear = judged && judged !== 'unclear';
  const difference = now.value - before.value;
  if (unit === 'share' || unit === 'score') return { by: difference, clear };
  return { by: before.value === 0 ? null : difference / Math.abs(before.value), clear };
}
