import type { SeriesKpi } from '../kpi.ts';
import { countTally, silenceAtEnd } from '../tallies.ts';

export const activeCustomers: SeriesKpi = {
  id: 'active-customers',
  unit: 'count',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Active customers', 'zh-CN': '活跃顾客数', 'zh-TW': '活躍顧客數' },
  definition: {
    en: 'Customers who kept something within the last 90 days (silence=) before the end of the period.',
    'zh-CN': '截至期末，最近 90 天（silence=）内有购买的顾客数。',
    'zh-TW': '截至期末，最近 90 天（silence=）內有購買的顧客數。',
  },
  tally: ({ silence }) => countTally((customer) => {
    const silent = silenceAtEnd(customer);
    return silent !== null && silent <= silence;
  }),
};
