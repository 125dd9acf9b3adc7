import { dayAt, partsOf, type Day } from '../../../functions/domain/calendar.ts';
import type { CsvScanner } from './csv-scanner.ts';
import { unusableCell } from './unusable-cell.ts';

/** A year beyond these is a slip, or another number read as a date. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Turns the dates of a file into days; files repeat few dates many times, so each is understood once. */
export class DateReader {
  /** The first and the last day that was read. */
  first: Day = Infinity;
  last: Day = -Infinity;
  /** Whether a date was read as month/day/year, which others may have meant as day/month/year. */
  isMonthFirst = false;
  readonly #known = new Map<number | string, Day>();

  /** The day that a slot starts with, as 1997-03-14, 1997/3/14, 19970314 or 3/14/1997, whatever time follows. Throws UnusableInput if it is none. */
  day(scanner: CsvScanner, slot: number): Day {
    const number = scanner.isoDate(slot);
    const key = number < 0 ? scanner.text(slot) : number;
    let day = this.#known.get(key);
    if (day === undefined) this.#known.set(key, (day = this.#read(key, scanner, slot)));
    return day;
  }

  #read(key: number | string, scanner: CsvScanner, slot: number): Day {
    const day = typeof key === 'number' ? dayOf(Math.floor(key / 10_000), Math.floor(key / 100) % 100, key % 100) : this.#understand(key);
    if (day === null) {
      throw unusableCell(scanner, slot, `is not a date from ${FIRST_YEAR} to ${LAST_YEAR}; write 1997-03-14, 1997/3/14, 19970314 or, month first, 3/14/1997`);
    }
    if (day < this.first) this.first = day;
    if (day > this.last) this.last = day;
    return day;
  }

  #understand(text: string): Day | null {
    const yearFirst = /^(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:$|[\sT])/.exec(text);
    if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[3] ?? yearFirst[5]), Number(yearFirst[4] ?? yearFirst[6]));
    const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$|[\sT])/.exec(text);
    if (!monthFirst) return null;
    this.isMonthFirst = true;
    return dayOf(Number(monthFirst[3]), Number(monthFirst[1]), Number(monthFirst[2]));
  }
}

/** The day of a date; null where the calendar has none, and would cut a 31 February to the 28th. */
function dayOf(year: number, month: number, date: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const day = dayAt(year, month, date);
  const parts = partsOf(day);
  return parts.year === year && parts.month === month && parts.date === date ? day : null;
}
