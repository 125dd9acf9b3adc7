import type { History, ReturnedGoods } from '../history.ts';
import { subtractGoods } from '../ledger/kept-goods.ts';

/** The history as it would be if these goods came back, to tell a customer beforehand what a return would do. Goods she does not have change nothing. */
export function withReturn(history: History, back: ReturnedGoods): History {
  const place = history.purchases.findIndex(({ day, storeId }) => day === back.soldOn && storeId === back.storeId);
  const purchase = history.purchases[place];
  if (purchase === undefined) return history;
  const left = { ...purchase, ...subtractGoods(purchase, back) };
  const purchases = left.units > 0 ? history.purchases.with(place, left) : history.purchases.toSpliced(place, 1);
  return { ...history, purchases, returns: [...history.returns, back] };
}
