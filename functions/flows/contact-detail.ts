import { formatDay } from '../domain/calendar.ts';
import { contactText } from '../domain/contacts/contact-text.ts';
import type { Contact } from '../domain/contacts/plan.ts';
import type { ContactSettings } from '../domain/contacts/settings.ts';
import type { RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import { TierRules } from '../domain/tiers/tier-rules.ts';
import type { TierHeld } from '../domain/tiers/standing.ts';

/** A contact in words that cross a wall: days as dates, and what is to be said in her language. */
export interface ContactDetail {
  id: string; customerId: string; storeId: string; associateId: string | null;
  purpose: string; channel: string; day: string; lastDay: string; hours: { from: number; to: number };
  /** Why, as values for a sentence. */
  about: Record<string, number | string>;
  language: 'zh-CN' | 'zh-TW' | 'en';
  text: string;
}

/** Writes contacts out, one customer after the other. */
export class ContactWriter {
  readonly #rules: TierRules;
  readonly #tierNames: Record<string, RunContext['policy']['ladder'][number]['name']>;

  constructor({ policy, asOf }: Pick<RunContext, 'policy' | 'asOf'>, private readonly settings: ContactSettings) {
    this.#rules = new TierRules(policy, asOf);
    this.#tierNames = Object.fromEntries(policy.ladder.map(({ id, name }) => [id, name]));
  }

  write(contact: Contact, history: History, held: TierHeld): ContactDetail {
    const { id, customerId, storeId, associateId, purpose, channel, day, lastDay, hours } = contact;
    return {
      id, customerId, storeId, associateId, purpose, channel, day: formatDay(day), lastDay: formatDay(lastDay), hours, about: aboutIn(contact),
      language: languageOf(history), text: this.text(contact, history, held),
    };
  }

  /** Only what is to be said. */
  text(contact: Pick<Contact, 'purpose' | 'about' | 'storeId'>, history: History, held: TierHeld): string {
    return contactText(contact, {
      name: history.profile.name, language: languageOf(history), tier: held.tier, tierNames: this.#tierNames, points: () => this.#rules.accountOf(history, held).spendable,
    }, this.settings);
  }
}

function languageOf({ profile }: History): ContactDetail['language'] {
  return profile.language ?? 'zh-CN';
}

/** What of `about` is a day. */
const days = new Set(['day', 'deadline']);

function aboutIn({ about }: Contact): Record<string, number | string> {
  return Object.fromEntries(Object.entries(about).map(([key, value]) => [key, days.has(key) && typeof value === 'number' ? formatDay(value) : value]));
}
