import type { Interval } from './proportion.ts';

/** A figure with its confidence interval, either of which may be missing. */
export interface Estimate { value: number | null; interval: Interval | null }

/**
 * The interval of `now − before` for two independent figures, from the interval of each; null when one of them has none.
 * For shares with Wilson intervals this is Newcombe's hybrid score interval.
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10; G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for other figures.
 */
export function differenceOf(now: Estimate, before: Estimate): Interval | null {
  if (now.value === null || before.value === null || now.interval === null || before.interval === null) return null;
  const difference = now.value - before.value;
  // A figure may lie just outside an interval that is drawn towards the middle, as the adjusted Wald one is for a single answer.
  const below = (figure: number, [low]: Interval) => Math.max(0, figure - low);
  const above = (figure: number, [, high]: Interval) => Math.max(0, high - figure);
  return [
    difference - Math.hypot(below(now.value, now.interval), above(before.value, before.interval)),
    difference + Math.hypot(above(now.value, now.interval), below(before.value, before.interval)),
  ];
}

export type Change = 'up' | 'down' | 'unclear';

/** Whether a figure changed: only when the interval of the difference excludes 0, otherwise chance may explain it. */
export function changeOf(now: Estimate, before: Estimate): Change {
  const interval = differenceOf(now, before);
  if (interval === null) return 'unclear';
  if (interval[0] > 0) return 'up';
  return interval[1] < 0 ? 'down' : 'unclear';
}
