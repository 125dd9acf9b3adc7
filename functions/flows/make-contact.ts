import type { ContactOrder, MadeContactAnswer } from '../contract/contact-answers.ts';
import { purposes } from '../domain/contacts/purposes.ts';
import type { Bus, Clock } from '../ports.ts';
import { contactsListed } from './listed-contacts.ts';
import type { View } from './view.ts';

export interface MakeContactWorld { inbox: Bus; clock: Clock; newId: () => string }

/** Ids of events may have so many characters. */
const longestId = 128;

/**
 * Records that a contact of the plan was made, in the name of whoever says so; null when there is no such contact on the day after the as-of date for a customer she may name.
 * What the event says about customer, store and purpose comes from the plan. Said again it corrects the outcome.
 */
export async function makeContact(id: string, { outcome, channel }: ContactOrder, view: View, world: MakeContactWorld): Promise<MadeContactAnswer | null> {
  const settings = view.contactSettings;
  const day = view.run.saved.run.asOf + 1;
  for (const customerId of customersIn(id)) {
    const seen = await view.liveCustomer(customerId);
    const listed = seen && contactsListed(seen.history, seen.evaluation.tier, null, { from: day, to: day + 1 }, seen.context, settings).find(({ contact }) => contact.id === id);
    if (!listed) continue;
    const { principal } = view.scope;
    const { contact } = listed;
    const associateId = principal.role === 'head-office' ? null : principal.associateId;
    const at = world.clock.now().toISOString();
    const made = { customerId, storeId: contact.storeId, purpose: contact.purpose, channel: channel ?? contact.channel, outcome };
    await world.inbox.announce([{ detailType: 'ContactMade', detail: {
      ...made, id: `made-${id}`.length <= longestId ? `made-${id}` : world.newId(), occurredAt: at, recordedAt: at, contactId: id, ...(associateId !== null && { associateId }),
    } }]);
    return { id, ...made, outcome, associateId, at };
  }
  return null;
}

/** Whose contact an id can be: it stands before the purpose, and may itself look like an id. */
function customersIn(id: string): string[] {
  return purposes.flatMap((purpose) => {
    const mark = `/${purpose}/`;
    const found: string[] = [];
    for (let at = id.indexOf(mark); at > 0; at = id.indexOf(mark, at + 1)) found.push(id.slice(0, at));
    return found;
  });
}
