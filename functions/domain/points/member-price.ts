import type { Benefits, Policy } from '../tiers/policy.ts';

/** Goods at the till: list price, and what they are on offer for (the same where they are not), minor units each. */
export interface TillPrice { listPrice: number; offerPrice: number }

/**
 * What a member pays for one unit in minor units, rounded to the nearest. On goods on offer the tier's discount counts only
 * where the offer is not below the floor of the policy (80 % of list). On her birthday the better of the two discounts counts.
 */
export function memberPrice({ listPrice, offerPrice }: TillPrice, benefits: Benefits, policy: Policy, isBirthday: boolean): number {
  if (offerPrice * 100 < listPrice * policy.discounts.offerFloorPercent) return offerPrice;
  const percent = isBirthday ? Math.min(benefits.birthdayPricePercent ?? 100, benefits.pricePercent) : benefits.pricePercent;
  return Math.round((offerPrice * percent) / 100);
}
