import { UnusableInput } from '../errors.ts';
import { columnOf } from './column-of.ts';
import { CsvScanner } from './csv-scanner.ts';
import { DateReader } from './date-reader.ts';
import { IdTable } from './id-table.ts';
import { PurchaseLog } from './purchase-log.ts';
import { thousands } from './thousands.ts';
import { unusableCell } from './unusable-cell.ts';

/** Where a raw file keeps what a purchase needs. */
export interface Columns { customer: string; date: string; amount: string | null; cost: string | null }

/** What was read, how many rows were left out for which reason, and whether dates were read as month/day/year. */
export interface ReadPurchases { log: PurchaseLog; ids: IdTable; rows: number; leftOut: ReadonlyMap<string, number>; isMonthFirst: boolean }

/** A row of customer, date and amount hardly takes fewer bytes. */
const BYTES_A_ROW = 22;

export const cdnowColumns: Columns = { customer: 'customer_id', date: 'date', amount: 'amount', cost: null };

/**
 * Reads one purchase a row. Rows without a customer, and those with a negative amount (returns), are left out and counted. A cost may be missing.
 * Throws UnusableInput that names the column, or the line, that cannot be used.
 */
export function readPurchases(path: string, bytes: Uint8Array, columns: Columns): ReadPurchases {
  const scanner = new CsvScanner(path, bytes);
  const optional = (name: string | null) => (name === null ? -1 : columnOf(scanner, name));
  scanner.choose([columnOf(scanner, columns.customer), columnOf(scanner, columns.date), optional(columns.amount), optional(columns.cost)], [2, 3]);
  const amountOf = () => (columns.amount === null ? 0 : scanner.number[2]!);
  const costOf = columns.cost === null ? null : () => knownCost(scanner, 3);
  const read = readRows(scanner, amountOf, costOf, (amount) => (amount < 0 ? 'negative amount' : null));
  if (read.log.cost?.subarray(0, read.log.length).every(Number.isNaN)) throw new UnusableInput(`${path} has no number in its column ${columns.cost}`);
  return read;
}

/** Reads the UCI Online Retail table by its rules: cancellations, rows without a customer and rows without a positive quantity and price are left out. */
export function readOnlineRetail(path: string, bytes: Uint8Array): ReadPurchases {
  const scanner = new CsvScanner(path, bytes);
  const [quantity, price, invoice] = [2, 3, 4];
  scanner.choose(['CustomerID', 'InvoiceDate', 'Quantity', 'UnitPrice', 'InvoiceNo'].map((name) => columnOf(scanner, name)), [quantity, price]);
  return readRows(scanner, () => scanner.number[quantity]! * scanner.number[price]!, null, () => {
    if (scanner.text(invoice).startsWith('C')) return 'cancellation';
    return scanner.number[quantity]! <= 0 || scanner.number[price]! <= 0 ? 'no positive quantity and price' : null;
  });
}

/** The amount is worked out from slot 2 and perhaps slot 3. */
function readRows(scanner: CsvScanner, amountOf: () => number, costOf: (() => number) | null, flawOf: (amount: number) => string | null): ReadPurchases {
  const log = new PurchaseLog(Math.ceil(scanner.bytes.length / BYTES_A_ROW), costOf !== null);
  const ids = new IdTable(scanner.bytes);
  const dates = new DateReader();
  const leftOut = new Map<string, number>();
  let rows = 0;
  while (scanner.next()) {
    rows += 1;
    const amount = amountOf();
    const flaw = scanner.isEmpty(0) ? 'no customer' : flawOf(amount);
    if (flaw !== null) {
      leftOut.set(flaw, (leftOut.get(flaw) ?? 0) + 1);
      continue;
    }
    const day = dates.day(scanner, 1);
    if (!Number.isFinite(amount)) throw unusableCell(scanner, Number.isFinite(scanner.number[2]!) ? 3 : 2, 'is not a number; write 1234.50');
    const at = log.add(ids.numberOf(scanner.start[0]!, scanner.end[0]!), day, amount);
    if (costOf !== null) log.cost![at] = costOf();
  }
  if (log.length === 0) {
    throw new UnusableInput(`${scanner.path} holds no purchase${rows === 0 ? '' : `: all ${thousands(rows)} rows left out: ${[...leftOut.keys()].join(', ')}`}`);
  }
  [log.firstDay, log.lastDay] = [dates.first, dates.last];
  return { log, ids, rows, leftOut, isMonthFirst: dates.isMonthFirst };
}

/** What a row says its goods cost; NaN where it does not say. */
function knownCost(scanner: CsvScanner, slot: number): number {
  if (scanner.isEmpty(slot)) return Number.NaN;
  const cost = scanner.number[slot]!;
  if (!(cost >= 0 && cost < Infinity)) throw unusableCell(scanner, slot, 'is not a cost; write 1234.50, or nothing where it is not known');
  return cost;
}
