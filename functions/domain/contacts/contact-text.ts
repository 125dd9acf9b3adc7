import { formatDay, type Day } from '../calendar.ts';
import { minorDigits } from '../money.ts';
import type { Contact } from './plan.ts';
import type { ContactSettings } from './settings.ts';
import { fill, type Language } from './templates.ts';

/** Who is to read a message, and what a text may say about her besides its occasion. */
export interface Reader {
  name: string | null;
  language: Language;
  tier: string | null;
  /** Spendable points; asked for only where a text names them. */
  points: () => number;
  /** What each tier is called. */
  tierNames: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

/** What a contact says, in the reader's language, with the chain's salutation and signature. */
export function contactText({ purpose, about, storeId }: Pick<Contact, 'purpose' | 'about' | 'storeId'>, reader: Reader, settings: ContactSettings): string {
  const { language, name } = reader;
  const { salutation, anonymousSalutation, signature, bodies } = settings.templates;
  const body = bodies[purpose][language];
  const tierName = (id: string): string => reader.tierNames[id]?.[language] ?? id;
  const values: Record<string, string> = {
    brand: settings.brand, store: settings.storeNames[storeId] ?? storeId, name: name ?? '', tier: reader.tier === null ? '' : tierName(reader.tier),
    points: body.includes('{points}') ? new Intl.NumberFormat(language).format(reader.points()) : '',
  };
  for (const [key, value] of Object.entries(about)) {
    if (key === 'campaign') values['title'] = settings.campaigns.find(({ id }) => id === value)?.title[language] ?? '';
    else values[key] = key === 'targetTier' ? tierName(String(value)) : worded(key, value, language, settings.currency);
  }
  return fill((name ? salutation : anonymousSalutation)[language], values) + fill(body, values) + fill(signature[language], values);
}

function worded(key: string, value: number | string, language: Language, currency: string): string {
  if (typeof value === 'string') return value;
  if (key === 'day') return dayIn(value, language, { month: 'long', day: 'numeric' });
  if (key === 'deadline') return dayIn(value, language, { year: 'numeric', month: 'long', day: 'numeric' });
  if (key === 'amount') return new Intl.NumberFormat(language, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(value / 10 ** minorDigits(currency));
  return String(value);
}

function dayIn(day: Day, language: Language, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...how, timeZone: 'UTC' }).format(new Date(`${formatDay(day)}T00:00:00Z`));
}
