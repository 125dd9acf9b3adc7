import type { Benefits, CardPolicy, ExcludedGoods, OverridePolicy, PointsPolicy } from './policy.ts';

/** What all presets share until the chain decides otherwise; amounts are fen. */
export const noGoods: ExcludedGoods = { skus: [], categories: [], tags: [] };
export const usualOverrides: OverridePolicy = { mode: 'replaces', longestDays: 366 };
export const usualPoints: PointsPolicy = {
  spendPerPoint: 100, expiryMonths: 12, voucher: { points: 3000, amount: 30_000 }, spentBeforeReturn: 'refund-reduced',
};
export const usualCard: CardPolicy = {
  price: 3800, sellerEarns: 1000, freeFromUnits: 3, freeSellerEarns: 1000, contest: { enrolments: 30, reward: 10_000 },
};

export const noBenefits: Benefits = {
  pricePercent: 100, pointsMultiplier: 1, birthdayPricePercent: null, birthdayGift: 0, priority: false, serviceCostPerYear: 0,
};
export const lowBenefits: Benefits = { ...noBenefits, pricePercent: 95, birthdayPricePercent: 90, serviceCostPerYear: 500 };
export const middleBenefits: Benefits = {
  pricePercent: 90, pointsMultiplier: 1.5, birthdayPricePercent: 85, birthdayGift: 5000, priority: false, serviceCostPerYear: 3000,
};
export const highBenefits: Benefits = {
  pricePercent: 85, pointsMultiplier: 2, birthdayPricePercent: 80, birthdayGift: 15_000, priority: true, serviceCostPerYear: 20_000,
};
