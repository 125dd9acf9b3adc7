import type { ServiceClass } from '../contacts/purposes.ts';
import type { ServiceHours } from './clock.ts';

/** What a tier is promised: hours of the clock until somebody replies and until the case is resolved. */
export interface ServiceTarget { replyHours: number; resolveHours: number }

/** What the chain may decide about its service to those who complain. */
export interface ServiceSettings {
  /** The hours of business in which its clock runs; null for a clock that never stands still. */
  hours: ServiceHours | null;
  /** What each class of service promises. */
  targets: Readonly<Record<ServiceClass, ServiceTarget>>;
  /** The class of each tier; other tiers, and customers without one, are promised the middle one. */
  classes: Readonly<Record<string, ServiceClass>>;
  /** Days after a resolved complaint within which buying again counts. */
  repurchaseDays: number;
}

/** What the chain may decide about measuring satisfaction; every number is a default. */
export interface SatisfactionSettings {
  /**
   * How many of the highest answers of a CSAT scale count as satisfied, by the scale's highest answer.
   * The convention of survey tools (Formbricks, documentation of the rating question): one of three, two of four to seven, three of ten.
   */
  positiveAnswers: Readonly<Record<number, number>>;
  /** Fewer answers than this: the score is hidden and only their number shown. */
  hiddenBelow: number;
  /** Fewer answers than this: shown with its interval, but neither ranked nor coloured. */
  unrankedBelow: number;
  /** Days for which an answer says how a customer feels today. */
  moodDays: number;
  service: ServiceSettings;
}

const defaultServiceSettings: ServiceSettings = {
  hours: null,
  targets: {
    high: { replyHours: 4, resolveHours: 24 },
    middle: { replyHours: 24, resolveHours: 72 },
    low: { replyHours: 48, resolveHours: 168 },
  },
  // The highest and the lowest tier of each ladder preset.
  classes: { platinum: 'high', diamond: 'high', a: 'high', high: 'high', lead: 'low', c: 'low', low: 'low' },
  repurchaseDays: 90,
};

export const defaultSatisfactionSettings: SatisfactionSettings = {
  positiveAnswers: { 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 3, 10: 3 },
  hiddenBelow: 5,
  unrankedBelow: 30,
  moodDays: 365,
  service: defaultServiceSettings,
};
