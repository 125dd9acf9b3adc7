import type { Fact } from '../domain/ledger/facts.ts';
import { knownSets, laterThan } from '../domain/ledger/known-sets.ts';
import { arrivedBy, resolveFacts } from '../domain/ledger/resolve-facts.ts';
import type { TierStanding } from '../domain/tiers/standing.ts';
import { standingOf } from './standing-of.ts';
import type { KnownCustomer, View } from './view.ts';

/** The facts a published tier rests on, whether judging them anew gives just that tier and reason, and how many facts have come, or come again, since. */
export interface TierCheck { agrees: boolean; facts: readonly Fact[]; later: number }

/** Judges a published tier anew from the facts themselves. */
export function checkTier(seen: KnownCustomer, published: TierStanding, view: View): TierCheck {
  const { factsThrough } = view.provenance;
  const arrived = resolveFacts(arrivedBy(seen.recorded, factsThrough)).facts;
  const agreed = knownSets(arrived, seen.facts, factsThrough).find((known) => basisOf(standingOf(view.byFacts(seen, known))) === basisOf(published));
  return { agrees: agreed !== undefined, facts: agreed ?? seen.facts, later: laterThan(agreed ?? arrived, seen.facts).length };
}

/** Everything that says which tier it is and why. */
function basisOf({ tier, since, heldBy, reason }: TierStanding): string {
  return JSON.stringify([tier, since, heldBy, reason]);
}
