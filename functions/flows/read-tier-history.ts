import type { TierHistoryAnswer } from '../contract/policy-answers.ts';
import { formatDay } from '../domain/calendar.ts';
import { compilePolicy } from '../domain/tiers/compiled-policy.ts';
import { publishedChanges } from '../domain/tiers/published-changes.ts';
import { tierStanding, type TierChange } from '../domain/tiers/standing.ts';
import type { SeenCustomer, View } from './view.ts';

/** Every change of a customer's tier up to the run, oldest first; null when there is none the reader may name. */
export async function readTierHistory(customerId: string, view: View): Promise<TierHistoryAnswer | null> {
  const seen = await view.customer(customerId);
  if (!seen) return null;
  const changes = await tierChanges(seen, view);
  return { ...view.provenance, customerId, tier: seen.evaluation.tier.tier, changes: changes.map(({ on, ...change }) => ({ on: formatDay(on), ...change })) };
}

/** The changes of a customer's tier: by the policy over all her facts, or where it compares customers as the nights published them. */
async function tierChanges({ history, context: { policy, population, asOf }, held }: SeenCustomer, view: View): Promise<TierChange[]> {
  if (compilePolicy(policy).relative) return publishedChanges(await view.tiersPublished(history.customerId), policy, history.overrides);
  return tierStanding(history, policy, population.percentileCuts, asOf, held).changes;
}
