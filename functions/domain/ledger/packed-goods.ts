import type { CategoryGoods, Goods, Purchase, ReturnedGoods } from '../history.ts';
import type { ByteReader, ByteWriter } from './byte-stream.ts';

/** How bought and returned goods stand within a packed history. */

/** Writes a purchase after its day, which is told as the distance from the one before. */
export function writePurchase(out: ByteWriter, purchase: Purchase): void {
  writeGoods(out, purchase);
  out.text(purchase.associateId ?? '');
  out.list(purchase.categories, ({ category, tickets, units, netSpend }) => {
    out.text(category);
    for (const value of [tickets, units, netSpend]) out.unsigned(value);
  });
}

export function readPurchase(source: ByteReader, day: number): Purchase {
  // Whole chains are read this way for a single number, so the object is written out field by field: spreading takes several times as long.
  const storeId = source.text();
  const tickets = source.unsigned();
  const units = source.unsigned();
  const netSpend = source.unsigned();
  const knownMarginSpend = source.unsigned();
  const knownMargin = source.signed();
  const listValue = netSpend + source.signed();
  const excludedSpend = source.unsigned();
  const associateId = source.text() || null;
  return { day, storeId, associateId, tickets, units, netSpend, knownMargin, knownMarginSpend, listValue, excludedSpend, categories: readCategories(source) };
}

export function writeReturned(out: ByteWriter, goods: ReturnedGoods): void {
  out.unsigned(goods.soldOn);
  out.unsigned(goods.returnedOn - goods.soldOn);
  writeGoods(out, goods);
}

export function readReturned(source: ByteReader): ReturnedGoods {
  const soldOn = source.unsigned();
  const returnedOn = soldOn + source.unsigned();
  const storeId = source.text();
  const [tickets, units, netSpend, knownMarginSpend] = [source.unsigned(), source.unsigned(), source.unsigned(), source.unsigned()];
  const knownMargin = source.signed();
  return { soldOn, returnedOn, storeId, tickets, units, netSpend, knownMargin, knownMarginSpend, listValue: netSpend + source.signed(), excludedSpend: source.unsigned() };
}

function writeGoods(out: ByteWriter, goods: Goods): void {
  out.text(goods.storeId);
  out.unsigned(goods.tickets);
  out.unsigned(goods.units);
  out.unsigned(goods.netSpend);
  out.unsigned(goods.knownMarginSpend);
  out.signed(goods.knownMargin);
  out.signed(goods.listValue - goods.netSpend);
  out.unsigned(goods.excludedSpend);
}

const noCategories: readonly CategoryGoods[] = [];

function readCategories(source: ByteReader): readonly CategoryGoods[] {
  const count = source.unsigned();
  if (count === 0) return noCategories;
  const categories: CategoryGoods[] = [];
  for (let open = count; open > 0; open--) categories.push({ category: source.text(), tickets: source.unsigned(), units: source.unsigned(), netSpend: source.unsigned() });
  return categories;
}
