import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { measured } from './measured.ts';
import { effectiveOverrides, overrideOn, rungUnder, type EffectiveOverride } from './override.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import { recordOf } from './qualifying-record.ts';
import { rankJudge } from './subject.ts';
import { lastRung, tierTimeline, type RungChange } from './tier-timeline.ts';
import { highestEntered, noTier, type Rung, type TierWalk } from './tier-walk.ts';

/** A tier as its place in the ladder, and the day it was reached; null for never any. */
export interface RungHeld { rung: Rung; since: Day | null }

export interface Judgement extends RungHeld {
  /** What she has earned, whatever an override says. */
  earned: Rung;
  /** The override in force, and all that can take effect one day. */
  override: EffectiveOverride | null;
  overrides: EffectiveOverride[];
  changes: RungChange[];
  /** Stands at the as-of date; null where customers are judged by rank. */
  walk: TierWalk | null;
}

/** Judges a customer at the close of `asOf`; a walk that comes with it can be advanced to `horizon`. */
export function judge(
  history: History, policy: CompiledPolicy, cuts: PercentileCuts, asOf: Day, previous: RungHeld | null, horizon: Day,
): Judgement {
  return policy.relative ? byRank(history, policy, cuts, asOf, previous) : byTime(history, policy, asOf, horizon);
}

function byTime(history: History, policy: CompiledPolicy, asOf: Day, horizon: Day): Judgement {
  const { earned, inForce, overrides, walk } = tierTimeline(history, policy, asOf, horizon);
  const since = inForce[inForce.length - 1]?.on ?? null;
  return { rung: lastRung(inForce), since, earned: lastRung(earned), override: overrideOn(overrides, asOf), overrides, changes: inForce, walk };
}

/** Her rank among others is known for today only: the tier is judged afresh, and lasts since it was first published. */
function byRank(history: History, policy: CompiledPolicy, cuts: PercentileCuts, asOf: Day, previous: RungHeld | null): Judgement {
  const record = recordOf(history, policy.policy, asOf);
  const values = measured(record, policy, asOf);
  const subject = { customerId: history.customerId, record, policy, cuts, asOf };
  const earned = record.memberFrom === null || record.memberFrom > asOf ? noTier : highestEntered(policy, values, rankJudge(subject, values));
  const overrides = effectiveOverrides(history.overrides, policy.policy);
  const override = overrideOn(overrides, asOf);
  const rung = rungUnder(override, earned, policy.policy);
  const before = previous?.rung ?? noTier;
  if (rung === before) return { rung, since: previous?.since ?? null, earned, override, overrides, changes: [], walk: null };
  const since = override !== null && override.rung === rung ? override.from : asOf;
  const cause = override !== null ? 'override' : rung > before ? 'entry-met' : 'keep-failed';
  return { rung, since, earned, override, overrides, changes: [{ on: since, from: before, to: rung, cause }], walk: null };
}
