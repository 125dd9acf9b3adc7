import type { ContactItem, ContactList, ContactsQuestion } from '../contract/contact-answers.ts';
import { addMonths, formatDay, parseDay } from '../domain/calendar.ts';
import type { ContactSettings } from '../domain/contacts/settings.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import { shardCount } from '../domain/shards.ts';
import type { Clock, Ledger } from '../ports.ts';
import { ContactItems } from './contact-items.ts';
import { contactPage, contactsListed, type ContactDays, type ListedContact } from './listed-contacts.ts';
import type { Remembered } from './remembered.ts';
import type { SeenCustomer, View } from './view.ts';

export interface ContactsWorld { ledger: Ledger; clock: Clock; remembered: Remembered }

/** The contacts of a part of the chain as the run left it, and whose they could be. */
interface Planned { listed: ListedContact[]; members: ReadonlySet<string> }

/** Contacts to list, and the customers among them who were read already. */
interface Latest { listed: ListedContact[]; seen: Map<string, SeenCustomer> }

const mostDays = 93;
/** Facts that were on their way while the night began. */
const overlapMilliseconds = 90_000;
const parallelReads = 16;

/**
 * The contacts of some days, of those the reader may name: what is open on the day after the as-of date where nothing else is asked.
 * Customers of whom anything came since the night are looked at anew, so that a contact just made is done and somebody who just looked in is on the list.
 * Throws OtherStore, UnanswerableQuestion and RunForgotten.
 */
export async function readContacts(question: ContactsQuestion, view: View, world: ContactsWorld): Promise<ContactList> {
  const store = view.scope.storeFor(question.store);
  const days = daysOf(question, view);
  const settings = view.contactSettings;
  const { listed, seen } = question.customer === undefined
    ? await withTheLatest(await planned(store, days, settings, view, world), days, settings, view, world)
    : await ofOne(question.customer, days, settings, view);
  const wanted = listed.filter(({ contact: { associateId, storeId } }) => (question.associate ?? associateId) === associateId && (store ?? storeId) === storeId);
  const { page, next } = contactPage(wanted, days.from, question.limit, question.cursor);
  return {
    ...view.provenance, from: formatDay(days.from), to: formatDay(days.to),
    items: await itemsOf(page, seen, view), total: wanted.length, open: wanted.filter(({ done }) => !done).length, next,
  };
}

function daysOf({ grain, from: first, to: end }: ContactsQuestion, { run: { saved } }: View): ContactDays {
  const from = first === undefined ? saved.run.asOf + 1 : parseDay(first);
  const to = end === undefined ? { day: from + 1, week: from + 7, month: addMonths(from, 1) }[grain] : parseDay(end);
  if (to <= from) throw new UnanswerableQuestion('to', end, `must be after from, which is ${formatDay(from)}; to is the day after the last one that counts`);
  if (to - from > mostDays) throw new UnanswerableQuestion('to', end, `must be at most ${mostDays} days after from`);
  return { from, to };
}

function planned(store: string | null, days: ContactDays, settings: ContactSettings, view: View, { remembered }: ContactsWorld): Promise<Planned> {
  const { publication, saved } = view.run;
  return remembered.get(JSON.stringify([publication.runId, view.scope.key, 'contacts', store, days]), async () => {
    const [listed, members]: [ListedContact[], Set<string>] = [[], new Set()];
    for (const { history, score } of await view.customers()) {
      if (store !== null && history.homeStore !== store) continue;
      members.add(history.customerId);
      listed.push(...contactsListed(history, { tier: score.tier, since: score.tierSince }, score.version, days, saved.run, settings));
    }
    return { listed, members };
  });
}

/** Of one customer everything that has come by now is folded in. */
async function ofOne(customerId: string, days: ContactDays, settings: ContactSettings, view: View): Promise<Latest> {
  const customer = await view.liveCustomer(customerId);
  if (!customer) return { listed: [], seen: new Map() };
  return { listed: contactsListed(customer.history, customer.evaluation.tier, null, days, customer.context, settings), seen: new Map([[customerId, customer]]) };
}

/** The same with those looked at anew of whom something came since the night. */
async function withTheLatest({ listed, members }: Planned, days: ContactDays, settings: ContactSettings, view: View, { ledger, clock }: ContactsWorld): Promise<Latest> {
  const since = new Date(Date.parse(view.run.publication.factsThrough) - overlapMilliseconds);
  const arrived = await Promise.all(Array.from({ length: shardCount }, (_, shard) => ledger.arrivals(shard, since, clock.now())));
  const touched = arrived.flatMap((ids) => [...ids].filter((id) => members.has(id)));
  const seen = new Map<string, SeenCustomer>();
  const anew: ListedContact[] = [];
  for (let at = 0; at < touched.length; at += parallelReads) {
    await Promise.all(touched.slice(at, at + parallelReads).map(async (customerId) => {
      const customer = await view.liveCustomer(customerId);
      if (!customer) return;
      seen.set(customerId, customer);
      anew.push(...contactsListed(customer.history, customer.evaluation.tier, null, days, customer.context, settings));
    }));
  }
  const touchedSet = new Set(touched);
  return { listed: [...listed.filter(({ contact }) => !touchedSet.has(contact.customerId)), ...anew], seen };
}

async function itemsOf(page: readonly ListedContact[], seen: Map<string, SeenCustomer>, view: View): Promise<ContactItem[]> {
  const unread = new Map(page.flatMap(({ contact: { customerId }, version }) => (version === null ? [] : [[customerId, version] as const])));
  for (const customer of await view.several([...unread].map(([customerId, sequence]) => ({ customerId, sequence })))) seen.set(customer.history.customerId, customer);
  const items = new ContactItems(view);
  return page.flatMap((listed) => {
    const customer = seen.get(listed.contact.customerId);
    return customer ? [items.item(listed, customer)] : [];
  });
}
