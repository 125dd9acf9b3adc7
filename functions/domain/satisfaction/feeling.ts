import type { Answer } from '../history.ts';
import { defaultSatisfactionSettings, type SatisfactionSettings } from './settings.ts';

/** What one answer says: above, between or below the lines that its metric draws. */
export type Feeling = 'positive' | 'neutral' | 'negative';

const highestAnswer = { nps: 10, ces: 7 } as const;

/**
 * What one answer says about a customer, or null when it lies outside its scale or between two answers.
 * CSAT: the highest answers by scale are positive, as many of the lowest negative. NPS: 9–10 and 0–6. CES (7 = easy): 5–7 and 1–3.
 */
export function feelingOf({ metric, score, scale }: Answer, settings: SatisfactionSettings = defaultSatisfactionSettings): Feeling | null {
  const top = metric === 'csat' ? scale : highestAnswer[metric];
  if (!Number.isInteger(score) || score < (metric === 'nps' ? 0 : 1) || score > top) return null;
  if (metric === 'nps') return band(score, 9, 6);
  if (metric === 'ces') return band(score, 5, 3);
  const counted = settings.positiveAnswers[top];
  return counted === undefined ? null : band(score, top - counted + 1, counted);
}

function band(score: number, positiveFrom: number, negativeTo: number): Feeling {
  if (score >= positiveFrom) return 'positive';
  return score <= negativeTo ? 'negative' : 'neutral';
}
