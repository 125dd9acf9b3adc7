import { dayAt, formatDay, partsOf, type Day } from '../calendar.ts';
import type { History, Purchase } from '../history.ts';
import { inControlGroup, lotOf } from '../lifecycle/control-group.ts';
import { occasionDays } from '../lifecycle/rhythm.ts';
import { lapsesOf } from '../lifecycle/win-back.ts';
import type { LifecycleSettings } from '../lifecycle/settings.ts';
import type { HourWindow, Purpose } from './purposes.ts';
import type { Campaign, ContactSettings } from './settings.ts';
import type { ContactSubject } from './subject.ts';

/** A reason to contact a customer on one of some days. */
export interface Trigger {
  purpose: Purpose;
  /** Tells it from others of the same purpose: the day it follows from, or a name. */
  key: Day | string;
  /** First and last day on which it is due, and the hours. */
  from: Day;
  to: Day;
  hours: HourWindow;
  /** What it is about: dates as Day, amounts in minor units, names. */
  about: Readonly<Record<string, number | string>>;
  /** From this day on it is pointless, because something else happened; null when nothing did. */
  voidFrom: Day | null;
  /** It came up during its own first day, after that day's plan was made. */
  sameDay: boolean;
}

type About = Trigger['about'];
const nothing: About = {};

/** Collects triggers whose days begin in time and touch those from `since` on. */
class Collector {
  readonly triggers: Trigger[] = [];
  constructor(readonly settings: ContactSettings, readonly until: Day, readonly since: Day) {}

  add(purpose: Purpose, key: Day | string, from: Day, to: Day, about: About = nothing, voidFrom: Day | null = null, hours: HourWindow = this.settings.hours[purpose][0], sameDay = false): void {
    if (from < this.until && to >= this.since) this.triggers.push({ purpose, key, from, to, hours, about, voidFrom, sameDay });
  }
}

/**
 * Every reason to contact a customer whose days begin before `until` and end on `since` or later, whether or not it may be acted upon.
 * Each is known from facts of days before its first day (a visitor of the early shift: from that day), so it does not depend on when one asks.
 * The collectors look only at what can reach into those days, so that asking about one day costs little.
 */
export function triggersOf(subject: ContactSubject, settings: ContactSettings, until: Day, since: Day = -Infinity): Trigger[] {
  const collector = new Collector(settings, until, since);
  for (const collect of [afterEnrolment, afterSales, visitors, birthdays, campaigns, tierMoves, winBacks, followUps]) collect(subject, collector);
  return collector.triggers;
}

function afterEnrolment({ history: { enrolledOn } }: ContactSubject, collector: Collector): void {
  if (enrolledOn === null) return;
  collector.add('welcome', enrolledOn, enrolledOn + 1, enrolledOn + collector.settings.welcomeDays);
  const { year, month, date } = partsOf(enrolledOn);
  for (let years = Math.max(1, yearOf(collector.since) - year); ; years++) {
    const day = dayAt(year + years, month, date);
    if (day >= collector.until) return;
    collector.add('anniversary', String(years), day, day, { years });
  }
}

function afterSales({ history }: ContactSubject, collector: Collector): void {
  const { thankYouDays, greetingDay, surveyAfterDays, surveyDays } = collector.settings;
  const reach = Math.max(thankYouDays, greetingDay, surveyAfterDays + surveyDays);
  const days = occasionDays(latest(history.purchases, collector.since - reach));
  days.forEach((day, i) => {
    const next = days[i + 1];
    const about = { day };
    // What she bought before is no longer what one talks about once she has bought again.
    const voidFrom = next === undefined ? null : next + 1;
    collector.add('thank-you', day, day + 1, day + thankYouDays, about, voidFrom);
    collector.add('day-30', day, day + greetingDay, day + greetingDay, about, voidFrom);
    collector.add('survey', day, day + surveyAfterDays, day + surveyAfterDays + surveyDays - 1, about, voidFrom);
  });
}

function visitors({ history }: ContactSubject, collector: Collector): void {
  const visits = history.contacts.filter(({ purpose, day }) => purpose === 'visit' && day >= collector.since - 1);
  if (visits.length === 0) return;
  const { hours, lateShiftFrom } = collector.settings;
  const [sameDay, nextDay] = hours.visitor;
  const bought = new Set(history.purchases.map(({ day }) => day));
  const firstHours = new Map<Day, number>();
  for (const { day, hour } of visits) firstHours.set(day, Math.min(hour, firstHours.get(day) ?? hour));
  for (const [day, hour] of firstHours) {
    if (bought.has(day)) continue;
    if (hour < lateShiftFrom) collector.add('visitor', day, day, day, { day }, null, sameDay, true);
    else collector.add('visitor', day, day + 1, day + 1, { day }, null, nextDay);
  }
}

function birthdays({ history, tier }: ContactSubject, collector: Collector): void {
  const known = knownFrom(history);
  if (history.birthday === null || known === Infinity) return;
  const about = { gift: collector.settings.gifts[tier ?? '']?.name ?? '' };
  for (let year = Math.max(partsOf(known).year, yearOf(collector.since)); ; year++) {
    const day = dayAt(year, Math.floor(history.birthday / 100), history.birthday % 100);
    if (day >= collector.until) return;
    if (day > known) collector.add('birthday', String(year), day, day, about);
  }
}

/** The day from which she is a customer or member; before it nobody plans anything for her. */
function knownFrom({ enrolledOn, purchases }: History): Day {
  return Math.min(enrolledOn ?? Infinity, purchases[0]?.day ?? Infinity);
}

function campaigns(subject: ContactSubject, collector: Collector): void {
  const { announceDaysAhead, promotionDaysAhead, hours } = collector.settings;
  const known = knownFrom(subject.history);
  for (const campaign of collector.settings.campaigns) {
    const { id, purpose, day } = campaign;
    if (day < collector.since || day - Math.max(announceDaysAhead, promotionDaysAhead) >= collector.until) continue;
    if (known >= day - announceDaysAhead || !concerns(campaign, subject)) continue;
    const about = { campaign: id, day };
    if (purpose === 'promotion') {
      const [first, second] = hours.promotion;
      const due = day - promotionDaysAhead;
      collector.add(purpose, id, due, due, about, null, lotOf(subject.history.customerId, id) < 0.5 ? first : second);
    } else if (purpose === 'festival' || purpose === 'weather' || purpose === 'travel') collector.add(purpose, id, day, day, about);
    else collector.add(purpose, id, day - announceDaysAhead, day - 1, about);
  }
}

function concerns({ tiers, stores, categories }: Campaign, { tier, history }: ContactSubject): boolean {
  return (tiers === undefined || (tier !== null && tiers.includes(tier)))
    && (stores?.includes(history.homeStore) ?? true)
    && (categories?.some((category) => history.profile.favourites.includes(category)) ?? true);
}

function tierMoves(subject: ContactSubject, collector: Collector): void {
  const { tierMoveDays, upgradeOfferDays } = collector.settings;
  const told = new Set<string>();
  for (const { direction, tier, amount, deadline, knownOn, voidFrom } of subject.tierMoves.toSorted((a, b) => a.knownOn - b.knownOn)) {
    const ends = deadline ?? knownOn + upgradeOfferDays;
    // What is missing to a rise changes as time passes and stays one reason; a fall on another day is another fall.
    const key = `${tier}/${formatDay(direction === 'upgrade' ? knownOn : ends)}`;
    if (told.has(direction + key)) continue;
    told.add(direction + key);
    collector.add(`${direction}-near`, key, knownOn + 1, Math.min(ends, knownOn + tierMoveDays), { amount, deadline: ends, targetTier: tier }, voidFrom);
  }
}

function winBacks({ history }: ContactSubject, collector: Collector): void {
  const { winBackDays, lifecycle } = collector.settings;
  if (!canLapse(history, collector.since - winBackDays, collector.until, lifecycle) || inControlGroup(history.customerId, lifecycle.winBack)) return;
  for (const { dormantOn, backOn } of lapsesOf(history, lifecycle, collector.until)) {
    collector.add('win-back', dormantOn, dormantOn, dormantOn + winBackDays - 1, nothing, backOn === null ? null : backOn + 1);
  }
}

/** Whether a customer can have become dormant between two days at all: her silence is as long as the shortest that counts, and not longer than the longest. */
function canLapse({ purchases }: History, after: Day, before: Day, { dormant: { atLeastDays, atMostDays } }: LifecycleSettings): boolean {
  for (let i = purchases.length - 1; i >= 0; i--) {
    const { day } = purchases[i]!;
    const next = purchases[i + 1]?.day ?? Infinity;
    if (next > day + atLeastDays && day + atLeastDays + 1 <= before && day + atMostDays + 1 >= after) return true;
    if (next < after) return false;
  }
  return false;
}

function followUps({ history: { complaints } }: ContactSubject, collector: Collector): void {
  if (complaints.length === 0) return;
  const days = new Set(complaints.flatMap(({ resolvedOn }) => (resolvedOn === null ? [] : [resolvedOn])));
  for (const day of days) collector.add('complaint-follow-up', day, day + 1, day + collector.settings.followUpDays);
}

function yearOf(day: Day): number {
  return day === -Infinity ? -Infinity : partsOf(day).year;
}

/** The purchases from a day on; they are in the order of days. */
function latest(purchases: readonly Purchase[], since: Day): readonly Purchase[] {
  let first = purchases.length;
  while (first > 0 && purchases[first - 1]!.day >= since) first -= 1;
  return first === 0 ? purchases : purchases.slice(first);
}
