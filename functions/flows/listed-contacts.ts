import type { Day } from '../domain/calendar.ts';
import { contactsTouching, madeContact, type Contact } from '../domain/contacts/plan.ts';
import { urgencyOf } from '../domain/contacts/purposes.ts';
import type { ContactSettings } from '../domain/contacts/settings.ts';
import { contactSubject } from '../domain/contacts/subject.ts';
import type { RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import type { TierHeld } from '../domain/tiers/standing.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';

/** The days a list of contacts is about, half-open. */
export interface ContactDays { from: Day; to: Day }

/** A contact on a list: how it was made, if it was, and where to find the customer: the version of her item, or null where she was read live. */
export interface ListedContact { contact: Contact; done: boolean; outcome: string | null; version: number | null }

/** The contacts of one customer that belong on a list: those to be made in its days, and those that were made in them. */
export function contactsListed(history: History, held: TierHeld, version: number | null, days: ContactDays, { policy, population, asOf }: RunContext, settings: ContactSettings): ListedContact[] {
  if (history.profile.consent.length === 0) return [];
  const subject = contactSubject(history, held, { policy, cuts: population.percentileCuts, asOf }, settings);
  return contactsTouching(subject, settings, days.from, days.to).flatMap((contact): ListedContact[] => {
    const made = madeContact(contact, history);
    return made !== null && made.day < days.from ? [] : [{ contact, done: made !== null, outcome: made?.outcome ?? null, version }];
  });
}

type Place = readonly [day: Day, hour: number, urgency: number, id: string];

/** The place of a contact on a list that begins on a day: by day and hour, then the most urgent first. What is overdue is due today. */
function placeOf({ contact: { day, hours, purpose, id } }: ListedContact, from: Day): Place {
  return [Math.max(day, from), hours.from, urgencyOf(purpose), id];
}

/** One page of a list, in order; a cursor names the last contact seen, so it holds while contacts come and go. Throws UnanswerableQuestion. */
export function contactPage(listed: ListedContact[], from: Day, limit: number, cursor: string | undefined): { page: ListedContact[]; next: string | null } {
  const places = new Map(listed.map((each) => [each, placeOf(each, from)]));
  const sorted = listed.toSorted((a, b) => compare(places.get(a)!, places.get(b)!));
  const after = cursor === undefined ? null : placeIn(cursor);
  const first = after === null ? 0 : sorted.findIndex((each) => compare(places.get(each)!, after) > 0);
  const page = first === -1 ? [] : sorted.slice(first, first + limit);
  const last = page.at(-1);
  return { page, next: last !== undefined && last !== sorted.at(-1) ? Buffer.from(JSON.stringify(places.get(last))).toString('base64url') : null };
}

function compare(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : Number(a[3] > b[3]));
}

function placeIn(cursor: string): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (place.length === 4 && place.slice(0, 3).every((part) => typeof part === 'number') && typeof place[3] === 'string') return place as unknown as Place;
  } catch {
    // It was never ours: said below.
  }
  throw new UnanswerableQuestion('cursor', cursor, 'is not one that this API gave; begin without it and follow the Link header');
}
