import { z } from 'zod';
import { Points, Provenance } from './answers.ts';
import { TierStanding } from './tier-standing.ts';

/** What the API answers about policies and the tiers they give: replays of drafts, a customer's tier history, advice on thresholds. */

const Day = z.string();
const Money = z.number();
/** A tier's id; null for no tier. */
const TierId = z.string().nullable();

/** Whom one rule holds in another tier than she would have without it, and what that adds to a year's benefits. */
const RuleEffect = z.object({ customers: z.number(), benefitCost: Money });

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
  /** What grace, keep rules and the limit of steps of the draft do, each looked at alone. */
  effects: z.object({ grace: RuleEffect, keep: RuleEffect, stepLimit: RuleEffect }),
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

/** Where a customer stands, and what her points come to. */
const Standing = z.object({ tier: TierStanding, points: Points });
export const AfterReturnAnswer = Provenance.extend({
  customerId: z.string(),
  sale: z.string(),
  /** What would come back. */
  back: z.object({ units: z.number(), netSpend: Money }),
  now: Standing,
  after: Standing,
});
export type AfterReturnAnswer = z.infer<typeof AfterReturnAnswer>;

/** A tier set by hand as it was recorded. */
export const OverrideAnswer = z.object({
  id: z.string(), customerId: z.string(), tier: z.string(), author: z.string(), reason: z.string(),
  from: Day,
  /** Last day on which it holds. */
  expiresOn: Day,
});
export type OverrideAnswer = z.infer<typeof OverrideAnswer>;

const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
/** How many customers spent at least so much, and their share of what customers spent; low and high are the ends of 95 % bootstrap intervals. */
const Reach = z.object({ threshold: Money, customers: Estimate, revenueShare: Estimate });
const Suggestion = z.object({
  averagePrice: Money,
  /** Units ÷ tickets. */
  attachRate: z.number(),
  /** Average price × attach rate. */
  baseLine: Money,
  /** Base line × (1 + growth), rounded up. */
  threshold: Money,
});

export const ThresholdAdviceAnswer = Provenance.extend({
  from: Day,
  /** The day after the last that counts. */
  to: Day,
  growth: z.number(),
  /** Customers who bought in this time. */
  customers: z.number(),
  /** Null where nothing was bought. */
  suggested: Suggestion.extend(Reach.shape).nullable(),
  /** The thresholds that were asked about beside it, such as competitors’. */
  compared: z.array(Reach),
  /** The same for each existing level, lowest first. */
  levels: z.array(Suggestion.extend({ tier: z.string(), raisedPrice: Money, contribution: z.number() })),
});
export type ThresholdAdviceAnswer = z.infer<typeof ThresholdAdviceAnswer>;
