import type { BusinessCalendar, Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { Fact } from './facts.ts';
import { foldFile, type CustomerFile } from './fold-file.ts';
import { foldHistory } from './fold-history.ts';
import { keptTickets, type KeptTicket, type TicketSettings } from './kept-tickets.ts';
import { knownFacts } from './known-facts.ts';

/** What folding needs to know besides the facts. */
export interface FoldSettings extends TicketSettings { calendar: BusinessCalendar }

/** All that the facts of one partition say about its customer. */
export interface FoldedCustomer { history: History; file: CustomerFile; tickets: KeptTicket[] }

/**
 * Folds the resolved facts of one partition into what was known about its customer at the end of the as-of date.
 * Facts after that date are invisible. The order of `facts` does not matter.
 */
export function foldCustomer(partition: string, facts: readonly Fact[], asOf: Day, settings: FoldSettings): FoldedCustomer {
  const known = knownFacts(facts, asOf, settings.calendar);
  const tickets = keptTickets(known.known, partition, settings);
  const file = foldFile(known.known, tickets);
  return { history: foldHistory(partition, known, tickets, file, settings.calendar), file, tickets };
}
