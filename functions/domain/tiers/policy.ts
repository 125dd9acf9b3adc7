import type { SurveyMetric } from '../ledger/facts.ts';

/**
 * How customers are put into tiers: a versioned JSON document.
 * Money is integer minor units of the reporting currency, percentages are 0–100.
 */
export interface Policy {
  version: number;
  name: LocalizedText;
  /** Ordered from the lowest tier to the highest. */
  ladder: TierPolicy[];
  upgrade: { review: Review };
  downgrade: DowngradePolicy;
  /** Goods whose spend neither qualifies nor earns points. Tickets, units and occasions count them. */
  excluded: ExcludedGoods;
  /**
   * `undo`: from its day on a return leaves her where she would be had she never bought the goods.
   * `next-review`: the value falls on the day of the return, and the rules for going down decide the rest.
   */
  returns: 'undo' | 'next-review';
  overrides: OverridePolicy;
  points: PointsPolicy;
  discounts: { offerFloorPercent: number };
  card: CardPolicy;
}

export interface LocalizedText { en: string; 'zh-CN': string; 'zh-TW': string }

export interface TierPolicy {
  id: string;
  name: LocalizedText;
  /** Met: she rises to this tier. `{ "all": [] }` is met by every member, and a member is whoever is enrolled or has bought. */
  entry: Rule;
  /** Met: she does not fall from this tier. Without it the entry rule; whoever meets the entry rule keeps the tier in any case. */
  keep?: Rule | undefined;
  benefits: Benefits;
}

export type Rule = { all: Rule[] } | { any: Rule[] } | Criterion;

export type CountedCriterion = 'net-spend' | 'gross-margin' | 'occasions' | 'tickets' | 'units' | 'points' | 'referrals';
export type Criterion =
  /** Gross margin counts lines whose cost is known; points are those of the goods, before any multiplier. */
  | { criterion: CountedCriterion; atLeast: number; window: Window }
  /** Among the first `percent` of customers who bought in the window, by net spend; equal spend in order of customer id. */
  | { criterion: 'top-percent'; percent: number; window: Window }
  /** Her latest answer in the window as a percentage of its scale, at least 1; without an answer it is not met. */
  | { criterion: 'satisfaction'; metric: SurveyMetric; atLeast: number; window: Window }
  /** Whole months since she was enrolled or first bought, whichever was earlier; membership years begin then, too. */
  | { criterion: 'membership-months'; atLeast: number }
  /** As it stands today; nothing recorded counts as 0. */
  | { criterion: 'credit-rating' | 'standing'; atLeast: number };
export type CriterionName = Criterion['criterion'];

/** The days whose facts count, seen from the close of a day, which is the last of them. */
export type Window =
  | { kind: 'rolling'; months: number }
  | { kind: 'calendar-year' }
  | { kind: 'membership-year' }
  | { kind: 'lifetime' };

/** When rules are looked at, always at the close of a day: each day, or the last day of the month, calendar year or membership year. */
export type Review = 'nightly' | 'monthly' | 'yearly' | 'anniversary';

export interface DowngradePolicy {
  review: Review;
  /** Days from the first failed review until she falls at a review; a review passed in between clears it. */
  graceDays: number;
  /** Most steps down at one review; null for as far as the rules say. */
  stepsPerReview: number | null;
}

export interface ExcludedGoods { skus: string[]; categories: string[]; tags: string[] }

export interface OverridePolicy {
  /** `replaces`: while it lasts, the tier set by hand is the tier. `at-least`: the higher of that and the tier earned. Never after its last day. */
  mode: 'replaces' | 'at-least';
  /** Longest duration in days, the first and the last included; what is longer is cut. Null for no limit. */
  longestDays: number | null;
}

export interface Benefits {
  /** What she pays, in percent of the price: 95 is five percent off. */
  pricePercent: number;
  pointsMultiplier: number;
  /** What she pays on her birthday instead, or null. */
  birthdayPricePercent: number | null;
  /** Cost of the birthday gift; 0 for none. */
  birthdayGift: number;
  /** Whether her orders of new arrivals and fetches from other stores go first. */
  priority: boolean;
  /** Cost of serving one member of this tier for a year: manager, visits, mailings. */
  serviceCostPerYear: number;
}

export interface PointsPolicy {
  /** Net spend that earns one point. */
  spendPerPoint: number;
  /** Months after which a point can no longer be spent; null for never. */
  expiryMonths: number | null;
  voucher: { points: number; amount: number };
  /** Points of returned goods that are spent already: their value as a voucher is kept back from the refund, or they are owed. */
  spentBeforeReturn: 'refund-reduced' | 'owed';
}

export interface CardPolicy {
  price: number;
  sellerEarns: number;
  /** Units in one ticket from which the card is free. */
  freeFromUnits: number;
  freeSellerEarns: number;
  contest: { enrolments: number; reward: number };
}
