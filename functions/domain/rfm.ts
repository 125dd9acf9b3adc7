import type { Day } from './calendar.ts';
import type { History } from './history.ts';
import { occasionsIn } from './kpis/kpi.ts';

/** Whole days since the last occasion, occasions, and net spend in minor units: the three raw values behind an RFM score. */
export interface RfmValues { recency: number; frequency: number; monetary: number }

/** Scores 1 (worst) to 5 (best) and the segment they name. */
export interface Rfm { recency: number; frequency: number; monetary: number; segment: RfmSegment }

export type RfmSegment =
  | 'champions' | 'loyal' | 'potential-loyal' | 'new' | 'promising'
  | 'need-attention' | 'about-to-sleep' | 'at-risk' | 'cannot-lose' | 'hibernating' | 'lost';

/** For each measure the smallest value that earns a score of 2, 3, 4 and 5; null where no value does. Recency is negated, so that more is better. */
export interface RfmCuts { recency: Cuts; frequency: Cuts; monetary: Cuts }
type Cuts = readonly (number | null)[];

/** The raw values of a customer at the as-of date; null when she kept nothing. */
export function rfmValues({ purchases }: History, asOf: Day): RfmValues | null {
  const last = purchases.at(-1);
  if (!last) return null;
  return { recency: asOf - last.day, frequency: occasionsIn(purchases), monetary: purchases.reduce((sum, { netSpend }) => sum + netSpend, 0) };
}

/**
 * The cuts of a population by the tie rule `less`: score = min(5, ⌊5 L ÷ n⌋ + 1) with L the number of customers strictly worse,
 * so that equal values always get equal scores.
 */
export function rfmCuts(values: readonly RfmValues[]): RfmCuts {
  return {
    recency: cutsOf(values.map(({ recency }) => -recency)),
    frequency: cutsOf(values.map(({ frequency }) => frequency)),
    monetary: cutsOf(values.map(({ monetary }) => monetary)),
  };
}

/** The scores of one customer against the cuts of her population. */
export function rfmOf(values: RfmValues, cuts: RfmCuts): Rfm {
  const scores = {
    recency: scoreOf(-values.recency, cuts.recency),
    frequency: scoreOf(values.frequency, cuts.frequency),
    monetary: scoreOf(values.monetary, cuts.monetary),
  };
  return { ...scores, segment: segmentOf(scores) };
}

function cutsOf(values: number[]): Cuts {
  const ascending = Float64Array.from(values).sort();
  const n = ascending.length;
  return [1, 2, 3, 4].map((fifths) => {
    for (let at = Math.ceil((fifths * n) / 5); at < n; at++) {
      if (ascending[at] !== ascending[at - 1]) return ascending[at]!;
    }
    return null;
  });
}

function scoreOf(value: number, cuts: Cuts): number {
  return 1 + cuts.filter((cut) => cut !== null && value >= cut).length;
}

/** Segments by recency and the mean of frequency and monetary, after the grid that RFM tools share. */
function segmentOf({ recency, frequency, monetary }: Omit<Rfm, 'segment'>): RfmSegment {
  const loyalty = (frequency + monetary) / 2;
  if (recency >= 4) {
    if (loyalty >= 4) return recency === 5 ? 'champions' : 'loyal';
    if (loyalty >= 2) return 'potential-loyal';
    return recency === 5 ? 'new' : 'promising';
  }
  if (recency === 3) {
    if (loyalty >= 4) return 'loyal';
    return loyalty >= 3 ? 'need-attention' : 'about-to-sleep';
  }
  if (loyalty >= 4.5 && recency === 1) return 'cannot-lose';
  if (loyalty >= 3) return 'at-risk';
  return recency === 2 ? 'hibernating' : 'lost';
}
