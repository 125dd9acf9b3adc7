/**
 * A business day: whole days since 1970-01-01 in the business time zone.
 * Arithmetic on it is plain integer arithmetic, so a window of 90 days is `day - 90`.
 */
export type Day = number;

/** A calendar month counted from January 1970, so that consecutive months differ by one. */
export type Month = number;

const MS_PER_DAY = 86_400_000;
const MS_PER_QUARTER_HOUR = 900_000;

/** The business day named by an ISO date such as `1997-03-14`. Throws a RangeError for anything else. */
export function parseDay(date: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const ms = match ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`'${date}' is not a date; write it as YYYY-MM-DD`);
  }
  return ms / MS_PER_DAY;
}

/** A business day as an ISO date. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month (1–12) and day of month of a business day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const d = new Date(day * MS_PER_DAY);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, date: d.getUTCDate() };
}

/** The business day for a year, a month (1–12, may overflow) and a day of month, the latter cut to the month's length. */
export function dayAt(year: number, month: number, date: number): Day {
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Date.UTC(year, month - 1, Math.min(date, lastDate)) / MS_PER_DAY;
}

/** The day `months` calendar months later, cut to the length of the month it falls in (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  return dayAt(year, month + months, date);
}

/** The month a business day lies in. */
export function monthOf(day: Day): Month {
  const d = new Date(day * MS_PER_DAY);
  return (d.getUTCFullYear() - 1970) * 12 + d.getUTCMonth();
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return Date.UTC(1970, month, 1) / MS_PER_DAY;
}

/** A month as `1997-03`. */
export function formatMonth(month: Month): string {
  return formatDay(firstDayOf(month)).slice(0, 7);
}

/** Turns instants into business days of one IANA time zone; remembers offsets, because asking Intl costs microseconds. */
export class BusinessCalendar {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(readonly timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /** The business day of an instant in milliseconds since the epoch. */
  dayOf(instant: number): Day {
    return Math.floor((instant + this.#offsetAt(instant)) / MS_PER_DAY);
  }

  /** The first instant of a business day, in milliseconds since the epoch. */
  startOf(day: Day): number {
    const guess = day * MS_PER_DAY - this.#offsetAt(day * MS_PER_DAY);
    return day * MS_PER_DAY - this.#offsetAt(guess);
  }

  /** Hour of the business day (0–23) of an instant. */
  hourOf(instant: number): number {
    const local = instant + this.#offsetAt(instant);
    return Math.floor((((local % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / 3_600_000);
  }

  #offsetAt(instant: number): number {
    const slot = Math.floor(instant / MS_PER_QUARTER_HOUR);
    let offset = this.#offsets.get(slot);
    if (offset === undefined) {
      const at = slot * MS_PER_QUARTER_HOUR;
      const p = Object.fromEntries(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      offset = Date.UTC(p['year']!, p['month']! - 1, p['day'], p['hour'], p['minute'], p['second']) - at;
      this.#offsets.set(slot, offset);
    }
    return offset;
  }
}
