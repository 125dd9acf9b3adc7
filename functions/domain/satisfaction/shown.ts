import { defaultSatisfactionSettings } from './settings.ts';

/** How much of a score may be displayed: nothing to show, only the count, the score with its interval, or everything. */
export type Shown = 'none' | 'hidden' | 'unranked' | 'full';

/** How much of a score may be displayed when `n` answers stand behind it, so that a handful of opinions is never ranked or coloured. */
export function shown(n: number, limits: { hiddenBelow: number; unrankedBelow: number } = defaultSatisfactionSettings): Shown {
  if (n === 0) return 'none';
  if (n < limits.hiddenBelow) return 'hidden';
  return n < limits.unrankedBelow ? 'unranked' : 'full';
}
