import type { Language } from '../../functions/contract/localized.ts';

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = kept.get(key) ?? new Intl.NumberFormat(language, options);
  kept.set(key, format);
  return format as Intl.NumberFormat;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date${language}${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
  kept.set(key, format);
  return format as Intl.DateTimeFormat;
}

/** Minor units of a currency as its major unit: 59900 CNY is 599, 59900 JPY is 59900. */
export function majorUnits(amount: number, currency: string): number {
  const digits = numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return amount / 10 ** digits;
}

/**
 * Money as the reader writes it, from minor units. Cents are shown only where they are not zero and either the amount
 * is below a hundred or `exact` asks for them; `compact` shortens to thousands, millions or 万.
 */
export function money(amount: number, currency: string, language: Language, style: 'plain' | 'exact' | 'compact' = 'plain'): string {
  const major = majorUnits(amount, currency);
  const base: Intl.NumberFormatOptions = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  if (style === 'compact' && Math.abs(major) >= 10_000) {
    return numberFormat(language, { ...base, notation: 'compact', maximumSignificantDigits: 3 }).format(major);
  }
  const cents = !Number.isInteger(major) && (style === 'exact' || Math.abs(major) < 100);
  return numberFormat(language, cents ? base : { ...base, minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(major);
}

/** A plain number with at most `digits` decimals. */
export function number(value: number, language: Language, digits = 0): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** A share of 0–1 as a percentage. */
export function percent(value: number, language: Language, digits = 1): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** A change with its sign, such as +4.2%. */
export function signedPercent(value: number, language: Language): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);
}

/** A signed plain number, such as −3. */
export function signedNumber(value: number, language: Language, digits = 0): string {
  return numberFormat(language, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value);
}

/** A date `YYYY-MM-DD` in full. */
export function day(date: string, language: Language): string {
  return dateFormat(language, { year: 'numeric', month: language === 'en' ? 'short' : 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A birthday `MM-DD`. */
export function monthAndDay(date: string, language: Language): string {
  return dateFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`2000-${date}T00:00:00Z`));
}

/** An instant, in the reader's own time zone. */
export function instant(iso: string, language: Language): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

const quarter: Record<Language, (year: string, number: string) => string> = {
  en: (year, n) => `Q${n} ${year}`,
  'zh-CN': (year, n) => `${year}年第${n}季度`,
  'zh-TW': (year, n) => `${year}年第${n}季`,
};

/** A period such as `2026-11`, `2026-11-03`, `2026-Q4` or `2026` as the reader writes it; `short` leaves the year out of months and days. */
export function period(text: string, language: Language, short = false): string {
  const [year = '', part, date] = text.split('-');
  if (part === undefined) return dateFormat(language, { year: 'numeric', timeZone: 'UTC' }).format(new Date(`${year}-01-01T00:00:00Z`));
  if (part.startsWith('Q')) return quarter[language](year, part.slice(1));
  const options: Intl.DateTimeFormatOptions = { month: 'short', timeZone: 'UTC' };
  if (!short) options.year = 'numeric';
  if (date !== undefined) options.day = 'numeric';
  return dateFormat(language, options).format(new Date(`${year}-${part}-${date ?? '01'}T00:00:00Z`));
}
