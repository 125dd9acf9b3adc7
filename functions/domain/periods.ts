import { firstDayOf, formatDay, formatMonth, monthOf, partsOf, type Day } from './calendar.ts';

/** How fine a series is. */
export type Grain = 'day' | 'month' | 'quarter' | 'year';
export const grains: readonly Grain[] = ['day', 'month', 'quarter', 'year'];

/** Half-open range of business days with the name a reader gives it. */
export interface Period { label: string; from: Day; to: Day }

/**
 * Cuts the half-open range [from, to) into calendar periods, the first and last of them cut short where the range begins or ends inside.
 * Labels read `1997-03-14`, `1997-03`, `1997-Q1`, `1997`; without a grain there is one period for the whole range.
 */
export function periodsOf(from: Day, to: Day, grain: Grain | null): Period[] {
  if (grain === null) return [{ label: `${formatDay(from)}/${formatDay(to)}`, from, to }];
  const periods: Period[] = [];
  for (let start = from; start < to;) {
    const end = Math.min(endOf(start, grain), to);
    periods.push({ label: labelOf(start, grain), from: start, to: end });
    start = end;
  }
  return periods;
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

function endOf(day: Day, grain: Grain): Day {
  if (grain === 'day') return day + 1;
  const months = monthsIn[grain];
  const month = monthOf(day);
  return firstDayOf(month - (((month % months) + months) % months) + months);
}

function labelOf(day: Day, grain: Grain): string {
  if (grain === 'day') return formatDay(day);
  if (grain === 'month') return formatMonth(monthOf(day));
  const { year, month } = partsOf(day);
  return grain === 'year' ? String(year) : `${year}-Q${Math.ceil(month / 3)}`;
}
