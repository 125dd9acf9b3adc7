import type { Day } from './calendar.ts';
import type { RiskLevel } from './lifecycle/risk.ts';
import type { Stage } from './lifecycle/stage.ts';

/**
 * What a run found out about one customer, in the few numbers that lists, KPIs and the next run need.
 * Money is minor units; null where there is no model or no purchase.
 */
export interface CustomerScore {
  tier: string | null;
  tierSince: Day | null;
  stage: Stage;
  riskLevel: RiskLevel;
  pAlive: number | null;
  lifetimeValue: number | null;
  valueAtRisk: number | null;
  rfm: readonly [recency: number, frequency: number, monetary: number] | null;
  /** Sequence number of the run that last wrote this customer's item. */
  version: number;
}

/** The score of a partition of walk-ins, which has none. */
export const walkInScore: CustomerScore = {
  tier: null, tierSince: null, stage: 'prospect', riskLevel: 'none', pAlive: null, lifetimeValue: null, valueAtRisk: null, rfm: null, version: 0,
};

/** True when a reader of her item would see a difference; what drifts with time alone is computed when it is read. */
export function differs(a: CustomerScore, b: CustomerScore): boolean {
  return a.tier !== b.tier || a.tierSince !== b.tierSince || a.stage !== b.stage || a.riskLevel !== b.riskLevel;
}
