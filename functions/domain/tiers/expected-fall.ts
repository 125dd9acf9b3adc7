import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { compilePolicy, type CompiledPolicy } from './compiled-policy.ts';
import type { KeepTier } from './counterfactual.ts';
import { judge } from './judge.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import type { Policy } from './policy.ts';
import { tierStanding, type TierHeld } from './standing.ts';

/** How many days ahead a fall is expected aloud: time enough for a customer to come once more. */
export const fallNoticeDays = 60;

/**
 * The fall that comes within so many days if a customer does nothing, and what would prevent it: the `keep` of her standing, or null.
 * Most are let go after a look at their tier, the others after a walk up to that day; the standing is worked out for who is left.
 */
export function expectedFall(history: History, policy: Policy, cuts: PercentileCuts, asOf: Day, held: TierHeld, days: number = fallNoticeDays): KeepTier | null {
  if (held.tier === null) return null;
  const compiled = compilePolicy(policy);
  const last = asOf + days;
  const isSetByHand = history.overrides.length > 0;
  if (!isSetByHand && (compiled.relative || isForGood(compiled, held.tier) || !fallsBy(history, compiled, cuts, asOf, last))) return null;
  const { keep } = tierStanding(history, policy, cuts, asOf, held);
  return keep !== null && keep.on <= last ? keep : null;
}

/** Whether nobody falls from a tier, because one of its rules asks for nothing. */
function isForGood({ policy, tiers }: CompiledPolicy, tier: string): boolean {
  const { entry, keep } = tiers[policy.ladder.findIndex(({ id }) => id === tier)]!;
  return [...entry.ways, ...keep.ways].some((way) => way.length === 0);
}

function fallsBy(history: History, policy: CompiledPolicy, cuts: PercentileCuts, asOf: Day, last: Day): boolean {
  const { walk } = judge(history, policy, cuts, asOf, null, last);
  if (walk === null) return false;
  const past = walk.steps.length;
  walk.advance(last);
  return walk.steps.length > past;
}
