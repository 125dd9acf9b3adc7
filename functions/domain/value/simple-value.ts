import type { Day } from '../calendar.ts';
import { marginOf } from './margin.ts';
import type { Occasion } from './occasions.ts';
import type { LifespanRule } from './settings.ts';

/** Yearly profit × expected lifespan: the ceiling for what to spend on keeping a customer. Money in minor units. */
export interface SimpleValue { value: number; yearlyProfit: number; lifespanYears: number }

const DAYS_PER_YEAR = 365.25;
const TRAILING_DAYS = 365;

/** The simple lifetime value: the profit of the last 365 days, times the years she is taken to stay. */
export function simpleValue(occasions: readonly Occasion[], asOf: Day, settingRate: number, rule: LifespanRule): SimpleValue {
  const lastYear = occasions.filter(({ day }) => day > asOf - TRAILING_DAYS);
  const yearlyProfit = Math.round(marginOf(lastYear, settingRate).profit);
  const lifespanYears = yearsOf(occasions, rule);
  return { value: Math.round(yearlyProfit * lifespanYears), yearlyProfit, lifespanYears };
}

function yearsOf(occasions: readonly Occasion[], rule: LifespanRule): number {
  if (rule.kind === 'fixed') return rule.years;
  const first = occasions[0]?.day ?? 0;
  const last = occasions[occasions.length - 1]?.day ?? 0;
  return Math.max(rule.floorYears, (last - first) / DAYS_PER_YEAR);
}

