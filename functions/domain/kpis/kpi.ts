import type { Day } from '../calendar.ts';
import type { Answer, Complaint, History, Purchase, SentSurvey } from '../history.ts';
import type { ContactPlans } from '../contacts/contact-plans.ts';
import type { LifecycleSettings } from '../lifecycle/settings.ts';
import type { Grain } from '../periods.ts';
import type { ServiceMoment } from '../satisfaction/clock.ts';
import type { SatisfactionSettings } from '../satisfaction/settings.ts';
import type { CustomerScore } from '../score.ts';
import type { Interval } from '../statistics/proportion.ts';
import type { TierRules } from '../tiers/tier-rules.ts';

export type KpiUnit = 'money' | 'count' | 'share' | 'number' | 'score' | 'days' | 'hours';
/** A text in every language of the product. */
export interface Text { en: string; 'zh-CN': string; 'zh-TW': string }

/** By what the rows of a KPI may be told apart. A cohort is the month of a customer's first purchase. */
export const dimensions = ['store', 'tier', 'associate', 'category', 'region', 'cohort'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a caller may turn: the silence in days after which a customer is gone, and the top share in per cent. And the tier rules and settings of the run, and the moment it looks at open cases. */
export interface KpiParameters {
  silence: number; top: number; rules: TierRules; satisfaction: SatisfactionSettings; lifecycle: LifecycleSettings; service: ServiceMoment;
  /** The contact plan; left out where no contacts are planned. */
  contacts?: ContactPlans;
}

/** One customer as one cell (period × place) of a KPI sees her. */
export interface CustomerInPeriod {
  history: History;
  score: CustomerScore;
  /** What she kept in this period and place, by day. */
  purchases: readonly Purchase[];
  /** All she kept in this place, whatever the period. */
  allPurchases: readonly Purchase[];
  /** What she answered, was asked, and complained of in this period and place. */
  answers: readonly Answer[];
  surveysSent: readonly SentSurvey[];
  complaints: readonly Complaint[];
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
 * Who is shown to the tally of a KPI, and where. Where something happened: `buyers` are customers with something kept in the period,
 * `tickets` also the walk-ins among them, and `voices` those who bought, were asked, answered or complained.
 * At her home store and owner: `everyone` is every customer known by the end of the period.
 */
export type Sees = 'tickets' | 'buyers' | 'voices' | 'everyone';

/** A KPI with one value for each period and place. */
export interface SeriesKpi extends KpiHead {
  sees: Sees;
  tally(parameters: KpiParameters): KpiTally;
}

/** A KPI whose rows have a shape of their own, such as cohort × month. */
export interface TableKpi extends KpiHead {
  cutBy: readonly Dimension[];
  table(customers: Iterable<CustomerRecord>, query: KpiQuery): KpiRow[];
}
export type Kpi = SeriesKpi | TableKpi;

/** By what the rows of a KPI can be told apart: a customer as a whole has no category, and opinions are not told by cohort. */
export function dimensionsOf(kpi: Kpi): readonly Dimension[] {
  if ('table' in kpi) return kpi.cutBy;
  if (kpi.hidesSmall) return dimensions.filter((dimension) => dimension !== 'cohort');
  return kpi.sees === 'everyone' ? dimensions.filter((dimension) => dimension !== 'category') : dimensions;
}

/** One customer of a run. */
export interface CustomerRecord { history: History; score: CustomerScore }

/** What is asked of a KPI: the half-open range, how it is cut, and which part of the chain counts. */
export interface KpiQuery {
  from: Day;
  to: Day;
  grain: Grain | null;
  by: readonly Dimension[];
  store: string | null;
  tier: string | null;
  parameters: KpiParameters;
}

/** The place of a cell: a name in each dimension asked for, empty where none is known. */
export type Place = Partial<Record<Dimension, string>>;

/** One value of a KPI and the cell it belongs to. */
export interface KpiRow extends Measure, Place {
  period: string;
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
