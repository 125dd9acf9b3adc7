import { readFileSync } from 'node:fs';
import type { PurchaseSummaries } from '../../functions/domain/value/summary.ts';
import { readSummary } from '../cli/clv/read-summary.ts';

/** The customers of a summary table. */
export function loadSummaries(path: string): PurchaseSummaries {
  return readSummary(path, readFileSync(path), { marginRate: null, timeUnit: 'weeks' }, () => {}).summaries;
}
