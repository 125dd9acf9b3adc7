import { z } from 'zod';

/**
 * What a deployment decides for itself, as the JSON of the environment variable SETTINGS.
 * Everything has a default, so `{}` is a complete document; what a group leaves out keeps its default in the domain.
 */
const share = z.number().min(0).max(1);

const ServiceClass = z.enum(['high', 'middle', 'low']);

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
  /** Satisfaction: fewer answers than these are hidden or not ranked, days for which an answer says how she feels, and the service clock with its promises. */
  satisfaction: z.object({
    hiddenBelow: z.int().min(1).max(1_000), unrankedBelow: z.int().min(1).max(10_000), moodDays: z.int().min(1).max(3_650),
    /** Hours of business in which the clock runs, on days of the week (0 = Sunday), but not on some dates; without them it never stands still. */
    hours: z.object({
      opensAt: z.number().min(0).max(24), closesAt: z.number().min(0).max(24),
      weekdays: z.array(z.int().min(0).max(6)).min(1).default([0, 1, 2, 3, 4, 5, 6]), closedOn: z.array(z.iso.date()).default([]),
    }).refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], error: 'must be later than opensAt' }),
    /** Hours until a reply and until resolution, by class of service. */
    targets: z.partialRecord(ServiceClass, z.object({ replyHours: z.number().positive(), resolveHours: z.number().positive() })),
    /** The class of service of each tier. */
    classes: z.record(z.string(), ServiceClass),
    repurchaseDays: z.int().min(1).max(365),
  }).partial().optional(),
}).prefault({});
export type Settings = z.infer<typeof Settings>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
