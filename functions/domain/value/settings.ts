import type { PurchaseModelKind } from './purchase-fit.ts';

/** How long a customer is taken to stay, for the simple formula. */
export type LifespanRule =
  | { kind: 'fixed'; years: number }
  /** As long again as she has been buying so far, from first to last occasion, but at least `floorYears`. */
  | { kind: 'as-long-again'; floorYears: number };

/** The choices behind every number of worth. */
export interface ValueSettings {
  model: PurchaseModelKind;
  /** Profit share of net spend where unit costs are unknown. */
  marginRate: number;
  yearlyDiscountRate: number;
  horizonMonths: number;
  lifespan: LifespanRule;
  /** Below this there are no predictions: customers with sales, days of history, and somebody with this many occasions. */
  gate: { customers: number; days: number; occasions: number };
  /** Days at the end of the history that the nightly back-test predicts. */
  backtestDays: number;
  /** A refitted model is kept out if its back-test error exceeds the last good model's by more than this share. */
  backtestTolerance: number;
  intervalLevel: number;
}

export const defaultValueSettings: ValueSettings = {
  model: 'bg-nbd',
  marginRate: 0.35,
  yearlyDiscountRate: 0.1,
  horizonMonths: 12,
  lifespan: { kind: 'fixed', years: 3 },
  gate: { customers: 500, days: 180, occasions: 3 },
  backtestDays: 91,
  backtestTolerance: 0.1,
  intervalLevel: 0.8,
};
