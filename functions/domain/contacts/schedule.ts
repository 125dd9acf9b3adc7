import type { Day } from '../calendar.ts';
import type { Channel } from '../ledger/facts.ts';
import { Limits } from './limits.ts';
import { urgencyOf, type HourWindow } from './purposes.ts';
import type { ContactSettings, ServicePlan } from './settings.ts';
import type { ContactSubject } from './subject.ts';
import { triggersOf, type Trigger } from './triggers.ts';

/** A trigger with the day, hours and channel on which it is acted upon. */
export interface Scheduled { trigger: Trigger; day: Day; hours: HourWindow; channel: Channel }

/**
 * The contacts of one customer whose window touches the days from `from` up to, but not including, `until`, and whose day lies before `until`; in order of days.
 *
 * Day by day, the most urgent reasons that are due get the places the weekly cap leaves; the others wait for the next day of their window, or lapse.
 * A day uses only what was known before it, so every day ever asked about gives the same contacts, and no reason is acted upon twice.
 */
export function schedule(subject: ContactSubject, settings: ContactSettings, from: Day, until: Day): Scheduled[] {
  const plan = planFor(subject.tier, settings);
  const channel = channelFor(subject, plan);
  if (channel === null) return [];
  // Most customers have no reason to be contacted in those days; for the others the past has to be walked through.
  if (!triggersOf(subject, settings, until, from).some(({ purpose }) => plan.purposes.includes(purpose))) return [];
  // A week further than asked, so that birthdays to come keep their place under the cap.
  const waiting = triggersOf(subject, settings, until + 7).filter(({ purpose }) => plan.purposes.includes(purpose));
  waiting.sort((a, b) => a.from - b.from);
  const birthdays = waiting.filter(({ purpose }) => purpose === 'birthday').map((trigger) => trigger.from);
  const limits = new Limits(subject.history, birthdays, settings);
  const scheduled: Scheduled[] = [];
  let due: Trigger[] = [];
  let next = 0;
  for (let day = waiting[0]!.from; day < until; day = due.length > 0 ? day + 1 : Math.max(day + 1, waiting[next]?.from ?? until)) {
    const before = next;
    while (next < waiting.length && waiting[next]!.from <= day) due.push(waiting[next++]!);
    if (next > before) due.sort(byUrgency);
    limits.moveTo(day);
    due = due.filter((trigger) => {
      const hours = allowed(trigger.hours, settings.allowedHours);
      if (hours === null || !limits.allow(trigger)) return trigger.to > day;
      limits.add(trigger);
      scheduled.push({ trigger, day, hours, channel });
      return false;
    });
  }
  return scheduled.filter(({ trigger }) => trigger.to >= from);
}

/** What came up during the day comes last, so that it changes nothing of a plan made in the morning. */
function byUrgency(a: Trigger, b: Trigger): number {
  return Number(a.sameDay) - Number(b.sameDay) || urgencyOf(a.purpose) - urgencyOf(b.purpose) || a.from - b.from || (a.key < b.key ? -1 : 1);
}

/** The service plan of a tier; without a class of its own, and without a tier, the middle one. */
export function planFor(tier: string | null, { plans, classes }: Pick<ContactSettings, 'plans' | 'classes'>): ServicePlan {
  return plans[classes[tier ?? ''] ?? 'middle'];
}

/** The channel of all contacts of a customer: her own choice, else the first her service plan offers; only with her consent. */
export function channelFor({ history: { profile: { consent, preferredChannel } } }: Pick<ContactSubject, 'history'>, { channels }: ServicePlan): Channel | null {
  if (preferredChannel !== null && consent.includes(preferredChannel)) return preferredChannel;
  return channels.find((channel) => consent.includes(channel)) ?? null;
}

function allowed(hours: HourWindow, limits: HourWindow): HourWindow | null {
  const from = Math.max(hours.from, limits.from);
  const to = Math.min(hours.to, limits.to);
  return from < to ? { from, to } : null;
}
