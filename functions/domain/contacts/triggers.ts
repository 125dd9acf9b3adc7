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
  /** Tells it from others of the same purpose. */
  key: string;
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

type Draft = Pick<Trigger, 'purpose' | 'key' | 'from' | 'to'> & Partial<Trigger>;

/**
 * Every reason to contact a customer whose days begin before `until`, whether or not it may be acted upon.
 * Each is known from facts of days before its first day (a visitor of the early shift: from that day), so it does not depend on when one asks.
 */
export function triggersOf(subject: ContactSubject, settings: ContactSettings, until: Day): Trigger[] {
  const drafts = [
    ...afterEnrolment(subject, settings, until), ...afterSales(subject, settings), ...visitors(subject, settings), ...birthdays(subject, settings, until),
    ...campaigns(subject, settings), ...tierMoves(subject, settings), ...winBacks(subject, settings, until), ...followUps(subject, settings),
  ];
  return drafts.filter(({ from }) => from < until).map((draft): Trigger => ({
    hours: settings.hours[draft.purpose][0], about: {}, voidFrom: null, sameDay: false, ...draft,
  }));
}

function* afterEnrolment({ history: { enrolledOn } }: ContactSubject, { welcomeDays }: ContactSettings, until: Day): Generator<Draft> {
  if (enrolledOn === null) return;
  yield { purpose: 'welcome', key: formatDay(enrolledOn), from: enrolledOn + 1, to: enrolledOn + welcomeDays };
  const { year, month, date } = partsOf(enrolledOn);
  for (let years = 1; dayAt(year + years, month, date) < until; years++) {
    const day = dayAt(year + years, month, date);
    yield { purpose: 'anniversary', key: String(years), from: day, to: day, about: { years } };
  }
}

function* afterSales({ history }: ContactSubject, settings: ContactSettings): Generator<Draft> {
  const days = occasionDays(history.purchases);
  for (const [i, day] of days.entries()) {
    const next = days[i + 1];
    // What she bought before is no longer what one talks about once she has bought again.
    const common = { key: formatDay(day), about: { day }, voidFrom: next === undefined ? null : next + 1 };
    yield { ...common, purpose: 'thank-you', from: day + 1, to: day + settings.thankYouDays };
    yield { ...common, purpose: 'day-30', from: day + settings.greetingDay, to: day + settings.greetingDay };
    yield { ...common, purpose: 'survey', from: day + settings.surveyAfterDays, to: day + settings.surveyAfterDays + settings.surveyDays - 1 };
  }
}

function* visitors({ history, visits }: ContactSubject, { hours, lateShiftFrom }: ContactSettings): Generator<Draft> {
  const bought = new Set(history.purchases.map(({ day }) => day));
  const firstHours = new Map<Day, number>();
  for (const { day, hour } of visits) firstHours.set(day, Math.min(hour, firstHours.get(day) ?? hour));
  for (const [day, hour] of firstHours) {
    if (bought.has(day)) continue;
    const early = hour < lateShiftFrom;
    const due = early ? day : day + 1;
    yield { purpose: 'visitor', key: formatDay(day), from: due, to: due, about: { day }, sameDay: early, hours: early ? hours.visitor[0] : (hours.visitor[1] ?? hours.visitor[0]) };
  }
}

function* birthdays({ history, tier }: ContactSubject, { gifts }: ContactSettings, until: Day): Generator<Draft> {
  if (history.birthday === null) return;
  const known = knownFrom(history);
  if (known === Infinity) return;
  for (let { year } = partsOf(known); ; year++) {
    const day = dayAt(year, Math.floor(history.birthday / 100), history.birthday % 100);
    if (day >= until) return;
    if (day > known) yield { purpose: 'birthday', key: String(year), from: day, to: day, about: { gift: gifts[tier]?.name ?? '' } };
  }
}

/** The day from which she is a customer or member; before it nobody plans anything for her. */
function knownFrom({ enrolledOn, purchases }: History): Day {
  return Math.min(enrolledOn ?? Infinity, purchases[0]?.day ?? Infinity);
}

function* campaigns(subject: ContactSubject, settings: ContactSettings): Generator<Draft> {
  const known = knownFrom(subject.history);
  for (const campaign of settings.campaigns) {
    const { id, purpose, day, title } = campaign;
    if (!concerns(campaign, subject)) continue;
    const about = { title, day };
    const announced = (from: Day, to: Day): Draft => ({ purpose, key: id, from, to, about });
    if (known >= day - settings.announceDaysAhead) continue;
    if (purpose === 'promotion') {
      const due = day - settings.promotionDaysAhead;
      const [first, second] = settings.hours.promotion;
      yield { ...announced(due, due), hours: second && lotOf(subject.history.customerId, id) >= 0.5 ? second : first };
    } else if (purpose === 'festival' || purpose === 'weather' || purpose === 'travel') yield announced(day, day);
    else yield announced(day - settings.announceDaysAhead, day - 1);
  }
}

function concerns({ tiers, stores, categories }: Campaign, { tier, history, file }: ContactSubject): boolean {
  return (tiers?.includes(tier) ?? true)
    && (stores?.includes(history.homeStore) ?? true)
    && (categories?.some((category) => file.favourites.some((favourite) => favourite.category === category)) ?? true);
}

function* tierMoves(subject: ContactSubject, { tierMoveDays }: ContactSettings): Generator<Draft> {
  for (const { direction, tier, amount, deadline, knownOn } of subject.tierMoves) {
    yield {
      purpose: `${direction}-near`, key: `${tier}/${formatDay(deadline)}`, from: knownOn + 1, to: Math.min(deadline, knownOn + tierMoveDays), about: { amount, deadline, nextTier: tier },
    };
  }
}

function* winBacks({ history }: ContactSubject, { winBackDays, lifecycle, control }: ContactSettings, until: Day): Generator<Draft> {
  if (inControlGroup(history.customerId, control)) return;
  for (const { dormantOn, backOn } of lapsesOf(history, lifecycle, until)) {
    yield { purpose: 'win-back', key: formatDay(dormantOn), from: dormantOn, to: dormantOn + winBackDays - 1, voidFrom: backOn === null ? null : backOn + 1 };
  }
}

function* followUps({ complaintsResolvedOn }: ContactSubject, { followUpDays }: ContactSettings): Generator<Draft> {
  for (const day of new Set(complaintsResolvedOn)) yield { purpose: 'complaint-follow-up', key: formatDay(day), from: day + 1, to: day + followUpDays };
}
