import type { Fact } from '../ledger/facts.ts';
import type { Pseudonyms } from './pseudonyms.ts';

const naming = ['customerId', 'previousCustomerId', 'referredCustomerId'] as const;
type Naming = Partial<Record<(typeof naming)[number], string>>;

/** The customers that a fact names: whose it is, whose it was, and whom she brought. */
export function customersNamed(fact: Fact): string[] {
  return [...new Set(naming.flatMap((field) => (fact as Naming)[field] ?? []))];
}

/** A fact of somebody else with the pseudonym in place of every customer who is erased. */
export function withPseudonyms(fact: Fact, isErased: (customerId: string) => boolean, pseudonyms: Pseudonyms): Fact {
  const named = customersNamed(fact).filter(isErased);
  if (named.length === 0) return fact;
  const renamed = naming.flatMap((field): [string, string][] => {
    const customerId = (fact as Naming)[field];
    return customerId !== undefined && named.includes(customerId) ? [[field, pseudonyms.ofCustomer(customerId)]] : [];
  });
  return { ...fact, ...Object.fromEntries(renamed) };
}
