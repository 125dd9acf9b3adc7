import type { Answer } from '../history.ts';
import { adjustedWald, wilson, type Interval } from '../statistics/proportion.ts';
import { studentT95 } from '../statistics/student-t.ts';
import { feelingOf } from './feeling.ts';
import { defaultSatisfactionSettings, type SatisfactionSettings } from './settings.ts';

/** Counts of answers from which every satisfaction score follows; tallies of parts add up to the tally of the whole. */
export interface Tally {
  csat: number; csatPositive: number;
  nps: number; npsPromoters: number; npsDetractors: number;
  ces: number; cesEasy: number; cesSum: number; cesSquares: number;
}

/** A score with the number of answers behind it; `value` is null when nobody answered. */
export interface Score { value: number | null; n: number; interval: Interval | null }

/** A tally of no answers. */
export function emptyTally(): Tally {
  return { csat: 0, csatPositive: 0, nps: 0, npsPromoters: 0, npsDetractors: 0, ces: 0, cesEasy: 0, cesSum: 0, cesSquares: 0 };
}

/** Counts one answer into a tally. An answer that its scale does not have is passed over: it is neither a detractor nor a passive. */
export function addAnswer(tally: Tally, answer: Answer, settings: SatisfactionSettings = defaultSatisfactionSettings): Tally {
  const feeling = feelingOf(answer, settings);
  if (feeling === null) return tally;
  if (answer.metric === 'csat') {
    tally.csat += 1;
    if (feeling === 'positive') tally.csatPositive += 1;
  } else if (answer.metric === 'nps') {
    tally.nps += 1;
    if (feeling === 'positive') tally.npsPromoters += 1;
    if (feeling === 'negative') tally.npsDetractors += 1;
  } else {
    tally.ces += 1;
    tally.cesSum += answer.score;
    tally.cesSquares += answer.score ** 2;
    if (feeling === 'positive') tally.cesEasy += 1;
  }
  return tally;
}

/** The tally of two sets of answers together. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return {
    csat: a.csat + b.csat, csatPositive: a.csatPositive + b.csatPositive,
    nps: a.nps + b.nps, npsPromoters: a.npsPromoters + b.npsPromoters, npsDetractors: a.npsDetractors + b.npsDetractors,
    ces: a.ces + b.ces, cesEasy: a.cesEasy + b.cesEasy, cesSum: a.cesSum + b.cesSum, cesSquares: a.cesSquares + b.cesSquares,
  };
}

const shareOf = (part: number, n: number): Score => ({ value: n === 0 ? null : part / n, n, interval: wilson(part, n) });

/** CSAT: the share (0–1) of answers in the positive box, with its Wilson interval. */
export function csatOf(tally: Tally): Score {
  return shareOf(tally.csatPositive, tally.csat);
}

/** NPS: per cent promoters minus per cent detractors (−100…100), with its adjusted Wald interval. */
export function npsOf({ npsPromoters, npsDetractors, nps: n }: Tally): Score {
  const interval = adjustedWald(npsPromoters, npsDetractors, n);
  return {
    value: n === 0 ? null : (100 * (npsPromoters - npsDetractors)) / n,
    n,
    interval: interval && [100 * interval[0], 100 * interval[1]],
  };
}

/** CES: the mean answer (1–7, 7 = easy) with the t interval of a mean, which one answer alone does not have. */
export function cesOf({ ces: n, cesSum, cesSquares }: Tally): Score {
  if (n === 0) return { value: null, n, interval: null };
  const mean = cesSum / n;
  if (n === 1) return { value: mean, n, interval: null };
  const variance = Math.max(0, (n * cesSquares - cesSum ** 2) / (n * (n - 1)));
  const margin = studentT95(n - 1) * Math.sqrt(variance / n);
  return { value: mean, n, interval: [Math.max(1, mean - margin), Math.min(7, mean + margin)] };
}

/** The share (0–1) of CES answers from 5 to 7, with its Wilson interval. */
export function easyShareOf(tally: Tally): Score {
  return shareOf(tally.cesEasy, tally.ces);
}
