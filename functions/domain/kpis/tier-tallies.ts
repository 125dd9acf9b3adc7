import type { Day } from '../calendar.ts';
import type { PointsEntry } from '../points/points-account.ts';
import type { TierChange } from '../tiers/standing.ts';
import type { TierRules } from '../tiers/tier-rules.ts';
import type { CustomerInPeriod, KpiTally } from './kpi.ts';

/** What the KPIs of tiers and points are made of. */

/** The tier held the evening before a day; null for none. */
export function tierBefore(changes: readonly TierChange[], day: Day): string | null {
  return changes.findLast(({ on }) => on < day)?.to ?? null;
}

/** The place of a tier in the ladder; −1 for none. */
export function placeOf({ policy }: TierRules, tier: string | null): number {
  return policy.ladder.findIndex(({ id }) => id === tier);
}

/** Counts moves between tiers in one direction; a first placement is none. No value where the past is not known. */
export function tierMovesTally(rules: TierRules, direction: 'up' | 'down'): KpiTally {
  let [moves, n] = [0, 0];
  const sign = direction === 'up' ? 1 : -1;
  return {
    add(customer) {
      const changes = changesOf(customer, rules);
      const { from: start, to: end } = customer;
      const inPeriod = changes.filter(({ on, from, to }) => on >= start && on < end && from !== null && (placeOf(rules, to) - placeOf(rules, from)) * sign > 0);
      moves += inPeriod.length;
      if (tierBefore(changes, end) !== null || inPeriod.length > 0) n += 1;
    },
    measure: () => (rules.relative ? { value: null, n } : { value: moves, n }),
  };
}

/** The lines of a customer's points account, also those after the period. */
export function pointsEntries({ history, score }: CustomerInPeriod, rules: TierRules): readonly PointsEntry[] {
  return rules.accountOf(history, { tier: score.tier, since: score.tierSince }).entries;
}

/** What a customer could spend when the period ended; below zero where she owed. */
export function pointsAtEnd(customer: CustomerInPeriod, rules: TierRules): number {
  return pointsEntries(customer, rules).reduce((sum, { on, points }) => (on < customer.to ? sum + points : sum), 0);
}

function changesOf({ history, score }: CustomerInPeriod, rules: TierRules): readonly TierChange[] {
  return rules.changesOf(history, { tier: score.tier, since: score.tierSince });
}
