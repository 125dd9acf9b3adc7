import { dayAt, partsOf, type Day } from '../../../functions/domain/calendar.ts';
import type { CsvScanner } from './csv-scanner.ts';

/** Turns the dates of a file into days; files repeat few dates many times, so each is understood once. */
export class DateReader {
  /** The first and the last day that was read. */
  first: Day = Infinity;
  last: Day = -Infinity;
  readonly #known = new Map<number | string, Day | null>();

  /** The day that a slot starts with, as 1997-03-14, 1997/3/14, 19970314 or 3/14/1997, whatever time follows; null if it is none. */
  day(scanner: CsvScanner, slot: number): Day | null {
    const number = scanner.isoDate(slot);
    const key = number < 0 ? scanner.text(slot) : number;
    let day = this.#known.get(key);
    if (day === undefined) this.#known.set(key, (day = this.#seen(typeof key === 'number' ? dayOf(Math.floor(key / 10_000), Math.floor(key / 100) % 100, key % 100) : understand(key))));
    return day;
  }

  #seen(day: Day | null): Day | null {
    if (day !== null && day < this.first) this.first = day;
    if (day !== null && day > this.last) this.last = day;
    return day;
  }
}

function understand(text: string): Day | null {
  const yearFirst = /^\s*(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})(?!\d)/.exec(text);
  const yearLast = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text);
  const [year, month, date] = yearFirst ? [yearFirst[1], yearFirst[2], yearFirst[3]] : [yearLast?.[3], yearLast?.[1], yearLast?.[2]];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(date));
}

/** The day of a date; null where the calendar has none, and would cut a 31 February to the 28th. */
function dayOf(year: number, month: number, date: number): Day | null {
  const day = dayAt(year, month, date);
  const parts = partsOf(day);
  return parts.year === year && parts.month === month && parts.date === date ? day : null;
}
