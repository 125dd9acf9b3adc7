import type { Day } from './calendar.ts';
import type { History } from './history.ts';
import { isWalkIn } from './ledger/partition.ts';
import { riskOf, type Risk } from './lifecycle/risk.ts';
import type { LifecycleSettings } from './lifecycle/settings.ts';
import { lifecycleOf, type Lifecycle } from './lifecycle/stage.ts';
import { rfmOf, rfmValues, type Rfm, type RfmCuts } from './rfm.ts';
import { satisfactionOf, type Satisfaction } from './satisfaction/satisfaction.ts';
import type { SatisfactionSettings } from './satisfaction/settings.ts';
import { walkInScore, type CustomerScore } from './score.ts';
import type { PercentileCuts } from './tiers/percentile-cuts.ts';
import type { Policy } from './tiers/policy.ts';
import { tierHeld, type TierHeld } from './tiers/standing.ts';
import type { ValueModel } from './value/value-model.ts';
import type { ValueSettings } from './value/settings.ts';
import { worthOf, type Worth } from './value/worth.ts';

/** What the whole population says, which one customer's facts cannot: where percentiles end. */
export interface Population { percentileCuts: PercentileCuts; rfmCuts: RfmCuts }

/** Thresholds of every part of the evaluation. */
export interface EvaluationSettings { value: ValueSettings; satisfaction: SatisfactionSettings; lifecycle: LifecycleSettings }

/** Everything an evaluation depends on besides the customer herself; it is published with the run, so an evaluation can be repeated. */
export interface RunContext {
  asOf: Day;
  policy: Policy;
  model: ValueModel | null;
  population: Population;
  settings: EvaluationSettings;
}

/** The scores of one customer. */
export interface Evaluation {
  tier: TierHeld;
  rfm: Rfm | null;
  worth: Worth;
  satisfaction: Satisfaction;
  lifecycle: Lifecycle;
  risk: Risk;
}

/**
 * Evaluates one customer as of a day: the one place where a score comes from, for the nightly run, the live card, replays and tests alike.
 * `previous` is the tier of the run before, from which a tier judged by percentile takes its date.
 */
export function evaluate(history: History, context: RunContext, previous: TierHeld | null): Evaluation {
  const { asOf, policy, model, population, settings } = context;
  const worth = worthOf(history, model, settings.value, asOf);
  const pAlive = worth.predicted?.pAlive ?? null;
  const lifetimeValue = worth.predicted?.lifetimeValue ?? null;
  const satisfaction = satisfactionOf(history, settings.satisfaction, asOf);
  const lifecycle = lifecycleOf(history, pAlive, settings.lifecycle, asOf);
  const values = rfmValues(history, asOf);
  return {
    tier: tierHeld(history, policy, population.percentileCuts, asOf, previous),
    rfm: values && rfmOf(values, population.rfmCuts),
    worth, satisfaction, lifecycle,
    risk: riskOf({ history, pAlive, lifetimeValue, satisfaction, lifecycle, settings: settings.lifecycle, asOf }),
  };
}

/** The part of an evaluation that is kept for everybody; `version` is the run whose item of hers is the latest. */
export function scoreOf({ tier, rfm, worth, lifecycle, risk }: Evaluation, version: number): CustomerScore {
  return {
    tier: tier.tier,
    tierSince: tier.since,
    stage: lifecycle.stage,
    riskLevel: risk.level,
    pAlive: worth.predicted?.pAlive ?? null,
    lifetimeValue: worth.predicted?.lifetimeValue ?? null,
    valueAtRisk: risk.valueAtRisk,
    rfm: rfm && [rfm.recency, rfm.frequency, rfm.monetary],
    version,
  };
}

/** Scores one partition of the ledger, customer or walk-ins. */
export function score(history: History, context: RunContext, previous: CustomerScore | null): CustomerScore {
  if (isWalkIn(history.customerId)) return walkInScore;
  const held = previous && { tier: previous.tier, since: previous.tierSince };
  return scoreOf(evaluate(history, context, held), previous?.version ?? 0);
}
