import type { Day } from '../../../functions/domain/calendar.ts';
import type { PurchaseSummaries } from '../../../functions/domain/value/summary.ts';

/** What a file says once it is read: everybody's summary at the end of the calibration, and what happened after it. */
export interface Input {
  /** The id of a customer by her place in the summaries. */
  idOf: (place: number) => string;
  summaries: PurchaseSummaries;
  hasMoney: boolean;
  /** Each customer's profit share of her spend. */
  marginOf: (place: number) => number;
  /** Whether margins come from costs in the file, from `--margin-rate`, or are not asked for: then value is spend. */
  marginSource: 'cost' | 'setting' | null;
  /** Of raw purchases: how many rows there were, how many of them were left out for which reason, and the first day. */
  purchases: { rows: number; leftOut: Record<string, number>; firstDay: Day } | null;
  /** Null for a summary table, which does not say. */
  calibrationEnd: Day | null;
  /** The hold-out that follows, as far as the file reaches; null if there is none. */
  holdout: { weeks: number; occasions: Float64Array; spend: Float64Array } | null;
}
