import { SummaryColumns } from '../../../../functions/domain/value/summary-columns.ts';
import type { PurchaseSummaries, PurchaseSummary } from '../../../../functions/domain/value/summary.ts';

/** Summaries as columns. */
export function columnsOf(customers: readonly PurchaseSummary[]): PurchaseSummaries {
  const columns = new SummaryColumns();
  for (const customer of customers) columns.add(customer);
  return columns.columns();
}
