import type { BarChart } from './charts.ts';
import { thousands } from './thousands.ts';

/** What stands at a bar: a count as a whole number, a few expected customers with a decimal so that a bar never says 0, and a mean with two. */
export function barValue({ whole }: BarChart, value: number): string {
  if (!whole) return thousands(value, 2);
  return thousands(value, Number.isInteger(value) || value >= 10 ? 0 : 1);
}
