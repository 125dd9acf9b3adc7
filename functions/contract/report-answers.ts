import { z } from 'zod';
import { KpiRow, KpiUnit, Provenance } from './answers.ts';
import { Localized } from './localized.ts';

/** The monthly VIP report as the API tells it. Money is integer minor units of the answer's `currency`, shares are 0–1, NPS is −100…100. */

const Measured = z.object({ value: z.number().nullable(), n: z.number(), interval: z.tuple([z.number(), z.number()]).optional(), suppressed: z.boolean().optional() });
/** By how much a figure changed: shares and scores in points, everything else relative; `clear` says whether more than chance explains it, null where that cannot be judged. */
const Change = z.object({ by: z.number().nullable(), clear: z.boolean().nullable() });

export const ReportFigure = z.object({
  /** The id of one of `measures`. */
  measure: z.string(),
  now: Measured,
  /** Null before the chain had any facts. */
  lastMonth: Measured.nullable(),
  lastYear: Measured.nullable(),
  sinceLastMonth: Change,
  sinceLastYear: Change,
});
export type ReportFigure = z.infer<typeof ReportFigure>;

const figures = z.array(ReportFigure);
export const ReportMeasure = z.object({ id: z.string(), unit: KpiUnit, name: Localized, definition: Localized, moreIsBetter: z.boolean().nullable() });
export type ReportMeasure = z.infer<typeof ReportMeasure>;

export const ReportAnswer = Provenance.extend({
  /** The month as `2026-10`, the one before and the same a year before. */
  months: z.object({ now: z.string(), lastMonth: z.string(), lastYear: z.string() }),
  /** The last business day that counts; before the end of the month where it is not over. */
  through: z.string(),
  store: z.string().nullable(),
  associate: z.string().nullable(),
  measures: z.array(ReportMeasure),
  figures,
  /** What to work on with walk-ins, with the middle tiers, and with the heavy buyers of the highest tier. */
  goals: z.array(z.object({ class: z.enum(['walk-in', 'middle', 'heavy']), figures })),
  categories: z.array(z.object({ category: z.string(), figures })),
  ageBands: z.array(z.object({ band: z.string(), figures })),
  /** Rows of the KPI cohort-retention: of whoever first bought in a month, the share who bought so many months later. */
  cohorts: z.array(KpiRow),
  stores: z.array(z.object({ store: z.string(), figures })),
  associates: z.array(z.object({ associate: z.string(), figures })),
  /** What the month's enrolments brought until today, by how the card was obtained. */
  channels: z.array(z.object({ channel: z.string(), enrolled: z.number(), bought: z.number(), netSpend: z.number() })),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;
