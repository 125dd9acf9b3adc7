import type { Day } from '../../../functions/domain/calendar.ts';
import type { PurchaseSummaries } from '../../../functions/domain/value/summary.ts';

/** What a file says once it is read: everybody's summary at the end of the calibration, and what happened after it. */
export interface Input {
  /** The id of a customer by her place in the summaries. */
  idOf: (place: number) => string;
  summaries: PurchaseSummaries;
  hasMoney: boolean;
  /** Null for a summary table, which does not say. */
  calibrationEnd: Day | null;
  /** The hold-out that follows, as far as the file reaches; null if there is none. */
  holdout: { weeks: number; occasions: Float64Array; spend: Float64Array } | null;
}
