import type { Day } from '../calendar.ts';
import type { Fact, SaleRecorded } from './facts.ts';
import type { FoldSettings } from './fold-history.ts';
import { TicketGoods } from './kept-goods.ts';

/** A ticket of a customer with what she kept of it. */
export interface KeptTicket { sale: SaleRecorded; day: Day; goods: TicketGoods }

/** The tickets of a customer up to the as-of date less what came back by then, in the order they happened; also those of which nothing is left. */
export function keptTickets(facts: readonly Fact[], customerId: string, asOf: Day, { calendar, exchange, excludes }: FoldSettings): KeptTicket[] {
  const known = facts
    .map((fact) => ({ fact, at: Date.parse(fact.occurredAt) }))
    .map(({ fact, at }) => ({ fact, at, day: calendar.dayOf(at) }))
    .filter(({ fact, day }) => day <= asOf && fact.customerId === customerId)
    .sort((a, b) => a.at - b.at);
  const returns = known.flatMap(({ fact }) => (fact.kind === 'SaleReturned' ? [fact] : []));
  return known.flatMap(({ fact, day }) => {
    if (fact.kind !== 'SaleRecorded') return [];
    const goods = new TicketGoods(fact, day, exchange, excludes);
    for (const back of returns) if (back.saleId === fact.id) goods.takeBack(back);
    return [{ sale: fact, day, goods }];
  });
}
