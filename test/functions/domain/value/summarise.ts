import type { Day } from '../../../../functions/domain/calendar.ts';
import type { History } from '../../../../functions/domain/history.ts';
import { occasionsOf } from '../../../../functions/domain/value/occasions.ts';
import { summaryOf, type PurchaseSummary } from '../../../../functions/domain/value/summary.ts';

/** One customer's summary as it was seen at the end of a day, or null if she had bought nothing by then. */
export function summarise(history: History, asOf: Day): PurchaseSummary | null {
  return summaryOf(occasionsOf(history, asOf), asOf);
}
