import { dayAt, partsOf, type Day } from '../../../functions/domain/calendar.ts';
import type { CsvScanner } from './csv-scanner.ts';
import { unusableCell } from './unusable-cell.ts';

const HYPHEN = 45;
const SPACE = 32;
const LETTER_T = 84;
const ZERO = 48;
/** A year beyond these is a slip, or another number read as a date. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const UNKNOWN = -0x8000_0000;

/** Turns the dates of a file into days; files repeat few dates many times, so each is understood once. */
export class DateReader {
  /** The first and the last day that was read. */
  first: Day = Infinity;
  last: Day = -Infinity;
  /** Whether a date was read as month/day/year, which others may have meant as day/month/year. */
  isMonthFirst = false;
  /** By the number of an ISO date less that of the first there may be; UNKNOWN until it is met. */
  readonly #isoDays = new Int32Array((LAST_YEAR + 1 - FIRST_YEAR) * 512).fill(UNKNOWN);
  readonly #known = new Map<string, Day>();

  /** The day that a slot starts with, as 1997-03-14, 1997/3/14, 19970314 or 3/14/1997, whatever time follows. Throws UnusableInput if it is none. */
  day(scanner: CsvScanner, slot: number): Day {
    const date = isoDate(scanner.bytes, scanner.start[slot]!, scanner.end[slot]!);
    const place = date - FIRST_YEAR * 512;
    const known = date < 0 ? this.#known.get(scanner.text(slot)) : this.#isoDays[place];
    if (known !== undefined && known !== UNKNOWN) return known;
    const text = scanner.text(slot);
    const day = this.#understand(text);
    if (day === null) {
      throw unusableCell(scanner, slot, `is not a date from ${FIRST_YEAR} to ${LAST_YEAR}; write 1997-03-14, 1997/3/14, 19970314 or, month first, 3/14/1997`);
    }
    if (day < this.first) this.first = day;
    if (day > this.last) this.last = day;
    if (date < 0) this.#known.set(text, day);
    else this.#isoDays[place] = day;
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

/** The date that a text starts with as year · 512 + month · 32 + day when it is written 1997-03-14, alone or before a time; else −1. Makes no string. */
function isoDate(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 10 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return -1;
  if (end - start > 10 && bytes[start + 10] !== SPACE && bytes[start + 10] !== LETTER_T) return -1;
  const year = digitsOf(bytes, start, 4);
  const month = digitsOf(bytes, start + 5, 2);
  const day = digitsOf(bytes, start + 8, 2);
  return year < 0 || month < 0 || month > 12 || day < 0 || day > 31 ? -1 : year * 512 + month * 32 + day;
}

/** The number that some digits make; −1 if one of the bytes is none. */
function digitsOf(bytes: Uint8Array, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The day of a date; null where the calendar has none, and would cut a 31 February to the 28th. */
function dayOf(year: number, month: number, date: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const day = dayAt(year, month, date);
  const parts = partsOf(day);
  return parts.year === year && parts.month === month && parts.date === date ? day : null;
}
