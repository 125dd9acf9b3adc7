import { formatMonth, monthOf, type Month } from '../../calendar.ts';
import { compareText } from '../../compare-text.ts';
import { isWalkIn } from '../../ledger/partition.ts';
import { wilson } from '../../statistics/proportion.ts';
import { dimensions, type CustomerRecord, type KpiQuery, type KpiRow, type Place, type TableKpi } from '../kpi.ts';
import { slicesWhereItHappened } from '../slices.ts';

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
  cutBy: dimensions,
  table: cohortRows,
};

function cohortRows(customers: Iterable<CustomerRecord>, query: KpiQuery): KpiRow[] {
  const places = new Map<string, { place: Place; cohorts: Map<Month, number[]> }>();
  const [firstMonth, lastMonth] = [monthOf(query.from), monthOf(query.to - 1)];
  for (const customer of customers) {
    const { history: { customerId }, score: { tier } } = customer;
    if (isWalkIn(customerId) || (query.tier !== null && tier !== query.tier) || (query.by.includes('tier') && tier === null)) continue;
    for (const { place, purchases } of slicesWhereItHappened(customer, query)) {
      const months = new Set(purchases.map(({ day }) => monthOf(day)));
      const [cohort] = months;
      if (cohort === undefined || cohort < firstMonth || cohort > lastMonth) continue;
      const key = query.by.map((dimension) => place[dimension]).join('\n');
      const { cohorts } = places.get(key) ?? places.set(key, { place, cohorts: new Map() }).get(key)!;
      let active = cohorts.get(cohort);
      if (!active) cohorts.set(cohort, active = Array.from({ length: lastMonth - cohort + 1 }, () => 0));
      for (const month of months) if (month <= lastMonth) active[month - cohort]! += 1;
    }
  }
  return [...places].sort(([a], [b]) => compareText(a, b)).flatMap(([, { place, cohorts }]) => rowsOf(place, cohorts));
}

function rowsOf(place: Place, cohorts: ReadonlyMap<Month, number[]>): KpiRow[] {
  return [...cohorts].sort(([a], [b]) => a - b).flatMap(([cohort, active]) => active.map((customersActive, month): KpiRow => ({
    ...place,
    period: formatMonth(cohort),
    cohort: formatMonth(cohort),
    month,
    value: customersActive / active[0]!,
    n: active[0]!,
    interval: wilson(customersActive, active[0]!),
  })));
}
