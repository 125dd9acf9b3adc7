import { z } from 'zod';
import { Localized } from './localized.ts';

/** What a chain decides about contacts, as it is put and got. What a document leaves out keeps its default. */

export const contactPurposes = [
  'complaint-follow-up', 'birthday', 'welcome', 'downgrade-near', 'win-back', 'upgrade-near', 'thank-you', 'invitation', 'launch', 'new-arrivals',
  'promotion', 'festival', 'anniversary', 'day-30', 'weather', 'travel', 'survey', 'visitor',
] as const;
const Purpose = z.enum(contactPurposes, { error: `must be one of ${contactPurposes.join(', ')}` });
const channels = ['sms', 'call', 'email', 'wechat', 'post'] as const;
const Channel = z.enum(channels, { error: `must be one of ${channels.join(', ')}` });

const Name = z.string().min(1, 'must not be empty').max(128);
const Key = z.string().min(1).max(64).regex(/^[^\s#/\p{Cc}]+$/u, 'must not contain spaces, slashes, # or control characters');
const days = (least: number, most = 366) => z.int(`must be a whole number of days from ${least} to ${most}`).min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);
const Hour = z.int('must be a whole hour').min(0, 'must be from 0 to 24').max(24, 'must be from 0 to 24');
const HourWindow = z.strictObject({ from: Hour, to: Hour }).refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than from' });
const text = z.string({ error: 'must be a text' }).max(500);
const Text = z.strictObject({ 'zh-CN': text, 'zh-TW': text, en: text });
const ServiceClass = z.enum(['high', 'middle', 'low'], { error: 'must be high, middle or low' });
const ServicePlan = z.strictObject({ channels: z.array(Channel).min(1, 'must name at least one channel'), purposes: z.array(Purpose) });
const Campaign = z.strictObject({
  id: Key,
  purpose: z.enum(['promotion', 'invitation', 'launch', 'new-arrivals', 'festival', 'weather', 'travel'], { error: 'must be promotion, invitation, launch, new-arrivals, festival, weather or travel' }),
  /** The day it is about. */
  day: z.iso.date({ error: 'must be a date such as 2027-02-06' }),
  title: Localized,
  tiers: z.array(Key).min(1).optional(),
  stores: z.array(Name).min(1).optional(),
  categories: z.array(Name).min(1).optional(),
});

/** By purpose: one window of hours, or two for those that are divided. */
const Hours = z.record(Purpose, z.tuple([HourWindow, HourWindow.optional()], { error: 'must be one window or two, each with from and to' }));
const Bodies = z.record(Purpose, Text);

const Fields = z.strictObject({
  version: z.int().min(1),
  brand: Name,
  storeNames: z.record(z.string(), Name),
  staff: z.record(z.string(), Name),
  allowedHours: HourWindow,
  mostPerWeek: z.int('must be a whole number').min(1, 'must be at least 1').max(21, 'must be at most 21'),
  mostNonSalesPerMonth: z.int('must be a whole number').min(0, 'must be at least 0').max(31, 'must be at most 31'),
  welcomeDays: days(1), thankYouDays: days(1), greetingDay: days(1), lateShiftFrom: Hour,
  promotionDaysAhead: days(0, 60), announceDaysAhead: days(1, 90), tierMoveDays: days(1, 60), upgradeOfferDays: days(1), winBackDays: days(1), followUpDays: days(1, 60),
  surveyAfterDays: days(1, 60), surveyDays: days(1, 60), daysBetweenSurveys: days(1, 730),
  hours: Hours,
  /** Service class of each tier; others get the middle one. */
  classes: z.record(z.string(), ServiceClass),
  plans: z.strictObject({ high: ServicePlan, middle: ServicePlan, low: ServicePlan }),
  campaigns: z.array(Campaign).max(500),
  /** Birthday gift of each tier, with its cost in minor units. */
  gifts: z.record(z.string(), z.strictObject({ name: Name, cost: z.int().min(0).max(1e12) })),
  templates: z.strictObject({ salutation: Text, anonymousSalutation: Text, signature: Text, bodies: Bodies }),
});
/** A document as it may be put: what it leaves out has its default. */
export const WrittenContactSettings = Fields.partial();

export const ContactSettingsDocument = Fields.superRefine(({ campaigns, hours }, ctx) => {
  const refuse = (path: (string | number)[], message: string): void => ctx.addIssue({ code: 'custom', path, message, input: undefined });
  campaigns.forEach(({ id }, i) => {
    const first = campaigns.findIndex((campaign) => campaign.id === id);
    if (first < i) refuse(['campaigns', i, 'id'], `'${id}' is already the id of campaigns.${first}`);
  });
  for (const purpose of ['promotion', 'visitor'] as const) {
    if (hours[purpose].length < 2) refuse(['hours', purpose], 'must have two windows: one for each half');
  }
});
export type ContactSettingsDocument = z.infer<typeof ContactSettingsDocument>;

/** What is wrong at one place of the document; the path reads like `campaigns.1.day`, empty for the whole. */
export interface ContactSettingsProblem { path: string; problem: string }
export type ContactSettingsResult = { ok: true; settings: ContactSettingsDocument } | { ok: false; problems: ContactSettingsProblem[] };

/** Checks a whole document as anybody may have written it, or says at which paths it is wrong and why. Never throws. */
export function parseContactSettings(document: unknown): ContactSettingsResult {
  const result = ContactSettingsDocument.safeParse(document);
  if (result.success) return { ok: true, settings: result.data };
  return { ok: false, problems: result.error.issues.flatMap(problemsOf) };
}

function problemsOf(issue: z.core.$ZodIssue): ContactSettingsProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), problem: 'is not a field of the contact settings' }));
  return [{ path: issue.path.join('.'), problem: issue.message.replace(/^Invalid input: /, 'must be another: ') }];
}
