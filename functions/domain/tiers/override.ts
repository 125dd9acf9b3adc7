import type { Day } from '../calendar.ts';
import type { Override } from '../history.ts';
import { noTier, type Rung } from './tier-walk.ts';
import type { Policy } from './policy.ts';

/** An override that can take effect: on a tier of the ladder, with the last day the policy allows. */
export interface EffectiveOverride { source: Override; rung: Rung; from: Day; last: Day }

/** The overrides of a customer that can take effect. One that names a tier the ladder does not have is passed over. */
export function effectiveOverrides(overrides: readonly Override[], policy: Policy): EffectiveOverride[] {
  const { longestDays } = policy.overrides;
  return overrides.flatMap((source) => {
    const rung = policy.ladder.findIndex(({ id }) => id === source.tier);
    const last = longestDays === null ? source.expiresOn : Math.min(source.expiresOn, source.from + longestDays - 1);
    return rung === noTier || last < source.from ? [] : [{ source, rung, from: source.from, last }];
  });
}

/** The override in force on a day: the one set last; of several set on one day the one with the last id. Null for none. */
export function overrideOn(overrides: readonly EffectiveOverride[], day: Day): EffectiveOverride | null {
  let latest: EffectiveOverride | null = null;
  for (const override of overrides) {
    if (override.from > day || override.last < day) continue;
    if (latest === null || override.from > latest.from || (override.from === latest.from && override.source.factId > latest.source.factId)) latest = override;
  }
  return latest;
}

/** The tier in force where she has earned `earned` and an override may hold. */
export function rungUnder(override: EffectiveOverride | null, earned: Rung, policy: Policy): Rung {
  if (override === null) return earned;
  return policy.overrides.mode === 'at-least' ? Math.max(earned, override.rung) : override.rung;
}
