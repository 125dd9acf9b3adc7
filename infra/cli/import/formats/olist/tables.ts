import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput } from '../../../errors.ts';
import { toMinorUnits } from '../../amounts.ts';
import { needDecimal } from '../../bad-row.ts';
import { readCsv } from '../../read-file.ts';
import type { Rejected, SourceFile } from '../../record.ts';

/** One item of an order; its price in minor units. */
export interface OlistItem { sku: string; category: string | undefined; price: number; state: string }

/** What is known about orders besides themselves, held in memory. */
export interface OlistTables {
  /** The person behind each order's copy of a customer, and where she lives. */
  people: ReadonlyMap<string, { person: string; state: string }>;
  items: ReadonlyMap<string, readonly OlistItem[]>;
  /** What was paid for each order, minor units. */
  paid: ReadonlyMap<string, number>;
}

/** The file of a table, however it was saved. Throws UnusableInput. */
export function tableOf({ path, onRead }: SourceFile, table: string): SourceFile {
  const found = [`olist_${table}.csv`, `olist_${table}_dataset.csv`, `olist_${table}.csv.gz`].map((name) => join(path, name)).find((name) => existsSync(name));
  if (found === undefined) throw new UnusableInput(`${path} has no olist_${table}.csv`);
  return { path: found, onRead };
}

/** Reads the tables around the orders; rows that cannot be read are passed on. */
export async function* readTables(directory: SourceFile, minorDigits: number): AsyncGenerator<Rejected, OlistTables> {
  const people = new Map<string, { person: string; state: string }>();
  const categories = new Map<string, string>();
  const states = new Map<string, string>();
  const items = new Map<string, OlistItem[]>();
  const paid = new Map<string, number>();
  const money = (field: string, cell: string) => toMinorUnits(needDecimal(field, cell), minorDigits);
  yield* rows(directory, 'customers', ['customer_id', 'customer_unique_id', 'customer_state'], ([id = '', person = '', state = '']) => { people.set(id, { person, state }); });
  yield* rows(directory, 'products', ['product_id', 'product_category_name'], ([id = '', category = '']) => { categories.set(id, category); });
  yield* rows(directory, 'sellers', ['seller_id', 'seller_state'], ([id = '', state = '']) => { states.set(id, state); });
  yield* rows(directory, 'order_items', ['order_id', 'product_id', 'price', 'seller_id'], ([order = '', sku = '', price = '', seller = '']) => {
    const item = { sku, category: categories.get(sku) || undefined, price: money('price', price), state: states.get(seller) ?? '' };
    const others = items.get(order);
    if (others) others.push(item); else items.set(order, [item]);
  });
  yield* rows(directory, 'order_payments', ['order_id', 'payment_value'], ([order = '', value = '']) => { paid.set(order, (paid.get(order) ?? 0) + money('payment_value', value)); });
  return { people, items, paid };
}

async function* rows(directory: SourceFile, table: string, columns: readonly string[], take: (cells: string[]) => void): AsyncGenerator<Rejected> {
  for await (const row of readCsv(tableOf(directory, table), columns, ({ cells }) => { take(cells); })) if (row) yield row;
}
