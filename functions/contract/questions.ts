import { z } from 'zod';
import { eventTypes } from './events.ts';

/** What may be asked of the API, parameter by parameter, as it stands in a URL. */

const parts = ['store', 'tier', 'associate', 'category', 'region', 'cohort'] as const;
const Id = z.string().min(1).max(128).regex(/^[^\s#\p{Cc}]+$/u, 'must not contain spaces, # or control characters');
const Day = z.iso.date({ error: 'must be a date such as 1997-03-14' });
const Flag = z.string().max(128).min(1, 'must not be empty; leave it out instead');

/** A whole number in a URL, with what it is without. */
const whole = (min: number, max: number, otherwise: number) =>
  z.coerce.number({ error: `must be a whole number from ${min} to ${max}` })
    .int(`must be a whole number from ${min} to ${max}`).min(min, `must be a whole number from ${min} to ${max}`).max(max, `must be a whole number from ${min} to ${max}`)
    .default(otherwise);

const AsKnownOn = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'must be a date such as 2026-11-21, which means the end of that business day, or a time with an offset such as 2026-11-21T15:04:00+08:00',
}).optional().meta({ description: 'Answers what the API answered at that time.' });
const Format = z.enum(['json', 'csv'], { error: 'must be json or csv' }).optional().meta({ description: 'As an alternative to the Accept header.' });

export const KpiQuestion = z.object({
  from: Day.optional().meta({ description: 'First business day; without it the first day of the chain.' }),
  to: Day.optional().meta({ description: 'Business day after the last; without it, or beyond it, the day after the as-of date.' }),
  grain: z.enum(['day', 'month', 'quarter', 'year'], { error: 'must be one of day, month, quarter, year; leave it out for one row over the whole range' }).optional(),
  by: z.string().refine((text) => text.split(',').every((part) => parts.some((known) => known === part)), `must be one of ${parts.join(', ')}, or several of them separated by commas`)
    .optional().meta({ description: 'A row for each store, tier, associate, category, region or cohort, or for each combination of several: store,tier' }),
  store: Flag.optional(),
  tier: Flag.optional(),
  silence: whole(1, 3_650, 90).meta({ description: 'Days of silence after which a customer counts as lost.' }),
  top: whole(1, 100, 20).meta({ description: 'Per cent of customers that count as the top.' }),
  asKnownOn: AsKnownOn,
  format: Format,
});
export type KpiQuestion = z.output<typeof KpiQuestion>;

export const CustomerQuestion = z.object({
  view: z.enum(['night', 'live'], { error: 'must be night or live' }).default('night').meta({ description: 'live folds in the facts that came since the night, as of today.' }),
  asKnownOn: AsKnownOn,
}).refine(({ view, asKnownOn }) => view === 'night' || asKnownOn === undefined, { path: ['asKnownOn'], error: 'cannot be combined with view=live, which is about now' });
export type CustomerQuestion = z.output<typeof CustomerQuestion>;

const Page = {
  limit: whole(1, 200, 50),
  cursor: z.string().max(1_000).optional().meta({ description: 'Where the page before ended; follow the Link header.' }),
};

export const SearchQuestion = z.object({
  q: z.string().max(128).default('').meta({ description: 'How the customer id begins, any part of her name, or at least the last four digits of her phone number.' }),
  store: Flag.optional(),
  asKnownOn: AsKnownOn,
  ...Page,
  format: Format,
});
export type SearchQuestion = z.output<typeof SearchQuestion>;

export const listNames = ['at-risk', 'birthdays', 'upgrade-near', 'downgrade-near', 'outside-core', 'top-customers', 'key-customers'] as const;
export type ListName = (typeof listNames)[number];
export const ListQuestion = z.object({
  store: Flag.optional(),
  associate: Flag.optional().meta({ description: 'Only customers whom this associate owns.' }),
  month: z.coerce.number({ error: 'must be a month from 1 to 12' }).int('must be a month from 1 to 12').min(1, 'must be a month from 1 to 12').max(12, 'must be a month from 1 to 12')
    .optional().meta({ description: 'For birthdays; without it the month after the as-of date.' }),
  asKnownOn: AsKnownOn,
  ...Page,
  format: Format,
});
export type ListQuestion = z.output<typeof ListQuestion>;

export const ReportQuestion = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10').optional().meta({ description: 'Without it the latest month that is over.' }),
  store: Flag.optional(),
  associate: Flag.optional().meta({ description: 'The page of one associate: what she sold, whom she owns and whom she enrolled.' }),
  asKnownOn: AsKnownOn,
  format: Format,
});
export type ReportQuestion = z.output<typeof ReportQuestion>;

export const TiersQuestion = z.object({ store: Flag.optional(), asKnownOn: AsKnownOn });
export type TiersQuestion = z.output<typeof TiersQuestion>;

export const TierHistoryQuestion = z.object({ asKnownOn: AsKnownOn });
export type TierHistoryQuestion = z.output<typeof TierHistoryQuestion>;

export const FactsQuestion = z.object({
  arrivedBy: z.iso.datetime({ offset: true, error: 'must be a time with an offset such as 2026-11-21T15:04:00+08:00' }).optional().meta({ description: 'Only what had come by then; a fact that came again counts from when it did.' }),
});
export type FactsQuestion = z.output<typeof FactsQuestion>;

export const AfterReturnQuestion = z.object({
  sale: Id.meta({ description: 'The sale that would come back.' }),
  sku: Flag.optional().meta({ description: 'Only this article of it; without it the whole sale.' }),
  quantity: z.coerce.number({ error: 'must be a whole number from 1' }).int('must be a whole number from 1').min(1, 'must be a whole number from 1').optional().meta({ description: 'So many of the article; without it all she has left.' }),
}).refine(({ sku, quantity }) => sku !== undefined || quantity === undefined, { path: ['quantity'], error: 'needs an sku of which so many come back' });
export type AfterReturnQuestion = z.output<typeof AfterReturnQuestion>;

/** A tier set by hand. The author is whoever sends it. */
export const OverrideOrder = z.strictObject({
  tier: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500),
  expiresOn: Day.meta({ description: 'Last day on which it holds.' }),
});
export type OverrideOrder = z.output<typeof OverrideOrder>;

/** A customer given to another associate. */
export const TransferOrder = z.strictObject({
  associateId: Id.meta({ description: 'Who owns her from now on.' }),
  storeId: Id.optional().meta({ description: 'The store she goes to; without it she stays in hers.' }),
});
export type TransferOrder = z.output<typeof TransferOrder>;

const growthRange = 'must be a share from 0 to 1, usually 0.15 to 0.30';
const Thresholds = z.string().regex(/^\d{1,12}(,\d{1,12}){0,9}$/, 'must be up to ten amounts in minor units, such as 50000,80000')
  .transform((text) => text.split(',').map(Number));
export const ThresholdQuestion = z.object({
  growth: z.coerce.number({ error: growthRange }).min(0, growthRange).max(1, growthRange).default(0.2).meta({ description: 'By how much a threshold shall lie above an ordinary ticket: 0.15 to 0.30.' }),
  months: whole(1, 120, 12).meta({ description: 'Months up to the as-of date that are looked at.' }),
  thresholds: Thresholds.optional().meta({ description: 'Other thresholds to compare with, such as those of competitors: up to ten amounts in minor units, separated by commas.' }),
  store: Flag.optional(),
  asKnownOn: AsKnownOn,
});
export type ThresholdQuestion = z.output<typeof ThresholdQuestion>;

export const RunsQuestion = z.object({ limit: whole(1, 100, 20) });
export const NightOrder = z.strictObject({ asOf: Day.optional().meta({ description: 'Business day up to which facts count; without it today.' }) });
export type NightOrder = z.output<typeof NightOrder>;

export const ReplayOrder = z.strictObject({
  policy: z.unknown().refine((document) => document !== undefined, 'must be a policy document; /v1/schemas/Policy describes it'),
  asOf: Day.optional().meta({ description: 'Business day to judge everybody on, at the latest that of the published run.' }),
});
export type ReplayOrder = z.output<typeof ReplayOrder>;

export const CustomerPath = z.object({ id: Id });
export const KpiPath = z.object({ id: Id });
export const RunPath = z.object({ id: Id });
export const ReplayPath = z.object({ id: Id });
export const ErasurePath = z.object({ id: Id });
export const ListPath = z.object({ list: z.enum(listNames, { error: `must be one of ${listNames.join(', ')}` }) });

/** One event as it is sent to the API. */
export const SentEvent = z.object({ 'detail-type': z.enum(eventTypes), detail: z.looseObject({}) });
export const mostEventsAtOnce = 500;
export const SentEvents = z.union([SentEvent, z.object({ events: z.array(SentEvent).min(1).max(mostEventsAtOnce) })]);
