import type { Day } from '../calendar.ts';
import type { Purchase } from '../history.ts';
import type { LifecycleSettings } from './settings.ts';

/** Recent behaviour beside what was usual before: days between occasions, or minor units an occasion. */
export interface Drop { recent: number; usual: number }

/**
 * Whether a customer has come less often lately: her latest gaps against those before, or null when chance explains it.
 * Under a steady rhythm the recent share of the total time is a Beta variable, whose tail is a binomial sum
 * (M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 26.5.24), so a steady customer is warned about at the stated rate only.
 */
export function frequencyDrop(days: readonly Day[], settings: LifecycleSettings): Drop | null {
  const recentGaps = settings.recentOccasions;
  const earlierGaps = Math.min(days.length - 1 - recentGaps, settings.rhythmGaps);
  if (earlierGaps < settings.earlierOccasions) return null;
  const last = days.length - 1;
  const recentDays = days[last]! - days[last - recentGaps]!;
  const earlierDays = days[last - recentGaps]! - days[last - recentGaps - earlierGaps]!;
  const share = recentDays / (recentDays + earlierDays);
  if (tailOfBeta(share, recentGaps, earlierGaps) > settings.falseAlarmRate) return null;
  return { recent: Math.round(recentDays / recentGaps), usual: Math.round(earlierDays / earlierGaps) };
}

/** P(B > x) for B ~ Beta(a, b) with whole a and b. */
function tailOfBeta(x: number, a: number, b: number): number {
  const trials = a + b - 1;
  let term = (1 - x) ** trials;
  let sum = term;
  for (let j = 1; j < a; j++) {
    term *= ((trials - j + 1) / j) * (x / (1 - x));
    sum += term;
  }
  return sum;
}

/**
 * Whether a customer has bought for less lately: every recent basket at or below the lower quarter of those before, and their average clearly smaller.
 * By ranks alone three steady baskets do so in at most 3 of 100 histories, whatever the distribution of her spending.
 */
export function basketDrop(purchases: readonly Purchase[], days: readonly Day[], settings: LifecycleSettings): Drop | null {
  const recentCount = settings.recentOccasions;
  if (days.length < recentCount + Math.max(4, settings.earlierOccasions)) return null;
  const baskets = latestBaskets(purchases, recentCount + settings.rhythmGaps);
  const recent = baskets.slice(-recentCount);
  const earlier = baskets.slice(0, -recentCount);
  const usual = mean(earlier);
  const now = mean(recent);
  if (now > settings.basketDropTo * usual) return null;
  const lowerQuarter = earlier.toSorted((a, b) => a - b)[Math.floor(earlier.length / 4) - 1]!;
  return Math.max(...recent) <= lowerQuarter ? { recent: Math.round(now), usual: Math.round(usual) } : null;
}

/** Net spend of the latest occasions, oldest first. */
function latestBaskets(purchases: readonly Purchase[], count: number): number[] {
  const baskets: number[] = [];
  let day: Day | null = null;
  for (let i = purchases.length - 1; i >= 0; i--) {
    const purchase = purchases[i]!;
    if (purchase.day === day) baskets[baskets.length - 1]! += purchase.netSpend;
    else if (baskets.length === count) break;
    else baskets.push(purchase.netSpend);
    day = purchase.day;
  }
  return baskets.toReversed();
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
