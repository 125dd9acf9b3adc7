import { effectiveOverrides, overrideOn } from './override.ts';
import type { Override } from '../history.ts';
import type { Policy } from './policy.ts';
import type { TierChange, TierHeld } from './standing.ts';

/**
 * The changes between tiers published one after the other, oldest first: the history of a customer whose policy compares her with others,
 * which nobody can tell afterwards from her own facts. The first tier counts as a change from none.
 */
export function publishedChanges(held: readonly TierHeld[], policy: Policy, overrides: readonly Override[]): TierChange[] {
  const effective = effectiveOverrides(overrides, policy);
  const place = (tier: string | null): number => policy.ladder.findIndex(({ id }) => id === tier);
  const changes: TierChange[] = [];
  let from: string | null = null;
  for (const { tier, since } of held) {
    if (tier === from || since === null) continue;
    const override = overrideOn(effective, since);
    const ended = override === null && overrideOn(effective, since - 1) !== null;
    const cause = override ? 'override' : ended ? 'override-ended' : place(tier) > place(from) ? 'entry-met' : 'keep-failed';
    changes.push({ on: since, from, to: tier, cause });
    from = tier;
  }
  return changes;
}
