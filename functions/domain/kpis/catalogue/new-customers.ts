import type { SeriesKpi } from '../kpi.ts';
import { countTally, isNew } from '../tallies.ts';

export const newCustomers: SeriesKpi = {
  id: 'new-customers',
  unit: 'count',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'New customers', 'zh-CN': '新顾客数', 'zh-TW': '新顧客數' },
  definition: {
    en: 'Customers whose first purchase lies in the period.',
    'zh-CN': '首次购买落在期间内的顾客数。',
    'zh-TW': '首次購買落在期間內的顧客數。',
  },
  tally: () => countTally(isNew),
};
