import type { Fact } from '../ledger/facts.ts';
import type { Pseudonyms } from './pseudonyms.ts';

type FieldOf<Kind> = Kind extends Fact ? keyof Kind : never;
/** What becomes of a field: it stays, is forgotten, becomes the pseudonym of the customer or fact it names, or only that something was told stays. */
type Fate = 'stays' | 'goes' | 'customer' | 'fact' | 'told';

/** Every field of every fact is named here, so that whoever adds one has to decide whether it says something about a person. */
const fates: Record<FieldOf<Fact>, Fate> = {
  kind: 'stays', version: 'stays', occurredAt: 'stays', recordedAt: 'stays', storeId: 'stays', associateId: 'stays',
  currency: 'stays', channel: 'stays', lines: 'stays', soldOn: 'stays',
  metric: 'stays', countsPer: 'stays', score: 'stays', scale: 'stays', purpose: 'stays', action: 'stays', points: 'stays', amount: 'stays',
  tier: 'stays', expiresOn: 'stays', obtained: 'stays', region: 'stays', creditRating: 'stays', standing: 'stays',
  id: 'fact', saleId: 'fact', complaintId: 'fact', contactId: 'fact', voucherId: 'fact',
  customerId: 'customer', referredCustomerId: 'customer',
  hard: 'told', soft: 'told', outcome: 'told', author: 'told', reason: 'told',
  previousCustomerId: 'goes', comment: 'goes', subject: 'goes', note: 'goes', language: 'goes', consent: 'goes', preferredChannel: 'goes',
};

/** A fact of an erased customer as it is kept: what was sold, answered and done, where and when; not by whom, and in nobody's words. */
export function factWithoutPerson(fact: Fact, pseudonyms: Pseudonyms): Fact {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fact) as [FieldOf<Fact>, unknown][]) {
    if (value === undefined || fates[field] === 'goes') continue;
    kept[field] = without(value, fates[field], pseudonyms);
  }
  return kept as unknown as Fact;
}

function without(value: unknown, fate: Fate, pseudonyms: Pseudonyms): unknown {
  if (fate === 'customer') return pseudonyms.ofCustomer(String(value));
  if (fate === 'fact') return pseudonyms.ofFact(String(value));
  if (fate === 'stays') return value;
  // How much of a file was filled counts in the KPIs, so each field that was leaves a mark.
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([field, text]) => [field, mark(text)])) : mark(value);
}

const mark = (text: unknown): unknown => (text === undefined || text === '' ? text : '*');
