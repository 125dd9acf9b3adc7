import type { BusinessCalendar, Day } from '../calendar.ts';

/** When the chain's service works: hours of the business day, on days of the week (0 = Sunday), except closed days. */
export interface ServiceHours { opensAt: number; closesAt: number; weekdays: readonly number[]; closedOn?: readonly Day[] }

/** Milliseconds between two instants as a customer or as the chain counts them. */
export type Clock = (from: number, to: number) => number;

/** The clock that never stands still. */
export const calendarClock: Clock = (from, to) => Math.max(0, to - from);

const MS_PER_HOUR = 3_600_000;
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day) => (((day + 4) % 7) + 7) % 7;

/** The clock that runs only while the chain's service is open. */
export function businessClock(calendar: BusinessCalendar, hours: ServiceHours): Clock {
  const closed = new Set(hours.closedOn);
  const open = (day: Day) => hours.weekdays.includes(weekdayOf(day)) && !closed.has(day);
  return (from, to) => {
    let sum = 0;
    for (let day = calendar.dayOf(from); day <= calendar.dayOf(to); day++) {
      if (!open(day)) continue;
      const midnight = calendar.startOf(day);
      const start = Math.max(from, midnight + hours.opensAt * MS_PER_HOUR);
      const end = Math.min(to, midnight + hours.closesAt * MS_PER_HOUR);
      sum += Math.max(0, end - start);
    }
    return sum;
  };
}

/** The moment at which cases are looked at, and the clock that measured them: the end of the as-of day. */
export interface ServiceMoment { clock: Clock; now: number; asOf: Day }

/** The end of a business day on the clock of the chain's service; without hours it never stands still. */
export function serviceMoment(hours: ServiceHours | null, calendar: BusinessCalendar, asOf: Day): ServiceMoment {
  return { clock: hours === null ? calendarClock : businessClock(calendar, hours), now: calendar.startOf(asOf + 1), asOf };
}
