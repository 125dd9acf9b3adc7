import type { ContactItem, ContactList } from '../../functions/contract/contact-answers.ts';
import type { TiersAnswer } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import { day, money } from '../internal/format.ts';
import { sayCode, speaker } from '../internal/localize.ts';
import type { ContactMessages } from './languages/en.ts';

/** Why a contact is due, as a sentence of the reader's language. */
export function whySentence({ purpose, about, title }: ContactItem, { currency }: ContactList, tiers: TiersAnswer['tiers'], language: Language, messages: ContactMessages): string {
  const values: Record<string, string> = { gift: '', title: title?.[language] ?? '' };
  for (const [name, value] of Object.entries(about)) {
    if (name === 'amount') values[name] = money(Number(value), currency, language);
    else if (name === 'gift') values[name] = value === '' ? '' : speaker(messages.list)('gift', { gift: value });
    else if (name === 'day' || name === 'deadline') values[name] = day(String(value), language);
    else values[name] = name === 'targetTier' ? tiers.find(({ id }) => id === value)?.name[language] ?? String(value) : String(value);
  }
  return sayCode(messages.why, purpose, values).trim();
}
