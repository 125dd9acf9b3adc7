import type { KpiRow } from '../../functions/contract/answers.ts';

/**
 * Whether a change may be called a change: the interval of the difference excludes zero. Measures without an interval are counts, and differ when they do.
 * The interval follows from those of the two measures: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function differs({ value: before, interval: was }: KpiRow, { value: after, interval: is }: KpiRow): boolean {
  if (before === null || after === null) return false;
  if (!was || !is) return before !== after;
  const difference = after - before;
  const below = Math.hypot(after - is[0], was[1] - before);
  const above = Math.hypot(is[1] - after, before - was[0]);
  return difference - below > 0 || difference + above < 0;
}
