import type { Day } from '../calendar.ts';
import type { History, Override } from '../history.ts';
import { asSeenOn } from './as-seen-on.ts';
import { compilePolicy, type CompiledPolicy } from './compiled-policy.ts';
import { keepAfterOverride, keepOf, nextOf, type KeepTier, type NextTier } from './counterfactual.ts';
import { judge, type RungHeld } from './judge.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import type { Policy } from './policy.ts';
import { reasonFor, type HeldBy, type Reason } from './reason.ts';
import { recordOf } from './qualifying-record.ts';
import type { ChangeCause } from './tier-timeline.ts';
import { noTier, type Rung, type TierWalk } from './tier-walk.ts';

/** The tier in force and since when; null for none, and for a customer who never had one. */
export interface TierHeld { tier: string | null; since: Day | null }

export interface TierChange { on: Day; from: string | null; to: string | null; cause: ChangeCause }

export interface TierStanding extends TierHeld {
  policyVersion: number;
  heldBy: HeldBy | null;
  /** The criteria that hold her in the tier she earned; without a tier those of the lowest. */
  reason: Reason[];
  /** What lifts her above the tier she earned; null at the top, and while an override has set another. */
  next: NextTier | null;
  /** What keeps her from the fall that comes if she does nothing, at the end of an override included; null when none does. */
  keep: KeepTier | null;
  /** The tier set by hand that is in force, and what she would have without it. */
  override: (Override & { earned: string | null }) | null;
  /** Every change up to the as-of date; of policies that compare customers only the one since `previous`. */
  changes: TierChange[];
}

/**
 * The tier of a customer at the close of `asOf`, with its reason, what would change it, and how she came there.
 * `history` may hold later facts; they are not looked at. Policies that compare customers need their `cuts` of that day,
 * judge her afresh each time, and take `since` from `previous` while the tier is the same; all others ignore both.
 */
export function tierStanding(history: History, policy: Policy, cuts: PercentileCuts, asOf: Day, previous: TierHeld | null): TierStanding {
  const compiled = compilePolicy(policy);
  const known = asSeenOn(history, asOf);
  const { rung, since, earned, override, overrides, changes, walk } = judge(known, compiled, cuts, asOf, heldRung(previous, policy), Infinity);
  const subject = { customerId: known.customerId, record: recordOf(known, policy), policy: compiled, cuts, asOf };
  const open = earned === rung;
  const keepWith = (walk: TierWalk | null): KeepTier | null => {
    if (walk === null) return null;
    if (override !== null && rung > earned) return keepAfterOverride(subject, { rung, since }, overrides, override.last + 1, walk);
    return open ? keepOf(subject, earned, walk) : null;
  };
  return {
    tier: idOf(compiled, rung), since, policyVersion: policy.version,
    ...reasonFor(subject, earned),
    // What she buys today would have spared her today's fall, so that she could not be placed anew before tomorrow.
    next: open ? nextOf(subject, earned, earned === noTier && since === asOf ? asOf + 1 : asOf) : null,
    keep: keepWith(walk),
    override: override && { ...override.source, expiresOn: override.last, earned: idOf(compiled, earned) },
    changes: changes.map(({ on, from, to, cause }) => ({ on, from: idOf(compiled, from), to: idOf(compiled, to), cause })),
  };
}

/** Just the tier and since when, always equal to those of the whole standing, for a fraction of its cost. */
export function tierHeld(history: History, policy: Policy, cuts: PercentileCuts, asOf: Day, previous: TierHeld | null): TierHeld {
  const compiled = compilePolicy(policy);
  const { rung, since } = judge(history, compiled, cuts, asOf, heldRung(previous, policy), asOf);
  return { tier: idOf(compiled, rung), since };
}

function heldRung(previous: TierHeld | null, policy: Policy): RungHeld | null {
  return previous && { rung: policy.ladder.findIndex(({ id }) => id === previous.tier), since: previous.since };
}

function idOf({ policy }: CompiledPolicy, rung: Rung): string | null {
  return rung === noTier ? null : policy.ladder[rung]!.id;
}
