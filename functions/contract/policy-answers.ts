import { z } from 'zod';
import { Provenance } from './answers.ts';

/** What the API answers about policies and the tiers they give: replays of drafts, a customer's tier history, advice on thresholds. */

const Day = z.string();
const Money = z.number();
/** A tier's id; null for no tier. */
const TierId = z.string().nullable();

export const PolicyReplayAnswer = Provenance.extend({
  id: z.string(),
  state: z.literal('done'),
  customers: z.number(),
  /** Customers whose tier the draft changes. */
  moved: z.number(),
  /** Who is in one tier by the policy in force and in another by the draft. */
  matrix: z.array(z.object({ from: TierId, to: TierId, customers: z.number(), netSpend: Money, lifetimeValue: Money })),
  /** A year's benefits of everybody's tier, at what she spent in the last year. */
  benefitCost: z.object({ now: Money, draft: Money }),
  /** The hundred who spent most among those who move. */
  movers: z.array(z.object({ customerId: z.string(), from: TierId, to: TierId, netSpend: Money, lifetimeValue: Money })),
  /** Changes of tier in the last year, first placements left out; null where a policy compares customers, whose past ranks are not known. */
  flipsPerYear: z.object({ now: z.number().nullable(), draft: z.number().nullable() }),
});
export type PolicyReplayAnswer = z.infer<typeof PolicyReplayAnswer>;

export const TierHistoryAnswer = Provenance.extend({
  customerId: z.string(),
  tier: TierId,
  /** Oldest first. By the policy of the run over all facts known to it; where that policy compares customers, as each night published it. */
  changes: z.array(z.object({
    on: Day, from: TierId, to: TierId, cause: z.enum(['entry-met', 'keep-failed', 'return', 'override', 'override-ended']),
  })),
});
export type TierHistoryAnswer = z.infer<typeof TierHistoryAnswer>;
