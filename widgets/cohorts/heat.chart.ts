import type { KpiRow } from '../../functions/contract/answers.ts';

export interface Cohort { cohort: string; size: number; cells: { month: number; value: number; heat: number }[] }

/**
 * The latest cohorts as rows of a heat map. Month 0 is left out: everybody bought then.
 * Heat is 0–1 relative to the warmest cell shown, since most retention lies far below one.
 */
export function heatMap(rows: readonly KpiRow[], cohorts: number, months: number): Cohort[] {
  const names = [...new Set(rows.map(({ cohort }) => cohort ?? ''))].sort().slice(-cohorts);
  const shown = rows.filter(({ cohort, month = 0, value }) => names.includes(cohort ?? '') && month > 0 && month <= months && value !== null);
  const warmest = Math.max(...shown.map(({ value }) => value ?? 0), 0) || 1;
  return names.map((name) => ({
    cohort: name,
    size: rows.find(({ cohort }) => cohort === name)?.n ?? 0,
    cells: shown.filter(({ cohort }) => cohort === name)
      .toSorted((a, b) => (a.month ?? 0) - (b.month ?? 0))
      .map(({ month, value }) => ({ month: month!, value: value!, heat: value! / warmest })),
  }));
}
