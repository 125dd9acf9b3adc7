import type { Day } from '../calendar.ts';
import type { CategoryGoods, Goods, ReturnedGoods } from '../history.ts';
import type { Exchange } from '../money.ts';
import type { SaleRecorded, SaleReturned } from './facts.ts';
import { TicketGoods, type Excludes } from './kept-goods.ts';
import type { DatedFact } from './known-facts.ts';

/** What following tickets needs to know besides the facts. */
export interface TicketSettings { exchange: Exchange; excludes: Excludes }

/** A ticket of a customer with what she kept of it and what came back. */
export interface KeptTicket { sale: SaleRecorded; day: Day; goods: TicketGoods; kept: Goods; categories: CategoryGoods[]; returns: ReturnedGoods[] }

/**
 * The tickets of a partition less what came back by the as-of date, in the order they happened; also those of which nothing is left.
 * A return counts on the ticket it is against, from the day it happened.
 */
export function keptTickets(known: readonly DatedFact[], partition: string, { exchange, excludes }: TicketSettings): KeptTicket[] {
  const returnsOf = new Map<string, { fact: SaleReturned; day: Day }[]>();
  for (const { fact, day } of known) {
    if (fact.kind !== 'SaleReturned') continue;
    const others = returnsOf.get(fact.saleId);
    if (others) others.push({ fact, day });
    else returnsOf.set(fact.saleId, [{ fact, day }]);
  }
  const tickets: KeptTicket[] = [];
  for (const { fact: sale, day } of known) {
    if (sale.kind !== 'SaleRecorded' || !belongsTo(sale, partition)) continue;
    const goods = new TicketGoods(sale, day, exchange, excludes);
    const returns: ReturnedGoods[] = [];
    for (const back of returnsOf.get(sale.id) ?? []) {
      const taken = goods.takeBack(back.fact);
      if (taken.units > 0) returns.push({ ...taken, soldOn: day, returnedOn: Math.max(day, back.day) });
    }
    tickets.push({ sale, day, goods, kept: goods.kept(), categories: goods.keptByCategory(), returns });
  }
  return tickets;
}

/** A sale that a correction moved to somebody else is no longer hers. */
function belongsTo(sale: SaleRecorded, partition: string): boolean {
  return sale.customerId === undefined || sale.customerId === partition;
}
