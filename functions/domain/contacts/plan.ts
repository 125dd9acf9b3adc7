import { formatDay, type Day } from '../calendar.ts';
import { minorDigits } from '../money.ts';
import type { Channel } from '../ledger/facts.ts';
import type { DayWindow } from '../satisfaction/latest-answers.ts';
import type { HourWindow, Purpose } from './purposes.ts';
import { schedule, type Scheduled } from './schedule.ts';
import type { ContactSettings } from './settings.ts';
import type { ContactSubject } from './subject.ts';
import { fill, type Language } from './templates.ts';

/** One contact to be made: with whom, by whom, why today, how, when, and what to say. */
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
  text: string;
}

/** The contacts of one customer that become due on a day. */
export function contactPlan(subject: ContactSubject, settings: ContactSettings, date: Day): Contact[] {
  return contactsBetween(subject, settings, date, date + 1);
}

/** The contacts of one customer due from `from` up to, but not including, `to`, as far as they can be foreseen. */
export function contactsBetween(subject: ContactSubject, settings: ContactSettings, from: Day, to: Day): Contact[] {
  return schedule(subject, settings, from, to).filter(({ day }) => day >= from).map((scheduled) => contactOf(scheduled, subject, settings));
}

/** The contacts an associate still has to make on a day: those due that day or earlier whose time is not over and which nobody has made. */
export function openContacts(subject: ContactSubject, settings: ContactSettings, date: Day): Contact[] {
  return schedule(subject, settings, date, date + 1)
    .map((scheduled) => contactOf(scheduled, subject, settings))
    .filter((contact) => !wasMade(contact, subject));
}

/** Whether a contact was made: `ContactMade` for its purpose while it was due. */
export function wasMade({ purpose, day, lastDay }: Contact, { history }: ContactSubject): boolean {
  return history.contacts.some((made) => made.purpose === purpose && made.day >= day && made.day <= lastDay);
}

/** How many contacts of a customer were due in a period, and how many of them were made in time; those whose time is not over yet count neither way. */
export function contactsMade(subject: ContactSubject, settings: ContactSettings, period: DayWindow, asOf: Day): { due: number; made: number } {
  const due = contactsBetween(subject, settings, period.from, Math.min(period.to, asOf + 1));
  const made = due.filter((contact) => wasMade(contact, subject)).length;
  const waiting = due.filter((contact) => contact.lastDay > asOf && !wasMade(contact, subject)).length;
  return { due: due.length - waiting, made };
}

function contactOf({ trigger, day, hours, channel }: Scheduled, subject: ContactSubject, settings: ContactSettings): Contact {
  const { history } = subject;
  return {
    id: `${history.customerId}/${trigger.purpose}/${typeof trigger.key === 'number' ? formatDay(trigger.key) : trigger.key}`,
    customerId: history.customerId, storeId: history.homeStore, associateId: history.associateId,
    purpose: trigger.purpose, channel, day, lastDay: trigger.to, hours, about: trigger.about,
    text: textOf(trigger.purpose, trigger.about, subject, settings),
  };
}

function textOf(purpose: Purpose, about: Readonly<Record<string, number | string>>, subject: ContactSubject, settings: ContactSettings): string {
  const language: Language = subject.file.language ?? 'zh-CN';
  const { salutation, anonymousSalutation, signature, bodies } = settings.templates;
  const { name } = subject.file.hard;
  const values: Record<string, string> = { brand: settings.brand, store: subject.storeName, points: String(subject.points), tier: subject.tier, name: name ?? '' };
  for (const [key, value] of Object.entries(about)) values[key] = worded(key, value, language, settings.currency);
  return fill((name ? salutation : anonymousSalutation)[language], values) + fill(bodies[purpose][language], values) + fill(signature[language], values);
}

function worded(key: string, value: number | string, language: Language, currency: string): string {
  if (key === 'gift') return value === '' ? gift[language] : String(value);
  if (typeof value === 'string') return value;
  if (key === 'day' || key === 'deadline') return formatDay(value);
  if (key === 'amount') return new Intl.NumberFormat(language, { style: 'currency', currency }).format(value / 10 ** minorDigits(currency));
  return String(value);
}

/** What is said where the tier has no gift of its own. */
const gift: Readonly<Record<Language, string>> = { 'zh-CN': '生日礼物', 'zh-TW': '生日禮物', en: 'a birthday present' };
