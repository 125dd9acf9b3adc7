import { tierStanding, type TierStanding } from '../domain/tiers/standing.ts';
import type { SeenCustomer } from './view.ts';

/** Where a customer stands, with reason and counterfactuals, as she was seen. */
export function standingOf({ history, context: { policy, population, asOf }, evaluation }: SeenCustomer): TierStanding {
  return tierStanding(history, policy, population.percentileCuts, asOf, evaluation.tier);
}
