import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PurchaseSummaries } from '../../functions/domain/value/summary.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Whether the reference data lie beside the repository; they are too large and too restricted to be part of it. */
export const referenceIsThere = existsSync(`${shared}reference/cdnow_sample.json`);

export const datasets = ['cdnow_sample', 'cdnow_full', 'online_retail', 'online_retail_asof', 'grocery'] as const;
export type Dataset = (typeof datasets)[number];

/** One model of a reference file: the maximum that several programs agree on, and fixed parameters to score at. */
export interface ReferenceModel {
  mle: { params: Record<string, number>; standard_errors?: Record<string, number> };
  best_log_likelihood: number;
  nbd_limit?: { log_likelihood: number; r: number; alpha: number };
  degenerate?: { is_degenerate: boolean };
  scoring_params: Record<string, number>;
}
export interface ReferenceAccuracy {
  total_predicted: number; total_actual: number; mae: number; rmse: number;
  by_calibration_frequency: Record<string, { customers: number; mean_predicted: number; mean_actual: number }>;
}
export interface Reference {
  models: { bgnbd: ReferenceModel; paretonbd: ReferenceModel; gammagamma?: ReferenceModel & { population_mean: number } };
  population_expected_repeat_purchases: Record<'bgnbd' | 'paretonbd', Record<string, number>>;
  totals_all_customers: Record<string, number>;
  discount: { continuous_weekly_delta_for_dert: number };
  holdout?: { horizon_weeks: number; bgnbd: ReferenceAccuracy; paretonbd: ReferenceAccuracy; 'naive_rate (x/T*H)': ReferenceAccuracy };
  customers: (Record<string, number> & { frequency: number; recency: number; T: number; monetary_value: number })[];
}

export function reference(dataset: Dataset): Reference {
  return JSON.parse(readFileSync(`${shared}reference/${dataset}.json`, 'utf8')) as Reference;
}

/** The summaries that a reference was computed on, with what happened in its hold-out. */
export function summariesOf(dataset: Dataset): PurchaseSummaries & { holdoutOccasions: Float64Array; holdoutSpend: Float64Array } {
  const [header, ...rows] = readFileSync(`${shared}data/summaries/${dataset}.csv`, 'utf8').trim().split('\n').map((line) => line.split(','));
  const column = (name: string) => {
    const at = header!.indexOf(name);
    return Float64Array.from(rows, (row) => (at < 0 ? 0 : Number(row[at])));
  };
  return {
    length: rows.length, frequency: column('frequency'), recency: column('recency'), age: column('T'), monetaryValue: column('monetary_value'),
    holdoutOccasions: column('holdout_frequency'), holdoutSpend: column('holdout_spend'),
  };
}
