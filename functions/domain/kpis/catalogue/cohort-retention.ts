import { formatMonth, monthOf, type Month } from '../../calendar.ts';
import { isWalkIn } from '../../ledger/partition.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { CustomerRecord, KpiQuery, KpiRow, TableKpi } from '../kpi.ts';

export const cohortRetention: TableKpi = {
  id: 'cohort-retention',
  unit: 'share',
  moreIsBetter: true,
  name: { en: 'Cohort retention', 'zh-CN': '同期群留存', 'zh-TW': '同期群留存' },
  definition: {
    en: 'Of the customers whose first purchase fell in a month (cohort), the share who bought again in the month that is so many months later (month, from 0); n is the size of the cohort.',
    'zh-CN': '首次购买在某月（cohort）的顾客中，于其后第几个月（month，从 0 起）有购买的占比；n 为该群人数。',
    'zh-TW': '首次購買在某月（cohort）的顧客中，於其後第幾個月（month，從 0 起）有購買的占比；n 為該群人數。',
  },
  table: cohortRows,
};

function cohortRows(customers: Iterable<CustomerRecord>, { from, to, store, tier }: KpiQuery): KpiRow[] {
  const cohorts = new Map<Month, number[]>();
  const [firstMonth, lastMonth] = [monthOf(from), monthOf(to - 1)];
  for (const { history, score } of customers) {
    if (isWalkIn(history.customerId) || (tier !== null && score.tier !== tier)) continue;
    const months = new Set(history.purchases.filter((p) => store === null || p.storeId === store).map(({ day }) => monthOf(day)));
    const [cohort] = months;
    if (cohort === undefined || cohort < firstMonth || cohort > lastMonth) continue;
    let active = cohorts.get(cohort);
    if (!active) cohorts.set(cohort, active = Array.from({ length: lastMonth - cohort + 1 }, () => 0));
    for (const month of months) if (month <= lastMonth) active[month - cohort]! += 1;
  }
  return [...cohorts].sort(([a], [b]) => a - b).flatMap(([cohort, active]) => active.map((customersActive, month): KpiRow => ({
    period: formatMonth(cohort),
    cohort: formatMonth(cohort),
    month,
    value: customersActive / active[0]!,
    n: active[0]!,
    interval: wilson(customersActive, active[0]!),
  })));
}
