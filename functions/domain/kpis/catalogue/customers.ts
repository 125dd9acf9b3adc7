import type { SeriesKpi } from '../kpi.ts';
import { countTally } from '../tallies.ts';

export const customers: SeriesKpi = {
  id: 'customers',
  unit: 'count',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'Customers', 'zh-CN': '购买顾客数', 'zh-TW': '購買顧客數' },
  definition: {
    en: 'Different known customers with at least one unit kept in the period.',
    'zh-CN': '期间内至少保留一件商品的不同会员数。',
    'zh-TW': '期間內至少保留一件商品的不同會員數。',
  },
  tally: () => countTally(() => true),
};
