import type { Benefits, PointsPolicy } from '../tiers/policy.ts';
import { pointsFor, valueOfPoints } from './points-value.ts';

/** What a tier costs for one member and year, minor units. */
export interface BenefitCost { discount: number; points: number; birthday: number; service: number; total: number }

/** The yearly cost of a tier's benefits for a member who spends `spend` in a year: discount on all of it, all points turned into vouchers, gift and service. */
export function benefitCost(benefits: Benefits, spend: number, points: PointsPolicy): BenefitCost {
  const discount = Math.round((spend * (100 - benefits.pricePercent)) / 100);
  const pointsCost = valueOfPoints(pointsFor(spend, points, benefits.pointsMultiplier), points);
  const { birthdayGift: birthday, serviceCostPerYear: service } = benefits;
  return { discount, points: pointsCost, birthday, service, total: discount + pointsCost + birthday + service };
}
