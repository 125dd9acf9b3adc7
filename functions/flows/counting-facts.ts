import type { BusinessCalendar, Day } from '../domain/calendar.ts';
import type { RunContext } from '../domain/evaluate.ts';
import { excludedBy } from '../domain/ledger/excluded-goods.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { keptTickets } from '../domain/ledger/kept-tickets.ts';
import { knownFacts } from '../domain/ledger/known-facts.ts';
import type { Exchange } from '../domain/money.ts';
import type { Reason } from '../domain/tiers/reason.ts';
import type { SeenCustomer } from './view.ts';

export interface CountingWorld { calendar: BusinessCalendar; exchange: Exchange }

/** A fact that may count for a criterion; `spend` is what of it qualifies, in minor units. */
interface Countable { id: string; kind: Fact['kind']; day: Day; spend: number }

/** Which kind of fact a criterion counts, where it counts any. */
const counted: Partial<Record<Reason['criterion'], Fact['kind']>> = {
  'net-spend': 'SaleRecorded', 'top-percent': 'SaleRecorded', 'gross-margin': 'SaleRecorded', points: 'SaleRecorded',
  occasions: 'SaleRecorded', tickets: 'SaleRecorded', units: 'SaleRecorded', referrals: 'ReferralMade',
};
const ofSpend: ReadonlySet<Reason['criterion']> = new Set(['net-spend', 'top-percent', 'gross-margin', 'points']);

/** Says for each reason the ids of the facts that count for it, in the order they happened: tickets of which something was kept, and referrals. */
export function countingFacts(facts: readonly Fact[], { history, context }: SeenCustomer, world: CountingWorld): (reason: Reason) => string[] {
  const countable = countableIn(facts, history.customerId, context, world);
  return ({ criterion, window: { from, to } }) => countable
    .filter(({ kind, day, spend }) => kind === counted[criterion] && day >= from && day <= to && (spend > 0 || !ofSpend.has(criterion)))
    .map(({ id }) => id);
}

function countableIn(facts: readonly Fact[], customerId: string, { policy, asOf }: RunContext, { calendar, exchange }: CountingWorld): Countable[] {
  const sales = keptTickets(knownFacts(facts, asOf, calendar).known, customerId, { exchange, excludes: excludedBy(policy.excluded) }).flatMap(({ sale: { id, kind }, day, kept }): Countable[] => {
    const { units, netSpend, excludedSpend } = kept;
    return units > 0 ? [{ id, kind, day, spend: netSpend - excludedSpend }] : [];
  });
  const referrals = facts.flatMap((fact): Countable[] => (fact.kind === 'ReferralMade' && fact.customerId === customerId
    ? [{ id: fact.id, kind: fact.kind, day: calendar.dayOf(Date.parse(fact.occurredAt)), spend: 0 }] : []));
  return [...sales, ...referrals.filter(({ day }) => day <= asOf).sort((a, b) => a.day - b.day)];
}
