import { checkSummaries } from '../../../functions/domain/value/check-summaries.ts';
import { UnusableSummaryError } from '../../../functions/domain/value/errors.ts';
import { DAYS_PER_WEEK, type PurchaseSummaries } from '../../../functions/domain/value/summary.ts';
import { UnusableInput } from '../errors.ts';
import { columnOf } from './column-of.ts';
import { CsvScanner, textOf } from './csv-scanner.ts';
import { doubled } from '../../../functions/domain/value/numeric/doubled.ts';
import type { Input } from './input.ts';
import { repeatedId } from './repeated-id.ts';
import type { ClvSettings } from './settings.ts';
import { thousands } from './thousands.ts';
import { placeOf, unusableCell } from './unusable-cell.ts';

const FIRST_SIZE = 1024;
/** Few tables reach over five years of weeks, and most of days do not stay under nine months. */
const MOST_WEEKS = 260;
const [money, id] = [3, 4];

/**
 * Reads a table of one customer a row: frequency, recency, T, monetary_value and customer_id if they are there, other columns ignored, and says what it found.
 * Without ids customers are numbered by row. Throws UnusableInput that names the line of a row no customer can have.
 */
export function readSummary(path: string, bytes: Uint8Array, { marginRate, timeUnit }: Pick<ClvSettings, 'marginRate' | 'timeUnit'>, say: (line: string) => void): Input {
  const scanner = new CsvScanner(path, bytes);
  const [hasMoney, hasIds] = [scanner.header.includes('monetary_value'), scanner.header.includes('customer_id')];
  scanner.choose([
    ...['frequency', 'recency', 'T'].map((name) => columnOf(scanner, name)),
    hasMoney ? columnOf(scanner, 'monetary_value') : -1, hasIds ? columnOf(scanner, 'customer_id') : -1,
  ], [0, 1, 2, money]);
  // Time and money, and where in the file the id stands: a million ids as strings would take more memory than all numbers together.
  const columns = [0, 1, 2, 3, 4, 5].map(() => new Float64Array(FIRST_SIZE));
  let length = 0;
  for (; scanner.next(); length++) {
    if (length === columns[0]!.length) columns.forEach((column, slot) => { columns[slot] = doubled(column); });
    for (let slot = 0; slot < money; slot++) columns[slot]![length] = scanner.number[slot]!;
    // Tables leave the value of customers without a repeat empty.
    columns[money]![length] = scanner.isEmpty(money) ? 0 : scanner.number[money]!;
    columns[4]![length] = scanner.start[id]!;
    columns[5]![length] = scanner.end[id]!;
    if (hasIds && scanner.isEmpty(id)) throw new UnusableInput(`${placeOf(scanner)}: customer_id is empty; name everybody, or leave the column out`);
  }
  if (length === 0) throw new UnusableInput(`${path} holds no customer`);
  const [frequency, recency, age, monetaryValue, from, to] = columns.map((column) => column.subarray(0, length)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const summaries = { length, frequency, recency, age, monetaryValue };
  checkRows(scanner, summaries);
  const repeated = hasIds ? repeatedId(bytes, from, to) : -1;
  if (repeated >= 0) {
    scanner.goTo(repeated + 1);
    throw unusableCell(scanner, id, 'stands in a row before; write one row for each customer');
  }
  say(told(age, timeUnit));
  if (timeUnit === 'days') for (const column of [recency, age]) column.forEach((days, at) => { column[at] = days / DAYS_PER_WEEK; });
  return {
    idOf: (place) => (hasIds ? textOf(bytes, from[place]!, to[place]!) : String(place + 1)),
    summaries, hasMoney, marginOf: () => marginRate ?? 1, marginSource: marginRate === null ? null : 'setting', purchases: null, calibrationEnd: null, holdout: null,
  };
}

/** Throws UnusableInput that names the line of the first row no customer can have, which is looked for only when there is one: checking what was read is faster than checking each row. */
function checkRows(scanner: CsvScanner, summaries: PurchaseSummaries): void {
  try {
    checkSummaries(summaries);
  } catch (error) {
    if (!(error instanceof UnusableSummaryError)) throw error;
    scanner.goTo(error.row);
    const slot = [0, 1, 2, money].find((each) => !Number.isFinite(scanner.number[each]) && !(each === money && scanner.isEmpty(each)));
    throw slot === undefined ? new UnusableInput(`${placeOf(scanner)}: ${error.why}`) : unusableCell(scanner, slot, 'is not a number; write 12 or 12.5');
  }
  const { length, monetaryValue } = summaries;
  for (let place = 0; place < length; place++) {
    if (monetaryValue[place]! >= 0) continue;
    scanner.goTo(place + 1);
    throw unusableCell(scanner, money, 'is negative; write what a repeat purchase was worth on average');
  }
}

/** How many customers there are and how long they are known, and a warning where nobody said that what looks like days is. */
function told(age: Float64Array, timeUnit: ClvSettings['timeUnit']): string {
  let [shortest, longest, isWhole] = [Infinity, 0, true];
  for (let place = 0; place < age.length; place++) {
    const T = age[place]!;
    if (T < shortest) shortest = T;
    if (T > longest) longest = T;
    isWhole &&= Math.floor(T) === T;
  }
  const found = `${thousands(age.length)} customers, T ${rounded(shortest)} to ${rounded(longest)} ${timeUnit ?? 'weeks'}`;
  if (timeUnit !== null || longest <= MOST_WEEKS || !isWhole) return found;
  return `${found}; whole numbers this large look like days: --time-unit days reads them so, --time-unit weeks says that they are weeks`;
}

function rounded(time: number): string {
  return String(Number(time.toFixed(1)));
}
