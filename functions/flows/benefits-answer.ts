import type { CustomerAnswer } from '../contract/answers.ts';
import { formatDay } from '../domain/calendar.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { keptTickets } from '../domain/ledger/kept-tickets.ts';
import { knownFacts } from '../domain/ledger/known-facts.ts';
import { buyerTypeOf } from '../domain/tiers/buyer-type.ts';
import { HabitCounter } from '../domain/tiers/shopping-habits.ts';
import { TierRules } from '../domain/tiers/tier-rules.ts';
import type { CountingWorld } from './counting-facts.ts';
import type { SeenCustomer } from './view.ts';

/** What a customer's points come to. Where tiers compare customers, points earned before she held hers count at the plain rate. */
export function pointsAnswer({ history, context: { policy, asOf }, evaluation: { tier } }: SeenCustomer): CustomerAnswer['points'] {
  const { earned, spendable, expiring } = new TierRules(policy, asOf).accountOf(history, tier);
  return { earned, spendable, expiring: inDays(expiring) };
}

/** How she buys; null until it can be said. `chainUnitPrice` in minor units, 0 where unknown. */
export function buyerTypeAnswer(facts: readonly Fact[], { history, context: { asOf } }: SeenCustomer, chainUnitPrice: number, { calendar, exchange }: CountingWorld): CustomerAnswer['buyerType'] {
  const counter = new HabitCounter();
  for (const { sale, day, goods } of keptTickets(knownFacts(facts, asOf, calendar).known, history.customerId, { exchange, excludes: () => false })) {
    counter.add(day, goods.keptLines(), exchange.factor(sale.currency, day));
  }
  const habits = counter.habits();
  return habits && buyerTypeOf(habits, chainUnitPrice);
}

/** Points of several purchases that run out on one day are one line. */
function inDays(expiring: readonly { on: number; points: number }[]): { on: string; points: number }[] {
  const byDay = new Map<number, number>();
  for (const { on, points } of expiring) byDay.set(on, (byDay.get(on) ?? 0) + points);
  return [...byDay].map(([on, points]) => ({ on: formatDay(on), points }));
}
