import type { Day } from '../calendar.ts';
import type { Occasion } from './occasions.ts';

/**
 * What the purchase models look at of one customer (Fader, Hardie and Lee 2005): repeat occasions, when the last one was, and how long she could have bought.
 * Times are weeks since her first occasion; monetary value is the mean net spend of a repeat occasion in minor units, 0 without one.
 */
export interface PurchaseSummary { frequency: number; recency: number; age: number; monetaryValue: number }

/** Many summaries, column by column. */
export interface PurchaseSummaries {
  length: number;
  frequency: Float64Array;
  recency: Float64Array;
  age: Float64Array;
  monetaryValue: Float64Array;
}

export const DAYS_PER_WEEK = 7;

/** The summary of occasions in order of day up to the end of a day, or null without any. */
export function summaryOf(occasions: readonly Occasion[], asOf: Day): PurchaseSummary | null {
  const first = occasions[0];
  if (!first) return null;
  const frequency = occasions.length - 1;
  let repeatSpend = 0;
  for (let i = 1; i <= frequency; i++) repeatSpend += occasions[i]!.netSpend;
  return {
    frequency,
    recency: (occasions[frequency]!.day - first.day) / DAYS_PER_WEEK,
    age: (asOf - first.day) / DAYS_PER_WEEK,
    monetaryValue: frequency > 0 ? repeatSpend / frequency : 0,
  };
}
