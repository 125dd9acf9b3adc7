import type { Day } from '../calendar.ts';

/**
 * A number in [0, 1) that belongs to a customer and a seed: always the same, evenly spread, unrelated between seeds.
 * Source of the mixing steps: A. Appleby, MurmurHash3, finalizer for 32 bits; of the fold over characters: FNV-1a, IETF RFC 9923.
 */
export function lotOf(customerId: string, seed: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\n${customerId}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** How customers are held back, so that what would have happened anyway is known. */
export interface ControlSettings { share: number; seed: string }

export const defaultControlSettings: ControlSettings = { share: 0.1, seed: 'win-back-1' };

/**
 * How win-back is judged: `withinDays` is the time in which a customer must come back to count, `from` the first day whose lapses count;
 * without one, lapses count from the first win-back contact on, because before it nobody was treated.
 */
export interface TrialSettings extends ControlSettings { from: Day | null; withinDays: number }

export const defaultTrialSettings: TrialSettings = { ...defaultControlSettings, from: null, withinDays: 90 };

/** Whether a customer belongs to the random control group: nobody is asked to win her back, and she is on no list of those at risk. */
export function inControlGroup(customerId: string, { share, seed }: ControlSettings = defaultControlSettings): boolean {
  return lotOf(customerId, seed) < share;
}

/** Says of two ids whether both belong to the control group or neither does. */
export function sameGroup(settings: ControlSettings): (one: string, other: string) => boolean {
  return (one, other) => inControlGroup(one, settings) === inControlGroup(other, settings);
}
