import { dayAt, firstDayOf, monthOf, partsOf, type Day } from '../calendar.ts';
import type { Review } from './policy.ts';
import { nextMembershipYear } from './window.ts';

const firstFrom: { [review in Review]: (day: Day, anchor: Day) => Day } = {
  nightly: (day) => day,
  monthly: (day) => firstDayOf(monthOf(day) + 1) - 1,
  yearly: (day) => dayAt(partsOf(day).year, 12, 31),
  anniversary: (day, anchor) => nextMembershipYear(day, anchor) - 1,
};

/** The first review on or after `day`: the day itself, or the last day of its month, calendar year or membership year. */
export function reviewFrom(review: Review, day: Day, anchor: Day): Day {
  return firstFrom[review](day, anchor);
}
