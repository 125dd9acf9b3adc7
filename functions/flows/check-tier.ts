import type { Fact } from '../domain/ledger/facts.ts';
import { arrivedBy, resolveFacts } from '../domain/ledger/resolve-facts.ts';
import type { TierStanding } from '../domain/tiers/standing.ts';
import { standingOf } from './standing-of.ts';
import type { KnownCustomer, View } from './view.ts';

/** The facts a published tier rests on, whether judging them anew gives just that tier and reason, and how many facts have come since. */
export interface TierCheck { agrees: boolean; facts: Fact[]; later: number }

/** Judges a published tier anew from the facts themselves. */
export function checkTier(seen: KnownCustomer, published: TierStanding, view: View): TierCheck {
  const facts = resolveFacts(arrivedBy(seen.recorded, view.provenance.factsThrough)).facts;
  const agrees = (known: readonly Fact[]): boolean => basisOf(standingOf(view.byFacts(seen, known))) === basisOf(published);
  if (agrees(facts)) return { agrees: true, facts, later: laterThan(facts, seen.facts) };
  // A fact that was sent again came when it did last, and what came while the night was reading was read by it.
  return { agrees: agrees(seen.facts), facts: seen.facts, later: 0 };
}

function laterThan(known: readonly Fact[], now: readonly Fact[]): number {
  const told = new Set(known.map((fact) => JSON.stringify(fact)));
  return now.filter((fact) => !told.has(JSON.stringify(fact))).length;
}

/** Everything that says which tier it is and why. */
function basisOf({ tier, since, heldBy, reason }: TierStanding): string {
  return JSON.stringify([tier, since, heldBy, reason]);
}
