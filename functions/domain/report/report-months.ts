import { firstDayOf, formatMonth, type Day, type Month } from '../calendar.ts';
import type { Period } from '../periods.ts';

/** The months a report sets side by side. */
export interface ReportMonths<T> { now: T; lastMonth: T; lastYear: T }

/** The month of a report, the one before and the same a year before; the day after the as-of date ends whichever of them is not over. */
export function reportMonths(month: Month, asOf: Day): ReportMonths<Period> {
  const period = (of: Month): Period => ({ label: formatMonth(of), from: firstDayOf(of), to: Math.min(firstDayOf(of + 1), asOf + 1) });
  return { now: period(month), lastMonth: period(month - 1), lastYear: period(month - 12) };
}

/** Something worked out for each of the months. */
export function forEachMonth<T, R>({ now, lastMonth, lastYear }: ReportMonths<T>, work: (month: T) => R): ReportMonths<R> {
  return { now: work(now), lastMonth: work(lastMonth), lastYear: work(lastYear) };
}
