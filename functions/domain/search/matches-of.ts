import type { History } from '../history.ts';
import { phoneEndOf } from '../ledger/profile-of.ts';

/** By what a customer was found. */
export type Matched = 'id' | 'phone' | 'name';

/** What somebody typed who looks for a customer, made comparable once. */
export interface Sought { text: string; phoneEnd: string | null }

/** Reads what was typed: any text, and where it is nothing but a phone number or at least its last four digits, those. */
export function soughtFrom(typed: string): Sought {
  const text = comparable(typed.trim());
  return { text, phoneEnd: /^\+?[\d\s()-]+$/.test(text) ? phoneEndOf(text) : null };
}

/**
 * By what a customer is found: her id begins so, her phone number ends so, or the text stands anywhere in her name, in whatever case or width.
 * Empty when she is not. Phone numbers are looked at only for a reader who may see them.
 */
export function matchesOf({ customerId, profile: { name, phoneEnd } }: History, sought: Sought, seesContacts: boolean): Matched[] {
  const matched: Matched[] = [];
  if (comparable(customerId).startsWith(sought.text)) matched.push('id');
  if (seesContacts && phoneEnd !== null && phoneEnd === sought.phoneEnd) matched.push('phone');
  if (name !== null && sought.text !== '' && comparable(name).includes(sought.text)) matched.push('name');
  return matched;
}

/** Full-width letters as ordinary ones, capitals as small ones. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
