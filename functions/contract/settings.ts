import { z } from 'zod';

/**
 * What a deployment decides for itself, as the JSON of the environment variable SETTINGS.
 * Everything has a default, so `{}` is a complete document; what a group leaves out keeps its default in the domain.
 */
const share = z.number().min(0).max(1);

export const Settings = z.object({
  /** Business time zone: days, months and "today" are its days. */
  timeZone: z.string().default('Asia/Shanghai').refine(isTimeZone, 'must be an IANA time zone such as Asia/Shanghai'),
  /** ISO 4217 code in which everything is reported. */
  reportingCurrency: z.string().regex(/^[A-Z]{3}$/).default('CNY'),
  /** From a date on, one unit of a currency is worth so many units of the reporting currency. */
  exchangeRates: z.array(z.object({ currency: z.string().regex(/^[A-Z]{3}$/), from: z.iso.date(), rate: z.number().positive() })).default([]),
  /** Days for which the customers of an old run can be looked at; its KPI readings stay for good. */
  runsKeptDays: z.int().min(1).default(35),
  /** Whether head office sees phone, e-mail and address in full; the home store always does. */
  headOfficeSeesContacts: z.boolean().default(false),
  /** Margin rate where unit cost is not known. */
  marginRate: share.optional(),
  /** Yearly discount rate for lifetime value. */
  discountRate: share.optional(),
  /** Months over which lifetime value is predicted. */
  horizonMonths: z.int().min(1).max(120).optional(),
  /** Win-back: the share of customers held back at random, a word that decides who they are, the first day whose lapses count, and the days within which coming back counts. */
  winBack: z.object({ controlShare: share.max(0.5), seed: z.string().min(1), from: z.iso.date(), withinDays: z.int().min(1).max(365) }).partial().optional(),
}).prefault({});
export type Settings = z.infer<typeof Settings>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
