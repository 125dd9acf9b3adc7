import type { Day } from '../calendar.ts';
import { defaultLifecycleSettings, type LifecycleSettings } from '../lifecycle/settings.ts';
import type { Channel } from '../ledger/facts.ts';
import { defaultTemplates } from './default-templates.ts';
import { hoursOf, purposes, type HourWindow, type Purpose, type ServiceClass } from './purposes.ts';
import { festivals } from './festivals.ts';
import type { Language, Templates } from './templates.ts';

/** Something the chain tells its customers about on a date: a promotion, an event, a festival, a weather swing. */
export interface Campaign {
  id: string;
  purpose: 'promotion' | 'invitation' | 'launch' | 'new-arrivals' | 'festival' | 'weather' | 'travel';
  /** The day it is about. */
  day: Day;
  title: Readonly<Record<Language, string>>;
  /** Only these tiers, stores or favourite categories; without them everybody. */
  tiers?: readonly string[];
  stores?: readonly string[];
  categories?: readonly string[];
}

/** Who gets which service: channels in order of preference, and purposes. */
export interface ServicePlan { channels: readonly Channel[]; purposes: readonly Purpose[] }

/** What the chain may decide about contacts; every number is a default. */
export interface ContactSettings {
  brand: string;
  currency: string;
  /** What stores and associates are called in texts and lists; others by their id. */
  storeNames: Readonly<Record<string, string>>;
  staff: Readonly<Record<string, string>>;
  /** Messages are allowed from the first hour up to, not including, the second; the rest of the day is quiet. */
  allowedHours: HourWindow;
  /** Messages in any seven days, and non-sales messages in a calendar month. */
  mostPerWeek: number;
  mostNonSalesPerMonth: number;
  welcomeDays: number;
  thankYouDays: number;
  greetingDay: number;
  /** Visitors before this hour met the early shift. */
  lateShiftFrom: number;
  promotionDaysAhead: number;
  /** First day before an event, launch or new arrival on which it may be announced. */
  announceDaysAhead: number;
  tierMoveDays: number;
  /** Days ahead that a text names where nothing that counts for a rise runs out. */
  upgradeOfferDays: number;
  winBackDays: number;
  followUpDays: number;
  surveyAfterDays: number;
  surveyDays: number;
  daysBetweenSurveys: number;
  hours: Readonly<Record<Purpose, readonly [HourWindow, HourWindow?]>>;
  /** Service class of each tier; others get the middle one. */
  classes: Readonly<Record<string, ServiceClass>>;
  plans: Readonly<Record<ServiceClass, ServicePlan>>;
  campaigns: readonly Campaign[];
  /** Birthday gift of each tier, in minor units of cost. */
  gifts: Readonly<Record<string, { name: string; cost: number }>>;
  templates: Templates;
  /** From what silence on win-back is due, and who is held back from it. */
  lifecycle: LifecycleSettings;
}

const massPurposes: readonly Purpose[] = ['complaint-follow-up', 'welcome', 'birthday', 'promotion', 'festival', 'survey', 'upgrade-near'];

export const defaultContactSettings: ContactSettings = {
  brand: 'Guibin',
  currency: 'CNY',
  storeNames: {},
  staff: {},
  allowedHours: { from: 9, to: 20 },
  mostPerWeek: 2,
  mostNonSalesPerMonth: 1,
  welcomeDays: 7,
  thankYouDays: 7,
  greetingDay: 30,
  lateShiftFrom: 15,
  promotionDaysAhead: 3,
  announceDaysAhead: 7,
  tierMoveDays: 7,
  upgradeOfferDays: 90,
  winBackDays: 14,
  followUpDays: 3,
  surveyAfterDays: 2,
  surveyDays: 5,
  daysBetweenSurveys: 90,
  hours: hoursOf,
  classes: {},
  plans: {
    high: { channels: ['call', 'wechat', 'sms', 'email', 'post'], purposes },
    middle: { channels: ['wechat', 'sms', 'email'], purposes },
    low: { channels: ['sms', 'email', 'wechat'], purposes: massPurposes },
  },
  campaigns: festivals,
  gifts: {},
  templates: defaultTemplates,
  lifecycle: defaultLifecycleSettings,
};
