import { UnusableInput } from '../errors.ts';
import { CsvScanner } from './csv-scanner.ts';
import type { Input } from './input.ts';
import { columnOf } from './read-purchases.ts';

/**
 * Reads a table of one customer a row: frequency, recency, T in weeks, monetary_value and customer_id if they are there, other columns ignored.
 * Without ids customers are numbered by row.
 */
export function readSummary(path: string, bytes: Uint8Array): Input {
  const scanner = new CsvScanner(bytes);
  const hasIds = scanner.header.includes('customer_id');
  const hasMoney = scanner.header.includes('monetary_value');
  scanner.choose([
    ...['frequency', 'recency', 'T'].map((name) => columnOf(path, scanner, name)),
    scanner.header.indexOf('monetary_value'), scanner.header.indexOf('customer_id'),
  ]);
  const columns = [0, 1, 2, 3].map(() => new Float64Array(1024));
  const ids: string[] = [];
  while (scanner.next()) {
    const at = ids.length;
    if (at === columns[0]!.length) columns.forEach((column, slot) => { columns[slot] = doubled(column); });
    for (let slot = 0; slot < 3; slot++) columns[slot]![at] = scanner.number(slot);
    // Tables leave the value of customers without a repeat empty.
    columns[3]![at] = scanner.isEmpty(3) ? 0 : scanner.number(3);
    ids.push(hasIds ? scanner.text(4) : String(at + 1));
  }
  if (ids.length === 0) throw new UnusableInput(`${path} holds no customer`);
  const [frequency, recency, age, monetaryValue] = columns.map((column) => column.subarray(0, ids.length)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return { ids, summaries: { length: ids.length, frequency, recency, age, monetaryValue }, hasMoney, calibrationEnd: null, holdout: null };
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
