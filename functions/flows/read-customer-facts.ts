import type { FactsQuestion } from '../contract/questions.ts';
import type { FactsAnswer } from '../contract/service-answers.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { arrivedBy, resolveFacts } from '../domain/ledger/resolve-facts.ts';
import type { View } from './view.ts';
import { maskAddress, maskEmail, maskPhone } from './mask.ts';

/** Everything the ledger holds about a customer by now, or held by an instant, oldest first; null when there is none the reader may name. */
export async function readCustomerFacts(customerId: string, { arrivedBy: instant }: FactsQuestion, view: View): Promise<FactsAnswer | null> {
  const seen = await view.liveCustomer(customerId);
  if (!seen) return null;
  const known = instant === undefined ? seen.facts : resolveFacts(arrivedBy(seen.recorded, instant)).facts;
  const masked = !view.scope.seesContacts(seen.history);
  const facts = [...known].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : 1));
  return { ...view.liveProvenance(seen), customerId, masked, facts: facts.map((fact) => ({ ...(masked ? withoutContacts(fact) : fact) })) };
}

function withoutContacts(fact: Fact): Fact {
  if (fact.kind !== 'CustomerEnrolled' && fact.kind !== 'CustomerUpdated') return fact;
  const { phone, email, address, ...hard } = fact.hard ?? {};
  return {
    ...fact,
    hard: { ...hard, ...(phone && { phone: maskPhone(phone) }), ...(email && { email: maskEmail(email) }), ...(address && { address: maskAddress(address) }) },
  };
}
