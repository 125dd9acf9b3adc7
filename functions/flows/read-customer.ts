import type { CustomerAnswer, Provenance } from '../contract/answers.ts';
import { formatDay } from '../domain/calendar.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { fileAnswer, historyAnswer, riskAnswer, satisfactionAnswer } from './answer-parts.ts';
import { buyerTypeAnswer, pointsAnswer } from './benefits-answer.ts';
import { checkTier } from './check-tier.ts';
import { countingFacts, type CountingWorld } from './counting-facts.ts';
import { standingOf } from './standing-of.ts';
import { recommendationsAnswer } from './recommendations-answer.ts';
import { tierAnswer } from './tier-answer.ts';
import type { SeenCustomer, View } from './view.ts';

/** A customer as the night left her; null when there is none the reader may name. */
export async function readCustomer(customerId: string, view: View, world: CountingWorld): Promise<CustomerAnswer | null> {
  const seen = await view.customer(customerId);
  if (!seen) return null;
  const { agrees, facts, later } = checkTier(seen, standingOf(seen), view);
  const answer = answerFor(seen, facts, view.provenance, 'night', view, world);
  return { ...answer, tier: { ...answer.tier, check: { agrees, facts: facts.length, later } } };
}

/** A customer with the facts that have come since the night, as of today; null when there is none the reader may name. */
export async function readLiveCustomer(customerId: string, view: View, world: CountingWorld): Promise<CustomerAnswer | null> {
  const seen = await view.liveCustomer(customerId);
  return seen && answerFor(seen, seen.facts, view.liveProvenance(seen), 'live', view, world);
}

function answerFor(
  seen: SeenCustomer, facts: readonly Fact[], provenance: Provenance, name: 'night' | 'live', { scope, run: { saved } }: View, world: CountingWorld,
): CustomerAnswer {
  const { history, context: { asOf }, evaluation: { rfm, worth, satisfaction, lifecycle, risk } } = seen;
  return {
    ...provenance, view: name, customerId: history.customerId, mayOverride: scope.mayOverride,
    file: fileAnswer(seen, scope),
    tier: tierAnswer(standingOf(seen), countingFacts(facts, seen, world)),
    history: historyAnswer(history, asOf),
    rfm, worth,
    satisfaction: satisfactionAnswer(satisfaction),
    lifecycle: { ...lifecycle, since: formatDay(lifecycle.since) },
    risk: riskAnswer(risk, world.calendar),
    points: pointsAnswer(seen),
    buyerType: buyerTypeAnswer(facts, seen, saved.averageUnitPrice ?? 0, world),
    ...(saved.categories && { recommendations: recommendationsAnswer(facts, seen, saved.categories, world) }),
  };
}
