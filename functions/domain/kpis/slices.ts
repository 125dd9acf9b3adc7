import { formatMonth, monthOf, type Day } from '../calendar.ts';
import { firstSeenOn } from '../lifecycle/first-seen.ts';
import type { Answer, Complaint, History, Purchase, SentSurvey } from '../history.ts';
import type { CustomerRecord, Dimension, KpiQuery, Place } from './kpi.ts';

/** What of a customer belongs to one place, each list in the order of days. */
export interface Slice { place: Place; purchases: readonly Purchase[]; answers: readonly Answer[]; surveysSent: readonly SentSurvey[]; complaints: readonly Complaint[] }
type Lists = Omit<Slice, 'place'>;

/** Dimensions that tell things of one customer apart; the others tell customers apart. */
const ofThings = ['store', 'associate', 'category'] as const;

/** What happened with a customer, divided by the places it happened in, as far as the question tells them apart. */
export function slicesWhereItHappened({ history, score }: CustomerRecord, { by, store }: KpiQuery): Slice[] {
  const lists = store === null ? history : within(history, (thing) => thing.storeId === store);
  const place = placeOf(history, score.tier, by);
  const apart = ofThings.filter((dimension) => by.includes(dimension));
  if (apart.length === 0) return [{ place, ...listsOf(lists) }];
  const slices = new Map<string, Slice & { [K in keyof Lists]: Lists[K][number][] }>();
  const sliceFor = (thing: Place) => {
    const key = apart.map((dimension) => thing[dimension] ?? '').join('\n');
    let slice = slices.get(key);
    if (!slice) {
      const own: Place = { ...place };
      for (const dimension of apart) own[dimension] = thing[dimension] ?? '';
      slices.set(key, slice = { place: own, purchases: [], answers: [], surveysSent: [], complaints: [] });
    }
    return slice;
  };
  for (const purchase of lists.purchases) {
    for (const part of by.includes('category') ? byCategory(purchase) : [purchase]) sliceFor(placeOfThing(part)).purchases.push(part);
  }
  for (const answer of lists.answers) sliceFor(placeOfThing(answer)).answers.push(answer);
  for (const survey of lists.surveysSent) sliceFor(placeOfThing(survey)).surveysSent.push(survey);
  for (const complaint of lists.complaints) sliceFor(placeOfThing(complaint)).complaints.push(complaint);
  return [...slices.values()];
}

/** A customer as several KPIs see her, each cut made once however many ask for it. */
export class SlicedCustomer {
  readonly #known = new Map<string, Slice[]>();
  #firstSeen: Day | null | undefined;

  constructor(readonly customer: CustomerRecord) {}

  /** `cut` is the same for questions that are cut alike. */
  whereItHappened(cut: string, query: KpiQuery): Slice[] {
    let slices = this.#known.get(cut);
    if (!slices) this.#known.set(cut, slices = slicesWhereItHappened(this.customer, query));
    return slices;
  }

  get firstSeenOn(): Day | null {
    if (this.#firstSeen === undefined) this.#firstSeen = firstSeenOn(this.customer.history);
    return this.#firstSeen;
  }
}

/** A customer as a whole, at her home store and with her owner; null when the question is about another store. */
export function sliceAtHome({ history, score }: CustomerRecord, { by, store }: KpiQuery): Slice | null {
  if (store !== null && history.homeStore !== store) return null;
  const place = placeOf(history, score.tier, by);
  if (by.includes('store')) place.store = history.homeStore;
  if (by.includes('associate')) place.associate = history.associateId ?? '';
  return { place, ...listsOf(history) };
}

function placeOf(history: History, tier: string | null, by: readonly Dimension[]): Place {
  const place: Place = {};
  if (by.includes('tier')) place.tier = tier ?? '';
  if (by.includes('region')) place.region = history.profile.region ?? '';
  if (by.includes('cohort')) place.cohort = history.purchases.length === 0 ? '' : formatMonth(monthOf(history.purchases[0]!.day));
  return place;
}

function listsOf({ purchases, answers, surveysSent, complaints }: Lists): Lists {
  return { purchases, answers, surveysSent, complaints };
}

function within({ purchases, answers, surveysSent, complaints }: Lists, isInside: (thing: { storeId: string }) => boolean): Lists {
  return { purchases: purchases.filter(isInside), answers: answers.filter(isInside), surveysSent: surveysSent.filter(isInside), complaints: complaints.filter(isInside) };
}

function placeOfThing({ storeId, associateId, category }: { storeId: string; associateId: string | null; category?: string | null }): Place {
  return { store: storeId, associate: associateId ?? '', category: category ?? '' };
}

/** A purchase as its categories see it; what the till gave no category is left under none. Costs and list prices are not kept by category. */
function byCategory(purchase: Purchase): (Purchase & { category: string })[] {
  const { day, storeId, associateId, categories } = purchase;
  const parts = categories.map(({ category, tickets, units, netSpend }) => ({
    day, storeId, associateId, category, tickets, units, netSpend, knownMargin: 0, knownMarginSpend: 0, listValue: netSpend, excludedSpend: 0, categories: [],
  }));
  const [units, netSpend] = [purchase.units - sum(parts, 'units'), purchase.netSpend - sum(parts, 'netSpend')];
  if (units === 0) return parts;
  // How many tickets have goods without a category is not kept; there can be no more than there are units.
  return [...parts, { ...purchase, category: '', tickets: Math.min(purchase.tickets, units), units, netSpend, categories: [] }];
}

function sum(parts: readonly Purchase[], what: 'units' | 'netSpend'): number {
  return parts.reduce((total, part) => total + part[what], 0);
}
