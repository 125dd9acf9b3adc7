import { dayAt, formatDay, partsOf, type Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { inControlGroup, lotOf } from '../lifecycle/control-group.ts';
import { occasionDays } from '../lifecycle/rhythm.ts';
import { lapsesOf } from '../lifecycle/win-back.ts';
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

/** Collects triggers whose days begin in time. */
class Collector {
  readonly triggers: Trigger[] = [];
  constructor(readonly settings: ContactSettings, readonly until: Day) {}

  add(purpose: Purpose, key: Day | string, from: Day, to: Day, about: About = nothing, voidFrom: Day | null = null, hours: HourWindow = this.settings.hours[purpose][0], sameDay = false): void {
    if (from < this.until) this.triggers.push({ purpose, key, from, to, hours, about, voidFrom, sameDay });
  }
}

/**
 * Every reason to contact a customer whose days begin before `until`, whether or not it may be acted upon.
 * Each is known from facts of days before its first day (a visitor of the early shift: from that day), so it does not depend on when one asks.
 */
export function triggersOf(subject: ContactSubject, settings: ContactSettings, until: Day): Trigger[] {
  const collector = new Collector(settings, until);
  for (const collect of [afterEnrolment, afterSales, visitors, birthdays, campaigns, tierMoves, winBacks, followUps]) collect(subject, collector);
  return collector.triggers;
}

function afterEnrolment({ history: { enrolledOn } }: ContactSubject, collector: Collector): void {
  if (enrolledOn === null) return;
  collector.add('welcome', enrolledOn, enrolledOn + 1, enrolledOn + collector.settings.welcomeDays);
  const { year, month, date } = partsOf(enrolledOn);
  for (let years = 1; ; years++) {
    const day = dayAt(year + years, month, date);
    if (day >= collector.until) return;
    collector.add('anniversary', String(years), day, day, { years });
  }
}

function afterSales({ history }: ContactSubject, collector: Collector): void {
  const { thankYouDays, greetingDay, surveyAfterDays, surveyDays } = collector.settings;
  const days = occasionDays(history.purchases);
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

function visitors({ history, visits }: ContactSubject, collector: Collector): void {
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
  const about = { gift: collector.settings.gifts[tier]?.name ?? '' };
  for (let { year } = partsOf(known); ; year++) {
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
    const { id, purpose, day, title } = campaign;
    if (known >= day - announceDaysAhead || !concerns(campaign, subject)) continue;
    const about = { title, day };
    if (purpose === 'promotion') {
      const [first, second] = hours.promotion;
      const due = day - promotionDaysAhead;
      collector.add(purpose, id, due, due, about, null, lotOf(subject.history.customerId, id) < 0.5 ? first : second);
    } else if (purpose === 'festival' || purpose === 'weather' || purpose === 'travel') collector.add(purpose, id, day, day, about);
    else collector.add(purpose, id, day - announceDaysAhead, day - 1, about);
  }
}

function concerns({ tiers, stores, categories }: Campaign, { tier, history, file }: ContactSubject): boolean {
  return (tiers?.includes(tier) ?? true)
    && (stores?.includes(history.homeStore) ?? true)
    && (categories?.some((category) => file.favourites.some((favourite) => favourite.category === category)) ?? true);
}

function tierMoves(subject: ContactSubject, collector: Collector): void {
  const told = new Set<string>();
  for (const { direction, tier, amount, deadline, knownOn } of subject.tierMoves.toSorted((a, b) => a.knownOn - b.knownOn)) {
    const key = `${tier}/${formatDay(deadline)}`;
    if (told.has(direction + key)) continue;
    told.add(direction + key);
    collector.add(`${direction}-near`, key, knownOn + 1, Math.min(deadline, knownOn + collector.settings.tierMoveDays), { amount, deadline, nextTier: tier });
  }
}

function winBacks({ history }: ContactSubject, collector: Collector): void {
  const { winBackDays, lifecycle, control } = collector.settings;
  if (inControlGroup(history.customerId, control)) return;
  for (const { dormantOn, backOn } of lapsesOf(history, lifecycle, collector.until)) {
    collector.add('win-back', dormantOn, dormantOn, dormantOn + winBackDays - 1, nothing, backOn === null ? null : backOn + 1);
  }
}

function followUps({ complaintsResolvedOn }: ContactSubject, collector: Collector): void {
  for (const day of new Set(complaintsResolvedOn)) collector.add('complaint-follow-up', day, day + 1, day + collector.settings.followUpDays);
}
