import type { BusinessCalendar } from '../domain/calendar.ts';
import { withPseudonyms } from '../domain/erasure/customers-named.ts';
import { factWithoutPerson } from '../domain/erasure/fact-without-person.ts';
import type { Fact } from '../domain/ledger/facts.ts';
import { isNamed, partitionsOf } from '../domain/ledger/partition.ts';
import type { Erased } from '../ports.ts';

/**
 * Where in the ledger a fact is written, and as what: under the pseudonym and without her if it belongs to an erased customer.
 * The same event makes the same entries as at the erasure, so that a replay changes nothing. An order to erase is carried out and not kept.
 */
export function entriesFor(fact: Fact, { isErased, pseudonyms }: Pick<Erased, 'isErased' | 'pseudonyms'>, calendar: BusinessCalendar): { partition: string; fact: Fact }[] {
  if (fact.kind === 'CustomerErased') return [];
  return partitionsOf(fact, calendar).map((partition) => (isNamed(partition) && isErased(partition)
    ? { partition: pseudonyms.ofCustomer(partition), fact: factWithoutPerson(fact, pseudonyms) }
    : { partition, fact: withPseudonyms(fact, isErased, pseudonyms) }));
}
