import type { Day } from './calendar.ts';
import type { Channel, ProfileFields, SurveyMetric } from './ledger/facts.ts';

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
  profile: Profile;
  /** What she kept of her tickets, one entry a business day, store and associate, in this order. Entries with nothing kept are left out. */
  purchases: Purchase[];
  /** What she brought back, so that a past date can be seen as it was then. Already taken off `purchases`. */
  returns: ReturnedGoods[];
  answers: Answer[];
  surveysSent: SentSurvey[];
  complaints: Complaint[];
  contacts: MadeContact[];
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
export interface Purchase extends Goods {
  day: Day;
  associateId: string | null;
  /** The same goods by category, as far as the till named one, in the order of the names. */
  categories: readonly CategoryGoods[];
}
/** What of some goods belongs to one category; `tickets` are those that have any of it. */
export interface CategoryGoods { category: string; tickets: number; units: number; netSpend: number }
export interface ReturnedGoods extends Goods { soldOn: Day; returnedOn: Day }

/** The parts of her file that plans, searches and figures about many customers are made of; addresses are not among them. */
export interface Profile {
  name: string | null;
  /** The last four digits of her phone number, by which shops look somebody up. */
  phoneEnd: string | null;
  region: string | null;
  birthYear: number | null;
  ageBand: string | null;
  gender: 'female' | 'male' | 'other' | null;
  obtained: NonNullable<ProfileFields['obtained']> | null;
  /** Who enrolled her, which is not always who owns her today. */
  enrolledBy: string | null;
  /** Fields of the hard and the soft file that are filled. */
  hardFilled: number;
  softFilled: number;
  /** Channels she agreed to be contacted on. */
  consent: readonly Channel[];
  preferredChannel: Channel | null;
  /** The language she is written to in. */
  language: NonNullable<ProfileFields['language']> | null;
  /** Categories she kept most of, most first. */
  favourites: readonly string[];
}

/** Where something a customer said belongs: the shop, who served her, and the main category of the sale it is about. */
export interface Origin { storeId: string; associateId: string | null; category: string | null }
export interface SentSurvey extends Origin { day: Day; metric: SurveyMetric; ballot: number }
export interface Answer extends Origin {
  day: Day;
  metric: SurveyMetric;
  score: number;
  scale: number;
  /** Answers of one ballot are one opinion, of which the latest counts: 0 is the customer's own ballot, any other that of one sale. */
  ballot: number;
  /** What she kept of the sale it is about, minor units; 0 where it names none. */
  saleSpend: number;
}
export interface Complaint extends Origin {
  id: string;
  openedOn: Day;
  resolvedOn: Day | null;
  /** Milliseconds since the epoch; null where it has not happened. */
  openedAt: number;
  firstAnswerAt: number | null;
  resolvedAt: number | null;
  reopened: number;
}
/** A call, message or visit; `hour` is that of the business day, `planned` names the contact of the plan it closes (its id without hers), where the sender said so. */
export interface MadeContact { day: Day; hour: number; purpose: string; channel: string; storeId: string; associateId: string | null; outcome: string | null; planned: string | null }
export interface Override { from: Day; expiresOn: Day; tier: string; author: string; reason: string; factId: string }

/** A file of which nothing is known. */
export const emptyProfile: Profile = {
  name: null, phoneEnd: null, region: null, birthYear: null, ageBand: null, gender: null, obtained: null, enrolledBy: null, hardFilled: 0, softFilled: 0, consent: [], preferredChannel: null, language: null, favourites: [],
};

/** A history in which nothing has happened yet. */
export function emptyHistory(customerId: string): History {
  return {
    customerId, homeStore: '', associateId: null, enrolledOn: null, birthday: null, profile: emptyProfile,
    purchases: [], returns: [], answers: [], surveysSent: [], complaints: [], contacts: [], referrals: [], overrides: [], redemptions: [],
    creditRating: null, standing: null, deferredFrom: null,
  };
}
