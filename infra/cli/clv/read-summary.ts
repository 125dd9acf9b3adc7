import { UnusableInput } from '../errors.ts';
import { CsvScanner, textOf } from './csv-scanner.ts';
import type { Input } from './input.ts';
import { columnOf } from './read-purchases.ts';

const FIRST_SIZE = 1024;

/**
 * Reads a table of one customer a row: frequency, recency, T in weeks, monetary_value and customer_id if they are there, other columns ignored.
 * Without ids customers are numbered by row.
 */
export function readSummary(path: string, bytes: Uint8Array, marginRate: number | null): Input {
  const scanner = new CsvScanner(bytes);
  const hasIds = scanner.header.includes('customer_id');
  const hasMoney = scanner.header.includes('monetary_value');
  scanner.choose([
    ...['frequency', 'recency', 'T'].map((name) => columnOf(path, scanner, name)),
    scanner.header.indexOf('monetary_value'), scanner.header.indexOf('customer_id'),
  ], [0, 1, 2, 3]);
  // Time and money, and where in the file the id stands: a million ids as strings would take more memory than all numbers together.
  const columns = [0, 1, 2, 3, 4, 5].map(() => new Float64Array(FIRST_SIZE));
  let length = 0;
  for (; scanner.next(); length++) {
    if (length === columns[0]!.length) columns.forEach((column, slot) => { columns[slot] = doubled(column); });
    for (let slot = 0; slot < 3; slot++) columns[slot]![length] = scanner.number[slot]!;
    // Tables leave the value of customers without a repeat empty.
    columns[3]![length] = scanner.isEmpty(3) ? 0 : scanner.number[3]!;
    columns[4]![length] = scanner.start[4]!;
    columns[5]![length] = scanner.end[4]!;
  }
  if (length === 0) throw new UnusableInput(`${path} holds no customer`);
  const [frequency, recency, age, monetaryValue, from, to] = columns.map((column) => column.subarray(0, length)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  return {
    idOf: (place) => (hasIds ? textOf(bytes, from[place]!, to[place]!) : String(place + 1)),
    summaries: { length, frequency, recency, age, monetaryValue }, hasMoney, marginOf: () => marginRate ?? 1, marginSource: marginRate === null ? null : 'setting', calibrationEnd: null, holdout: null,
  };
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
