import type { Day } from '../calendar.ts';
import type { Purchase } from '../history.ts';
import type { LifecycleSettings, SilenceLimit } from './settings.ts';

/** One time that a customer fell silent: the first day on which she was dormant, and the day she came back. */
export interface Lapse { dormantOn: Day; backOn: Day }

/** When a customer came, and how often she usually does. */
export interface Rhythm {
  /** Purchase occasions in order: days on which she kept something, in whatever store. */
  days: Day[];
  /** Her usual interval in days. */
  usualGap: number;
  /** Index in `days` of her latest return from dormancy; 0 when she never left. */
  cameBackAt: number;
  /** The times she was dormant and came back, oldest first. */
  lapses: Lapse[];
}

/**
 * A customer's own rhythm, the yardstick for her silence: the mean of her latest gaps, drawn towards the typical gap while there are few.
 * After a return from dormancy it starts again from the rhythm she had before, so that one long absence does not excuse the next.
 */
export function rhythmOf(purchases: readonly Purchase[], settings: LifecycleSettings): Rhythm {
  const days = occasionDays(purchases);
  let expected = settings.typicalGapDays;
  let usualGap = expected;
  let cameBackAt = 0;
  const lapses: Lapse[] = [];
  for (let i = 1; i < days.length; i++) {
    const dormantOn = days[i - 1]! + daysOf(settings.dormant, usualGap) + 1;
    if (days[i]! >= dormantOn) {
      lapses.push({ dormantOn, backOn: days[i]! });
      cameBackAt = i;
      expected = usualGap;
      continue;
    }
    const gaps = Math.min(i - cameBackAt, settings.rhythmGaps);
    usualGap = (days[i]! - days[i - gaps]! + settings.typicalGapWeight * expected) / (gaps + settings.typicalGapWeight);
  }
  return { days, usualGap, cameBackAt, lapses };
}

/** The days of silence that a limit allows somebody with this usual interval. */
export function daysOf(limit: SilenceLimit, usualGap: number): number {
  return Math.min(limit.atMostDays, Math.max(limit.atLeastDays, Math.round(limit.times * usualGap)));
}

/** The purchase occasions of a history, which keeps one entry a day and store, ordered by day. */
export function occasionDays(purchases: readonly Purchase[]): Day[] {
  const days: Day[] = [];
  for (const { day } of purchases) if (day !== days.at(-1)) days.push(day);
  return days;
}
