import type { AfterReturnAnswer } from '../contract/policy-answers.ts';
import type { AfterReturnQuestion } from '../contract/questions.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import { excludedBy } from '../domain/ledger/excluded-goods.ts';
import type { Fact, SaleReturned } from '../domain/ledger/facts.ts';
import { keptTickets, type KeptTicket } from '../domain/ledger/kept-tickets.ts';
import { knownFacts } from '../domain/ledger/known-facts.ts';
import type { Clock } from '../ports.ts';
import { pointsAnswer } from './benefits-answer.ts';
import { countingFacts, type CountingWorld } from './counting-facts.ts';
import { standingOf } from './standing-of.ts';
import { tierAnswer } from './tier-answer.ts';
import type { SeenCustomer, View } from './view.ts';

/** No till gives such an id, so a supposed return is never taken for a real one. */
const supposedId = 'a supposed return';

/**
 * What a customer's tier and points would be if she brought a sale back today, whole or in part, beside what they are. Nothing is recorded.
 * Null when there is none the reader may name. Throws UnanswerableQuestion when she has nothing of the sale to bring back.
 */
export async function readAfterReturn(customerId: string, question: AfterReturnQuestion, view: View, world: CountingWorld & { clock: Clock }): Promise<AfterReturnAnswer | null> {
  const now = await view.liveCustomer(customerId);
  if (!now) return null;
  const { policy, asOf } = now.context;
  const ticketsIn = (facts: readonly Fact[]): KeptTicket[] => keptTickets(
    knownFacts(facts, asOf, world.calendar).known, customerId, { exchange: world.exchange, excludes: excludedBy(policy.excluded) });
  const facts = [...now.facts, { ...returnOf(question, ticketsIn(now.facts)), occurredAt: world.clock.now().toISOString() }];
  const { returns } = ticketsIn(facts).find(({ sale }) => sale.id === question.sale)!;
  const { units, netSpend } = returns.at(-1)!;
  return {
    ...view.liveProvenance(now), customerId, sale: question.sale, back: { units, netSpend },
    now: partOf(now, now.facts, world), after: partOf(view.byFacts(now, facts), facts, world),
  };
}

function partOf(seen: SeenCustomer, facts: readonly Fact[], world: CountingWorld): AfterReturnAnswer['now'] {
  return { tier: tierAnswer(standingOf(seen), countingFacts(facts, seen, world)), points: pointsAnswer(seen)! };
}

/** The supposed return, on the day of the view. Throws UnanswerableQuestion. */
function returnOf({ sale: saleId, sku, quantity }: AfterReturnQuestion, tickets: readonly KeptTicket[]): Omit<SaleReturned, 'occurredAt'> {
  const ticket = tickets.find(({ sale, kept }) => sale.id === saleId && kept.units > 0);
  if (!ticket) throw new UnanswerableQuestion('sale', saleId, 'is no sale of hers of which she has anything left');
  const { sale: { customerId, storeId }, goods } = ticket;
  const shared = { kind: 'SaleReturned' as const, id: supposedId, version: 1, storeId, customerId, saleId };
  if (sku === undefined) return shared;
  const kept = [...goods.keptLines()].filter(({ line }) => line.sku === sku).reduce((sum, line) => sum + line.kept, 0);
  if (kept === 0) throw new UnanswerableQuestion('sku', sku, 'is not among what she has left of this sale');
  if ((quantity ?? 0) > kept) throw new UnanswerableQuestion('quantity', quantity, `is more than the ${kept} she has left of it`);
  return { ...shared, lines: [{ sku, quantity: quantity ?? kept }] };
}
