import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { effectiveOverrides, overrideOn, rungUnder, type EffectiveOverride } from './override.ts';
import { recordOf } from './qualifying-record.ts';
import { noTier, TierWalk, type Rung } from './tier-walk.ts';

export type ChangeCause = 'entry-met' | 'keep-failed' | 'return' | 'override' | 'override-ended';
export interface RungChange { on: Day; from: Rung; to: Rung; cause: ChangeCause }

/** The tier she earned, and the tier in force once overrides are laid over it, at each change up to the as-of date. */
export interface TierTimeline { earned: RungChange[]; inForce: RungChange[]; overrides: EffectiveOverride[]; walk: TierWalk }

/** Walks a history up to the close of `asOf`; the walk it ends with can be advanced to `horizon`. */
export function tierTimeline(history: History, policy: CompiledPolicy, asOf: Day, horizon: Day = asOf): TierTimeline {
  const { earned, walk } = earnedChanges(history, policy, asOf, horizon);
  const overrides = history.overrides.length === 0 ? [] : effectiveOverrides(history.overrides, policy.policy);
  const inForce = overrides.length === 0 ? earned : overlaid(earned, overrides, policy, asOf);
  return { earned, inForce, overrides, walk };
}

/** The tier after all changes. */
export function lastRung(changes: readonly RungChange[]): Rung {
  return changes.length === 0 ? noTier : changes[changes.length - 1]!.to;
}

function earnedChanges(history: History, policy: CompiledPolicy, asOf: Day, horizon: Day): { earned: RungChange[]; walk: TierWalk } {
  const undo = policy.policy.returns === 'undo';
  let earned: RungChange[] = [];
  let known: Day = -Infinity;
  let walk = new TierWalk(recordOf(history, policy.policy, known), policy, horizon);
  for (const next of returnDays(history, asOf)) {
    walk.advance(next - 1);
    if (undo) earned = continued(earned, walk, known);
    known = next;
    const record = recordOf(history, policy.policy, known);
    if (undo) walk = new TierWalk(record, policy, horizon);
    else walk.learn(record);
  }
  walk.advance(asOf);
  return { earned: undo ? continued(earned, walk, known) : walk.steps.slice(), walk };
}

function returnDays({ returns }: History, asOf: Day): Day[] {
  if (returns.length === 0) return [];
  return [...new Set(returns.map(({ returnedOn }) => returnedOn))].filter((day) => day <= asOf).sort((a, b) => a - b);
}

/**
 * The changes so far and what a walk says from day `from` on, where it takes over because goods came back.
 * Until then she held what those goods had earned her; from then on she is where she would be without them.
 */
function continued(before: RungChange[], { steps, rung }: TierWalk, from: Day): RungChange[] {
  const later = steps.filter(({ on }) => on > from);
  const held = lastRung(before);
  const now = later[0]?.from ?? rung;
  if (now === held) return [...before, ...later];
  const own = steps.find((step) => step.on === from && step.from === held && step.to === now);
  return [...before, own ?? { on: from, from: held, to: now, cause: now > held ? 'entry-met' : 'return' }, ...later];
}

function overlaid(earned: RungChange[], overrides: EffectiveOverride[], policy: CompiledPolicy, asOf: Day): RungChange[] {
  const days = [...earned.map(({ on }) => on), ...overrides.flatMap(({ from, last }) => [from, last + 1])];
  const changes: RungChange[] = [];
  for (const on of [...new Set(days)].sort((a, b) => a - b)) {
    if (on > asOf) break;
    const from = lastRung(changes);
    const override = overrideOn(overrides, on);
    const change = earned.findLast((step) => step.on <= on);
    const to = rungUnder(override, change?.to ?? noTier, policy.policy);
    if (to === from) continue;
    const ended = change?.on !== on && override === null ? 'override-ended' : change?.cause ?? 'entry-met';
    changes.push({ on, from, to, cause: override !== null && override.rung === to ? 'override' : ended });
  }
  return changes;
}
