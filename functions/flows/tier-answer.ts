import type { CustomerAnswer, CustomerSummary } from '../contract/answers.ts';
import { formatDay } from '../domain/calendar.ts';
import type { KeepTier, NextTier } from '../domain/tiers/counterfactual.ts';
import type { Reason } from '../domain/tiers/reason.ts';
import type { TierStanding } from '../domain/tiers/standing.ts';
import { dateOf } from './answer-parts.ts';

/** A tier with its reasons and what would change it, in the words of the contract; `factsFor` names the facts that count for a reason. */
export function tierAnswer({ tier, since, reason, next, keep, override }: TierStanding, factsFor: (reason: Reason) => string[]): CustomerAnswer['tier'] {
  return {
    id: tier, since: dateOf(since),
    reason: reason.map((each) => ({ ...each, window: { from: formatDay(each.window.from), to: formatDay(each.window.to) }, facts: factsFor(each) })),
    next: next && changeAnswer(next),
    keep: keep && changeAnswer(keep),
    override: override && { author: override.author, reason: override.reason, expiresOn: formatDay(override.expiresOn) },
  };
}

/** What is missing to rise, or not to fall. */
export function changeAnswer({ missing, on, ...change }: NextTier | KeepTier): NonNullable<CustomerSummary['near']> {
  return { ...change, on: formatDay(on), missing: missing.map((each) => ({ ...each, by: dateOf(each.by) })) };
}
