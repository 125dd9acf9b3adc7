import type { Day } from '../calendar.ts';
import type { History, Purchase } from '../history.ts';
import type { Grain } from '../periods.ts';
import type { CustomerScore } from '../score.ts';
import type { Interval } from '../statistics/proportion.ts';
import type { TierRules } from '../tiers/tier-rules.ts';

export type KpiUnit = 'money' | 'count' | 'share' | 'number' | 'score' | 'days';
/** A text in every language of the product. */
export interface Text { en: string; 'zh-CN': string; 'zh-TW': string }

/** What a caller may turn: the silence in days after which a customer is gone, and the top share in per cent. And the tier rules of the run. */
export interface KpiParameters { silence: number; top: number; rules: TierRules }

/** One customer as one cell (period × store × tier) of a KPI sees her. */
export interface CustomerInPeriod {
  history: History;
  score: CustomerScore;
  /** What she kept in this period and store, by day. */
  purchases: readonly Purchase[];
  /** All she kept in this store, whatever the period. */
  allPurchases: readonly Purchase[];
  /** The period, half-open and ending no later than the day after the as-of date. */
  from: Day;
  to: Day;
}

/** A measured value, the number of things it rests on, and its 95 % interval where it has one; `suppressed` when it rests on too few answers to be shown. */
export interface Measure { value: number | null; n: number; interval?: Interval | null | undefined; suppressed?: boolean }

/** Adds up customers of one cell, and says the result. */
export interface KpiTally {
  add(customer: CustomerInPeriod): void;
  measure(): Measure;
}

interface KpiHead {
  id: string;
  unit: KpiUnit;
  moreIsBetter: boolean | null;
  name: Text;
  definition: Text;
  /** True where a value that rests on few answers is hidden, so that it must not follow from others either. */
  hidesSmall?: true;
}

/**
 * A KPI with one value for each period, store and tier.
 * `sees` says who is shown to its tally: `buyers` are customers with something kept in the period, `tickets` also the walk-ins among them,
 * and `everyone` is every customer known by the end of the period, at her home store.
 */
export interface SeriesKpi extends KpiHead {
  sees: 'tickets' | 'buyers' | 'everyone';
  tally(parameters: KpiParameters): KpiTally;
}

/** A KPI whose rows have a shape of their own, such as cohort × month. */
export interface TableKpi extends KpiHead {
  table(customers: Iterable<CustomerRecord>, query: KpiQuery): KpiRow[];
}
export type Kpi = SeriesKpi | TableKpi;

/** One customer of a run. */
export interface CustomerRecord { history: History; score: CustomerScore }

/** What is asked of a KPI: the half-open range, how it is cut, and which part of the chain counts. */
export interface KpiQuery {
  from: Day;
  to: Day;
  grain: Grain | null;
  by: readonly ('store' | 'tier')[];
  store: string | null;
  tier: string | null;
  parameters: KpiParameters;
}

/** One value of a KPI and the cell it belongs to. */
export interface KpiRow extends Measure {
  period: string;
  store?: string;
  tier?: string;
  cohort?: string;
  month?: number;
}

/** Occasions: distinct business days among purchases, which are ordered by day. */
export function occasionsIn(purchases: readonly Purchase[]): number {
  let occasions = 0;
  let day = Number.NaN;
  for (const purchase of purchases) {
    if (purchase.day !== day) occasions += 1;
    day = purchase.day;
  }
  return occasions;
}
