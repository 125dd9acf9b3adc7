import type { CustomerAnswer } from '../contract/answers.ts';
import { formatDay } from '../domain/calendar.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { keptTickets, type KeptTicket } from '../domain/ledger/kept-tickets.ts';
import { knownFacts } from '../domain/ledger/known-facts.ts';
import { togetherFrom, type CategoryCounts } from '../domain/recommendation/category-counts.ts';
import { recommendCategories } from '../domain/recommendation/recommend.ts';
import type { Bought } from '../domain/recommendation/together.ts';
import type { CountingWorld } from './counting-facts.ts';
import type { SeenCustomer } from './view.ts';

const most = 5;

/** What a customer is most likely to buy next, from her own tickets and from what the chain's customers buy together. */
export function recommendationsAnswer(facts: readonly Fact[], { history, context: { asOf } }: SeenCustomer, counts: CategoryCounts, { calendar, exchange }: CountingWorld): CustomerAnswer['recommendations'] {
  const tickets = keptTickets(knownFacts(facts, asOf, calendar).known, history.customerId, { exchange, excludes: () => false });
  return recommendCategories(tickets.flatMap(boughtOn), togetherFrom(counts), asOf, most).map(({ what, score, reason }) => ({
    category: what, score, reason: reason.code === 'own-habit' ? { ...reason, lastOn: formatDay(reason.lastOn) } : reason,
  }));
}

/** The lines of a ticket of which something was kept, and those of which something came back. */
function boughtOn({ sale, day, goods }: KeptTicket): Bought[] {
  const kept = new Map([...goods.keptLines()].map(({ line, kept: units }) => [line, units]));
  return sale.lines.flatMap((line) => {
    const units = kept.get(line) ?? 0;
    const bought = (returned: boolean): Bought => ({ item: line.sku, category: line.category ?? null, day, returned });
    return [...(units > 0 ? [bought(false)] : []), ...(units < line.quantity ? [bought(true)] : [])];
  });
}
