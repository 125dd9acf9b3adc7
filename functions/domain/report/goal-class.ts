import type { CustomerRecord } from '../kpis/kpi.ts';
import type { Policy } from '../tiers/policy.ts';

export const goalClasses = ['walk-in', 'middle', 'heavy'] as const;
export type GoalClass = (typeof goalClasses)[number];

/** What a shop works on with each class: that walk-ins take more pieces, that middle customers take more at a time, and with the heavy ones both. */
export const goals: Record<GoalClass, readonly string[]> = {
  'walk-in': ['units-per-customer'],
  middle: ['units-per-ticket'],
  heavy: ['units-per-customer', 'units-per-ticket'],
};

/** The class of a customer: heavy is the highest tier of the ladder, middle every other tier, and whoever has no tier or no number is a walk-in. */
export function goalClassOf({ score: { tier } }: CustomerRecord, { ladder }: Policy): GoalClass {
  if (tier === null) return 'walk-in';
  return tier === ladder.at(-1)!.id ? 'heavy' : 'middle';
}
