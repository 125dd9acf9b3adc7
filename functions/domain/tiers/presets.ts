import type { Policy } from './policy.ts';
import { abcPolicy } from './preset-abc.ts';
import { cardsPolicy } from './preset-cards.ts';
import { pyramidPolicy } from './preset-pyramid.ts';
import { valueBandsPolicy } from './preset-value-bands.ts';

/** Ladders to start from, by the name a user picks them with. */
export const presets = {
  pyramid: pyramidPolicy,
  cards: cardsPolicy,
  abc: abcPolicy,
  'value-bands': valueBandsPolicy,
} as const satisfies Record<string, Policy>;
export type PresetName = keyof typeof presets;

/** The policy of a deployment that has set none. */
export const defaultPolicy: Policy = presets.pyramid;
