import type { Day } from '../calendar.ts';
import { changeDays } from './change-days.ts';
import type { RungHeld } from './judge.ts';
import { monthsSince } from './measured.ts';
import { overrideOn, rungUnder, type EffectiveOverride } from './override.ts';
import type { CriterionName } from './policy.ts';
import { reviewFrom } from './review-dates.ts';
import { leastShortfall, sameShortfall, type Shortfall } from './shortfall.ts';
import type { Subject } from './subject.ts';
import { noTier, type Rung, type TierWalk } from './tier-walk.ts';

/**
 * So much more of a criterion by the close of day `by`; null when there is no hurry. Several visits must fall into one window.
 * For membership `by` is the day it is reached.
 */
export interface Missing { criterion: CriterionName; amount: number; by: Day | null }

/** All of `missing` lifts her to `tier`, at the earliest on `on`; one unit less of any does not. Nothing missing: she will rise by herself. */
export interface NextTier { tier: string; on: Day; missing: Missing[] }

/** Without all of `missing` she falls from `tier` to `fallsTo` on `on`. Nothing missing: nothing she can do prevents it. */
export interface KeepTier { tier: string; on: Day; fallsTo: string | null; missing: Missing[] }

/** What lifts a customer who holds `rung`, from day `from` on; null on top, and when nothing she can do would. */
export function nextOf(subject: Subject, rung: Rung, from: Day): NextTier | null {
  const { policy, asOf, record } = subject;
  const above = policy.tiers.slice(rung + 1);
  if (above.length === 0) return null;
  const review = (day: Day): Day => (rung === noTier ? day : reviewFrom(policy.policy.upgrade.review, day, record.anchor));
  const later = changeDays(record, policy, Infinity).filter((day) => day > asOf);
  const rules = above.map(({ entry }) => entry);

  for (const on of [from, ...later].map(review)) {
    const least = leastShortfall(subject, rules, on);
    if (least === null) continue;
    const target = rung + 1 + least.rule;
    const changed = later.find((day) => day > on && !sameShortfall(least, leastShortfall(subject, rules, day)));
    const by = changed === undefined ? null : lastReviewBefore(review, on, changed);
    return { tier: policy.policy.ladder[target]!.id, on, missing: [...membership(subject, target, on), ...listed(least.shortfall, by)] };
  }
  return null;
}

/** What keeps a customer from falling from `rung`, with a walk that stands at the as-of date; null when no fall is coming. */
export function keepOf(subject: Subject, rung: Rung, walk: TierWalk): KeepTier | null {
  if (rung === noTier) return null;
  const past = walk.steps.length;
  walk.advance(Infinity);
  const fall = walk.steps[past];
  if (fall?.cause !== 'keep-failed') return null;
  const { tiers, policy: { ladder } } = subject.policy;
  const rules = [tiers[rung]!.keep, ...tiers.slice(rung).map(({ entry }) => entry)];
  const least = leastShortfall(subject, rules, fall.on);
  return { tier: ladder[rung]!.id, on: fall.on, fallsTo: ladder[fall.to]?.id ?? null, missing: listed(least?.shortfall ?? {}, fall.on) };
}

/**
 * What keeps a customer in the tier an override gives her when the override ends, the evening before `on`: earning it by then.
 * Null when she has earned it, or another override takes over that is no lower.
 */
export function keepAfterOverride(subject: Subject, { rung }: RungHeld, overrides: readonly EffectiveOverride[], on: Day, walk: TierWalk): KeepTier | null {
  const { tiers, policy } = subject.policy;
  walk.advance(on);
  const then = rungUnder(overrideOn(overrides, on), walk.rung, policy);
  if (then >= rung) return null;
  // A rise that waits for a review does not come on the day she needs it.
  const isInTime = reviewFrom(policy.upgrade.review, on, subject.record.anchor) === on;
  const least = isInTime ? leastShortfall(subject, tiers.slice(rung).map(({ entry }) => entry), on) : null;
  return { tier: policy.ladder[rung]!.id, on, fallsTo: policy.ladder[then]?.id ?? null, missing: listed(least?.shortfall ?? {}, on) };
}

function listed(shortfall: Shortfall, by: Day | null): Missing[] {
  return (Object.entries(shortfall) as [CriterionName, number][]).map(([criterion, amount]) => ({ criterion, amount, by }));
}

/** The months of membership she has to wait for, where the tier asks for more than she has. */
function membership({ policy, record, asOf }: Subject, rung: Rung, on: Day): Missing[] {
  if (policy.monthsAsked.length === 0) return [];
  const asked = policy.tiers[rung]!.entry.criteria.flatMap(({ source }) => (source.criterion === 'membership-months' ? [source.atLeast] : []));
  const [has, willHave] = [monthsSince(record.anchor, asOf), monthsSince(record.anchor, on)];
  const reached = Math.max(...asked.filter((months) => months <= willHave), 0);
  return reached > has ? [{ criterion: 'membership-months', amount: reached - has, by: on }] : [];
}

function lastReviewBefore(review: (day: Day) => Day, first: Day, end: Day): Day {
  let last = first;
  for (let next = review(last + 1); next < end; next = review(last + 1)) last = next;
  return last;
}
