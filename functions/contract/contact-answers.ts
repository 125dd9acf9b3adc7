import { z } from 'zod';
import { Provenance } from './answers.ts';
import { contactPurposes } from './contact-settings.ts';
import { Localized } from './localized.ts';

/** What may be asked and is answered about contacts: what there is to do, and that it was done. */

const Day = z.string();
const AskedDay = z.iso.date({ error: 'must be a date such as 2026-11-22' });
const Name = z.string().max(128).min(1, 'must not be empty; leave it out instead');
const limit = 'must be a whole number from 1 to 200';

export const ContactsQuestion = z.object({
  store: Name.optional(),
  associate: Name.optional().meta({ description: 'Only contacts of this associate.' }),
  customer: Name.optional().meta({ description: 'Only contacts of this customer.' }),
  grain: z.enum(['day', 'week', 'month'], { error: 'must be day, week or month' }).default('day').meta({ description: 'How far to look ahead from the day after the as-of date; from and to say it exactly.' }),
  from: AskedDay.optional().meta({ description: 'First business day; without it the day after the as-of date.' }),
  to: AskedDay.optional().meta({ description: 'Business day after the last.' }),
  limit: z.coerce.number({ error: limit }).int(limit).min(1, limit).max(200, limit).default(50),
  cursor: z.string().max(1_000).optional().meta({ description: 'Where the page before ended; follow the Link header.' }),
  format: z.enum(['json', 'csv'], { error: 'must be json or csv' }).optional().meta({ description: 'As an alternative to the Accept header.' }),
});
export type ContactsQuestion = z.output<typeof ContactsQuestion>;

export const contactOutcomes = ['reached', 'no-answer', 'not-interested', 'will-come', 'attended'] as const;
const Outcome = z.enum(contactOutcomes, { error: `must be one of ${contactOutcomes.join(', ')}` });
const channels = ['sms', 'call', 'email', 'wechat', 'post'] as const;
/** What a reader says about a contact she made; everything else about it the server knows. */
export const ContactOrder = z.strictObject({
  outcome: Outcome,
  channel: z.enum(channels, { error: `must be one of ${channels.join(', ')}` }).optional().meta({ description: 'How she was reached in the end; without it as planned.' }),
});
export type ContactOrder = z.output<typeof ContactOrder>;
export const ContactPath = z.object({ id: z.string().min(1).max(600) });

export const ContactItem = z.object({
  /** Stable; it names the contact in `POST /v1/contacts/{id}/made`. */
  id: z.string(),
  customerId: z.string(),
  name: z.string().nullable(),
  tier: z.string().nullable(),
  storeId: z.string(),
  associateId: z.string().nullable(),
  /** What the associate is called, where the settings say it. */
  associateName: z.string().nullable(),
  purpose: z.enum(contactPurposes),
  channel: z.enum(channels),
  /** The day it is due, the last on which it makes sense, and the hours. */
  day: Day,
  lastDay: Day,
  hours: z.object({ from: z.number(), to: z.number() }),
  /** Why, as values for a sentence: dates, amounts in minor units, names. */
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What a campaign is called. */
  title: Localized.optional(),
  /** What to say, in her language. */
  language: z.enum(['zh-CN', 'zh-TW', 'en']),
  text: z.string(),
  done: z.boolean(),
  outcome: z.string().nullable(),
});
export type ContactItem = z.infer<typeof ContactItem>;
export const ContactList = Provenance.extend({
  from: Day,
  /** The day after the last. */
  to: Day,
  items: z.array(ContactItem),
  total: z.number(),
  /** Those nobody has made yet. */
  open: z.number(),
  next: z.string().nullable(),
});
export type ContactList = z.infer<typeof ContactList>;

export const MadeContactAnswer = z.object({
  id: z.string(), customerId: z.string(), purpose: z.string(), channel: z.string(), outcome: Outcome, storeId: z.string(), associateId: z.string().nullable(), at: z.string(),
});
export type MadeContactAnswer = z.infer<typeof MadeContactAnswer>;
