import { compareText } from '../../../../../functions/domain/compare-text.ts';
import { saleLine, type ImportedLine } from '../../sale-line.ts';
import type { OlistTables } from './tables.ts';

/** The store of orders that name no seller. */
const noSeller = 'OLIST';

/** The states that sold any of an order: first that of its dearest item, of equals the first, then the others by name. */
export function storesOf(order: string, { items }: OlistTables): string[] {
  const known = (items.get(order) ?? []).filter(({ state }) => state !== '');
  if (known.length === 0) return [noSeller];
  const { state: main } = known.reduce((dearest, item) => (item.price > dearest.price ? item : dearest));
  return [main, ...[...new Set(known.map(({ state }) => state))].filter((state) => state !== main).sort(compareText)];
}

/** What was paid for an order, divided over its items by their prices so that it adds up to the cent; one line where it has no items. */
export function linesOf(order: string, { items, paid }: OlistTables): ImportedLine[] {
  const total = paid.get(order) ?? 0;
  const goods = items.get(order) ?? [];
  if (goods.length === 0) return [saleLine('order', undefined, 1, total)];
  const prices = goods.reduce((sum, { price }) => sum + price, 0);
  let [priced, given] = [0, 0];
  return goods.map(({ sku, category, price }, at) => {
    priced += prices === 0 ? 1 : price;
    // Rounding the running sum instead of each part loses nothing.
    const upTo = Math.round((total * priced) / (prices === 0 ? goods.length : prices));
    const line = saleLine(sku, category, 1, (at === goods.length - 1 ? total : upTo) - given);
    given = upTo;
    return line;
  });
}
