import type { CustomerList, CustomerSummary } from '../contract/answers.ts';
import type { ListName, ListQuestion, SearchQuestion } from '../contract/questions.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import type { History } from '../domain/history.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { matchesOf, soughtFrom, type Matched } from '../domain/search/matches-of.ts';
import { KeyCustomerSets, type SetEnd } from '../domain/tiers/key-customer-set.ts';
import { ContactItems } from './contact-items.ts';
import { bestSets, listRules, nextMonth, spendOf } from './list-rules.ts';
import { inOrder, pageOf, type Ranked } from './ranked.ts';
import type { Remembered } from './remembered.ts';
import { summaryAnswer } from './summary-answer.ts';
import type { SeenCustomer, View } from './view.ts';

export interface ListWorld { calendar: BusinessCalendar; remembered: Remembered }

/** A page of one of the lists that a shop works with. Throws OtherStore, UnanswerableQuestion and RunForgotten. */
export async function readList(name: ListName, question: ListQuestion, view: View, world: ListWorld): Promise<CustomerList> {
  const { run: { saved: { run: context } }, scope } = view;
  const store = scope.storeFor(question.store);
  const { associate = null, month = nextMonth(context.asOf) } = question;
  const contacts = new ContactItems(view);
  const birthdayOf = (seen: SeenCustomer): Pick<CustomerSummary, 'birthdayPlan'> => ({ birthdayPlan: contacts.birthday(seen) ?? undefined });
  const best = await bestOf(name, store, view, world);
  const rank = (customer: CustomerRecord) => {
    const { homeStore, associateId } = customer.history;
    if ((store !== null && homeStore !== store) || (associate !== null && associateId !== associate)) return null;
    return listRules[name](customer, { context, month, best });
  };
  return listed([name, store, associate, name === 'birthdays' ? month : null], rank, question, view, world, (seen) => ({
    ...summaryAnswer(seen, name, world.calendar), ...(name === 'birthdays' && birthdayOf(seen)),
  }));
}

/** Where the set of best customers of a list ends, among those of the store or of all; null for a list that is about none. */
async function bestOf(name: ListName, store: string | null, view: View, { remembered }: ListWorld): Promise<SetEnd | null> {
  const end = bestSets[name];
  if (!end) return null;
  return remembered.get(JSON.stringify([view.run.publication.runId, view.scope.key, name, store, 'end']), async () => {
    const sets = new KeyCustomerSets();
    for (const { history: { customerId, homeStore, purchases } } of await view.customers()) {
      if (purchases.length > 0 && (store === null || homeStore === store)) sets.add(customerId, spendOf(purchases));
    }
    return end(sets);
  });
}

const foundFirst: readonly Matched[] = ['id', 'phone', 'name'];

/** A page of the customers found by id, phone or name, in this order and then by id. Throws OtherStore, UnanswerableQuestion and RunForgotten. */
export function readCustomers(question: SearchQuestion, view: View, world: ListWorld): Promise<CustomerList> {
  const { scope } = view;
  const store = scope.storeFor(question.store);
  const sought = soughtFrom(question.q);
  const matched = (history: History) => matchesOf(history, sought, scope.seesContacts(history));
  const rank = ({ history }: CustomerRecord) => {
    const [first] = store === null || history.homeStore === store ? matched(history) : [];
    return first === undefined ? null : foundFirst.indexOf(first);
  };
  const describe = (seen: SeenCustomer): CustomerSummary => ({ ...summaryAnswer(seen, null, world.calendar), matched: matched(seen.history) });
  return listed(['search', store, question.q], rank, question, view, world, describe);
}

async function listed(
  key: readonly unknown[], rank: (customer: CustomerRecord) => number | null, { limit, cursor }: { limit: number; cursor?: string | undefined },
  view: View, { remembered }: ListWorld, describe: (seen: SeenCustomer) => CustomerSummary,
): Promise<CustomerList> {
  const entries = await remembered.get(JSON.stringify([view.run.publication.runId, view.scope.key, ...key]), () => ranked(view, rank));
  const page = pageOf(entries, limit, cursor);
  const seen = await view.several(page.entries.map(({ customerId, version }) => ({ customerId, sequence: version })));
  const byId = new Map(seen.map((customer) => [customer.history.customerId, customer]));
  const items = page.entries.flatMap(({ customerId }) => {
    const customer = byId.get(customerId);
    return customer ? [describe(customer)] : [];
  });
  return { ...view.provenance, items, total: entries.length, next: page.next };
}

async function ranked(view: View, rank: (customer: CustomerRecord) => number | null): Promise<Ranked[]> {
  const entries: Ranked[] = [];
  for (const customer of await view.customers()) {
    const place = rank(customer);
    if (place !== null) entries.push({ customerId: customer.history.customerId, version: customer.score.version, rank: place });
  }
  return inOrder(entries);
}
