import { formatDay, type Day } from '../calendar.ts';
import type { MadeContact } from '../history.ts';
import type { Channel } from '../ledger/facts.ts';
import type { DayWindow } from '../satisfaction/latest-answers.ts';
import { urgencyOf, type HourWindow, type Purpose } from './purposes.ts';
import { schedule, type Scheduled } from './schedule.ts';
import type { ContactSettings } from './settings.ts';
import type { ContactSubject } from './subject.ts';
import type { Trigger } from './triggers.ts';

/** One contact to be made: with whom, by whom, why today, how and when. */
export interface Contact {
  /** The same whenever and however often it is planned. */
  id: string;
  customerId: string;
  storeId: string;
  associateId: string | null;
  purpose: Purpose;
  channel: Channel;
  /** The day it is due, the last day on which it still makes sense, and the hours of the day. */
  day: Day;
  lastDay: Day;
  hours: HourWindow;
  /** Why: dates as Day, amounts in minor units, names. */
  about: Readonly<Record<string, number | string>>;
}

/** The contacts of one customer that become due on a day. */
export function contactPlan(subject: ContactSubject, settings: ContactSettings, date: Day): Contact[] {
  return contactsBetween(subject, settings, date, date + 1);
}

/** The contacts of one customer due from `from` up to, but not including, `to`, as far as they can be foreseen. */
export function contactsBetween(subject: ContactSubject, settings: ContactSettings, from: Day, to: Day): Contact[] {
  return schedule(subject, settings, from, to).filter(({ day }) => day >= from).map((scheduled) => contactOf(scheduled, subject));
}

/** The contacts of one customer that fall into the days from `from` up to, but not including, `to`: due in them, or earlier and neither over nor pointless by then. */
export function contactsTouching(subject: ContactSubject, settings: ContactSettings, from: Day, to: Day): Contact[] {
  return schedule(subject, settings, from, to)
    .filter(({ trigger: { voidFrom }, day }) => day >= from || voidFrom === null || voidFrom > from)
    .map((scheduled) => contactOf(scheduled, subject));
}

/** The contacts an associate still has to make on a day: those due that day or earlier whose time is not over and which nobody has made. */
export function openContacts(subject: ContactSubject, settings: ContactSettings, date: Day): Contact[] {
  return contactsTouching(subject, settings, date, date + 1).filter((contact) => madeContact(contact, subject.history) === null);
}

/** How a contact was made: the first `ContactMade` that names it, or names none and has its purpose, while it was due; null when nobody did. */
export function madeContact({ id, customerId, purpose, day, lastDay }: Contact, { contacts }: { contacts: readonly MadeContact[] }): MadeContact | null {
  const closes = ({ planned, purpose: said }: MadeContact): boolean => (planned === null ? said === purpose : `${customerId}/${planned}` === id);
  return contacts.find((made) => made.day >= day && made.day <= lastDay && closes(made)) ?? null;
}

/** How many contacts of a customer were due in a period, and how many of them were made in time; those whose time is not over yet count neither way. */
export function contactsMade(subject: ContactSubject, settings: ContactSettings, period: DayWindow, asOf: Day): { due: number; made: number } {
  return countContacts(contactsBetween(subject, settings, period.from, Math.min(period.to, asOf + 1)), subject.history, asOf);
}

/** The same for contacts that are known already. */
export function countContacts(contacts: readonly Contact[], history: { contacts: readonly MadeContact[] }, asOf: Day): { due: number; made: number } {
  let [due, made] = [0, 0];
  for (const contact of contacts) {
    if (madeContact(contact, history) !== null) made += 1;
    else if (contact.lastDay > asOf) continue;
    due += 1;
  }
  return { due, made };
}

/** Orders contacts as a shop works through them: by hours of the day, the most urgent first. */
export function inOrderOfWork(a: Contact, b: Contact): number {
  return a.day - b.day || a.hours.from - b.hours.from || urgencyOf(a.purpose) - urgencyOf(b.purpose) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The id of the contact that a reason leads to. */
export function contactId(customerId: string, { purpose, key }: Pick<Trigger, 'purpose' | 'key'>): string {
  return `${customerId}/${purpose}/${typeof key === 'number' ? formatDay(key) : key}`;
}

function contactOf({ trigger, day, hours, channel }: Scheduled, { history }: ContactSubject): Contact {
  return {
    id: contactId(history.customerId, trigger),
    customerId: history.customerId, storeId: history.homeStore, associateId: history.associateId,
    purpose: trigger.purpose, channel, day, lastDay: trigger.to, hours, about: trigger.about,
  };
}
