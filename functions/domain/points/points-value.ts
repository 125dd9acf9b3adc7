import type { PointsPolicy } from '../tiers/policy.ts';

/** Whole points for net spend in minor units at a multiplier. */
export function pointsFor(netSpend: number, { spendPerPoint }: PointsPolicy, multiplier: number): number {
  return Math.floor((netSpend * multiplier) / spendPerPoint);
}

/** What points are worth as vouchers, in minor units, rounded in favour of whoever keeps the books: what the chain owes for them. */
export function valueOfPoints(points: number, { voucher }: PointsPolicy): number {
  return Math.ceil((points * voucher.amount) / voucher.points);
}
