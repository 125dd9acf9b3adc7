import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { asSeenOn } from './as-seen-on.ts';
import type { KeepTier } from './counterfactual.ts';
import { expectedFall, fallNoticeDays } from './expected-fall.ts';
import { moneyMissing } from './money-missing.ts';
import { nearRise } from './near-rise.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import type { Policy } from './policy.ts';
import { tierHeld, type TierHeld } from './standing.ts';

/** A tier that a customer is about to reach or to lose. */
export interface TierMove {
  direction: 'upgrade' | 'downgrade';
  /** The tier she would reach, or keep. */
  tier: string;
  /** Minor units still to be spent until the deadline, to get there or to stay; the deadline is null when nothing runs out. */
  amount: number;
  deadline: Day | null;
  /** The day on which this was first known, and the first day on which it was no longer so; null while it is. */
  knownOn: Day;
  voidFrom: Day | null;
}

export interface TierMoveRules {
  policy: Policy;
  cuts: PercentileCuts;
  asOf: Day;
  held: TierHeld;
  /** Only moves that became known after this day are looked for. */
  since: Day;
  /** The fall that is expected on the as-of date, where the caller knows it already. */
  fall?: KeepTier | null;
}

/** Days in which nothing was added to what is known about a customer. */
interface Stretch { from: Day; to: Day }

/**
 * The moves between tiers that came near on one of the days after `since`, up to the as-of date, with those that are no longer so.
 * A rise is known from the fact that brought it within reach, a fall from its notice on or from the fact that made it as it is:
 * so a move is the same on every later night, as long as facts do not change the past.
 */
export function tierMoves(history: History, rules: TierMoveRules): TierMove[] {
  const stretches = stretchesOf(history, rules);
  const moves: TierMove[] = [];
  let open: { rise: TierMove | null; fall: TierMove | null } = { rise: null, fall: null };
  for (const { from, to } of stretches) {
    const now = movesIn(history, from, to, rules);
    open = { rise: continued(open.rise, now.rise, from, moves), fall: continued(open.fall, now.fall, from, moves) };
  }
  return [...moves, open.rise, open.fall].filter((move): move is TierMove => move !== null && move.knownOn > rules.since);
}

/**
 * The moves that are near on the as-of date, by the facts of their last day alone: whatever `tierMoves` finds that is still so is among them,
 * though it may have been known earlier. Costs little for the many of whom nothing is near.
 */
export function movesNow(history: History, rules: TierMoveRules): TierMove[] {
  const from = lastFactDay(history, rules.asOf);
  if (from === null || (from <= rules.since && rules.fall === null)) return [];
  const { rise, fall } = movesIn(history, from, rules.asOf, rules);
  return [rise, fall].filter((move) => move !== null);
}

/** A move that goes on keeps the day it was first known on; one that does not has ended. */
function continued(before: TierMove | null, now: TierMove | null, from: Day, ended: TierMove[]): TierMove | null {
  if (before === null) return now;
  if (now !== null && now.tier === before.tier && (now.direction === 'upgrade' || now.deadline === before.deadline)) return { ...now, knownOn: before.knownOn };
  ended.push({ ...before, voidFrom: from + 1 });
  return now;
}

function movesIn(history: History, from: Day, to: Day, { policy, cuts, asOf, held, since, fall }: TierMoveRules): { rise: TierMove | null; fall: TierMove | null } {
  const isNow = to === asOf;
  const seen = isNow ? history : asSeenOn(history, to);
  const heldThen = isNow ? held : tierHeld(seen, policy, cuts, to, null);
  // A rise that has been near since long ago was told long ago.
  const rise = from <= since && isNow ? null : nearRise(seen, policy, cuts, to, heldThen);
  const keep = isNow && fall !== undefined ? fall : expectedFall(seen, policy, cuts, to, heldThen);
  const toKeep = keep && moneyMissing(keep.missing, policy);
  return {
    rise: rise && rise.money > 0 ? { direction: 'upgrade', tier: rise.next.tier, amount: rise.money, deadline: earliest(rise.next.missing), knownOn: from, voidFrom: null } : null,
    fall: keep && toKeep ? { direction: 'downgrade', tier: keep.tier, amount: toKeep, deadline: keep.on, knownOn: Math.max(from, keep.on - fallNoticeDays), voidFrom: null } : null,
  };
}

function earliest(missing: readonly { by: Day | null }[]): Day | null {
  const days = missing.flatMap(({ by }) => (by === null ? [] : [by]));
  return days.length === 0 ? null : Math.min(...days);
}

/** From the last fact up to `since` on, cut wherever a later fact counts for tiers. */
function stretchesOf(history: History, { since, asOf }: TierMoveRules): Stretch[] {
  const recent = new Set<Day>();
  const first = lastFactDay(history, since);
  eachFactDay(history, (day) => { if (day > since && day <= asOf) recent.add(day); });
  const starts = [...(first === null ? [] : [first]), ...[...recent].sort((a, b) => a - b)];
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? asOf + 1) - 1 }));
}

function lastFactDay(history: History, until: Day): Day | null {
  let last = -Infinity;
  const look = (day: Day): void => { if (day <= until && day > last) last = day; };
  // There are many purchases, in the order of days.
  const bought = history.purchases.findLast(({ day }) => day <= until);
  if (bought) look(bought.day);
  eachOtherFactDay(history, look);
  return last === -Infinity ? null : last;
}

/** The days of facts that count for tiers, and those on which an override is over. */
function eachFactDay(history: History, look: (day: Day) => void): void {
  for (const { day } of history.purchases) look(day);
  eachOtherFactDay(history, look);
}

function eachOtherFactDay({ returns, answers, referrals, overrides, enrolledOn }: History, look: (day: Day) => void): void {
  for (const { returnedOn } of returns) look(returnedOn);
  for (const { day } of answers) look(day);
  for (const day of referrals) look(day);
  for (const { from, expiresOn } of overrides) {
    look(from);
    look(expiresOn + 1);
  }
  if (enrolledOn !== null) look(enrolledOn);
}
