import type { Day } from './calendar.ts';
import type { SurveyMetric } from './ledger/facts.ts';

/**
 * Everything a score may look at about one customer up to the as-of date, folded from her facts and small enough to keep for everybody.
 * All money is minor units of the reporting currency.
 */
export interface History {
  customerId: string;
  /** The store she belongs to: her owner's, else where she enrolled, else where she bought last. */
  homeStore: string;
  associateId: string | null;
  enrolledOn: Day | null;
  /** Birthday as month × 100 + date, or null. */
  birthday: number | null;
  /** What she kept of her tickets, one entry a business day and store, ordered by day then store. Entries with nothing kept are left out. */
  purchases: Purchase[];
  /** What she brought back, so that a past date can be seen as it was then. Already taken off `purchases`. */
  returns: ReturnedGoods[];
  answers: Answer[];
  /** Days on which a survey was sent. */
  surveysSent: { day: Day; metric: SurveyMetric; storeId: string }[];
  complaints: Complaint[];
  contacts: { day: Day; purpose: string; channel: string }[];
  referrals: Day[];
  overrides: Override[];
  /** Points turned into vouchers. */
  redemptions: { day: Day; points: number; amount: number }[];
  creditRating: number | null;
  standing: number | null;
  /** Day of the first fact that lies after the as-of date and is therefore invisible here; null when there is none. */
  deferredFrom: Day | null;
}

/** Goods of one business day and store. */
export interface Goods {
  storeId: string;
  /** Tickets with at least one unit kept. */
  tickets: number;
  units: number;
  netSpend: number;
  /** Net spend − cost, on the lines whose cost is known. */
  knownMargin: number;
  /** Net spend of the lines whose cost is known. */
  knownMarginSpend: number;
  /** Value at list price (price paid where no list price was given). */
  listValue: number;
  /** Part of net spend that the policy excludes from qualification. */
  excludedSpend: number;
}
export interface Purchase extends Goods { day: Day }
export interface ReturnedGoods extends Goods { soldOn: Day; returnedOn: Day }

export interface Answer { day: Day; metric: SurveyMetric; score: number; scale: number; storeId: string }
export interface Complaint {
  id: string;
  storeId: string;
  /** Milliseconds since the epoch; null where it has not happened. */
  openedAt: number;
  firstAnswerAt: number | null;
  resolvedAt: number | null;
  reopened: number;
}
export interface Override { from: Day; expiresOn: Day; tier: string; author: string; reason: string; factId: string }

/** A history in which nothing has happened yet. */
export function emptyHistory(customerId: string): History {
  return {
    customerId, homeStore: '', associateId: null, enrolledOn: null, birthday: null,
    purchases: [], returns: [], answers: [], surveysSent: [], complaints: [], contacts: [], referrals: [], overrides: [], redemptions: [],
    creditRating: null, standing: null, deferredFrom: null,
  };
}
