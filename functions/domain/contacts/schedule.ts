import { monthOf, type Day } from '../calendar.ts';
import type { Channel } from '../ledger/facts.ts';
import { nonSales, purposes, type HourWindow } from './purposes.ts';
import type { ContactSettings, ServicePlan } from './settings.ts';
import type { ContactSubject } from './subject.ts';
import { triggersOf, type Trigger } from './triggers.ts';

/** A trigger with the day, hours and channel on which it is acted upon. */
export interface Scheduled { trigger: Trigger; day: Day; hours: HourWindow; channel: Channel }

const urgency = new Map(purposes.map((purpose, i) => [purpose, i]));

/**
 * All contacts of one customer before `until`, in order of days.
 *
 * Day by day, the most urgent reasons that are due get the places the weekly cap leaves; the others wait for the next day of their window, or lapse.
 * A day uses only what was known before it, so every day ever asked about gives the same contacts, and no reason is acted upon twice.
 */
export function schedule(subject: ContactSubject, settings: ContactSettings, until: Day): Scheduled[] {
  const plan = settings.plans[settings.classes[subject.tier] ?? 'middle'];
  const channel = channelFor(subject, plan);
  if (channel === null) return [];
  // A week further than asked, so that birthdays to come keep their place under the cap.
  const waiting = triggersOf(subject, settings, until + 7)
    .filter(({ purpose }) => plan.purposes.includes(purpose))
    .sort((a, b) => a.from - b.from);
  const birthdays = waiting.filter(({ purpose }) => purpose === 'birthday').map(({ from }) => from);
  const scheduled: Scheduled[] = [];
  let due: Trigger[] = [];
  let next = 0;
  for (let day = waiting[0]?.from ?? until; day < until; day++) {
    if (due.length === 0) day = Math.max(day, waiting[next]?.from ?? until);
    while (next < waiting.length && waiting[next]!.from <= day) due.push(waiting[next++]!);
    due = due.filter(({ to }) => to >= day).sort(byUrgency);
    const acted = new Set<Trigger>();
    for (const trigger of due) {
      const hours = allowed(trigger.hours, settings.allowedHours);
      if (hours === null || day >= until || !mayContact(trigger, day, { scheduled, birthdays, contacts: subject.history.contacts, surveysSent: subject.history.surveysSent, settings })) continue;
      scheduled.push({ trigger, day, hours, channel });
      acted.add(trigger);
    }
    due = due.filter((trigger) => !acted.has(trigger));
  }
  return scheduled;
}

/** What came up during the day comes last, so that it changes nothing of a plan made in the morning. */
function byUrgency(a: Trigger, b: Trigger): number {
  return Number(a.sameDay) - Number(b.sameDay) || urgency.get(a.purpose)! - urgency.get(b.purpose)! || a.from - b.from || (a.key < b.key ? -1 : 1);
}

/** The channel of all contacts of a customer: her own choice, else the first her service plan offers; only with her consent. */
export function channelFor({ file: { consent, preferredChannel } }: ContactSubject, { channels }: ServicePlan): Channel | null {
  if (preferredChannel !== null && consent[preferredChannel] === true) return preferredChannel;
  return channels.find((channel) => consent[channel] === true) ?? null;
}

function allowed(hours: HourWindow, limits: HourWindow): HourWindow | null {
  const from = Math.max(hours.from, limits.from);
  const to = Math.min(hours.to, limits.to);
  return from < to ? { from, to } : null;
}

/** What the limits on a contact depend on besides itself. */
interface Surroundings {
  scheduled: readonly Scheduled[];
  birthdays: readonly Day[];
  contacts: ContactSubject['history']['contacts'];
  surveysSent: ContactSubject['history']['surveysSent'];
  settings: ContactSettings;
}

function mayContact({ purpose, from, voidFrom }: Trigger, day: Day, { scheduled, birthdays, contacts, surveysSent, settings }: Surroundings): boolean {
  if (voidFrom !== null && voidFrom <= day) return false;
  const made = contacts.filter((contact) => contact.day < day && contact.purpose !== 'visit');
  if (made.some((contact) => contact.purpose === purpose && contact.day >= from - 1)) return false;
  const messages = scheduled.filter((contact) => contact.day > day - 7).length
    + made.filter((contact) => contact.day > day - 7 && !wasPlanned(contact, scheduled)).length
    + (urgency.get(purpose)! > urgency.get('birthday')! ? birthdays.filter((birthday) => birthday > day && birthday < day + 7).length : 0);
  if (messages >= settings.mostPerWeek) return false;
  if (purpose === 'survey') {
    const recently = (other: Day) => other > day - settings.daysBetweenSurveys && other < day;
    return !surveysSent.some((sent) => recently(sent.day)) && !scheduled.some((contact) => contact.trigger.purpose === purpose && recently(contact.day));
  }
  const sameMonth = scheduled.filter((contact) => nonSales.has(contact.trigger.purpose) && monthOf(contact.day) === monthOf(day)).length;
  return !nonSales.has(purpose) || sameMonth < settings.mostNonSalesPerMonth;
}

/** Whether a contact that was made is one that had been planned, and so is not counted a second time. */
function wasPlanned({ day, purpose }: { day: Day; purpose: string }, scheduled: readonly Scheduled[]): boolean {
  return scheduled.some((contact) => contact.trigger.purpose === purpose && contact.day <= day && day <= contact.trigger.to);
}
