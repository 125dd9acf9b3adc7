import type { SeriesKpi } from '../kpi.ts';
import { countTally } from '../tallies.ts';

export const members: SeriesKpi = {
  id: 'members',
  unit: 'count',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Member base', 'zh-CN': '会员总数', 'zh-TW': '會員總數' },
  definition: {
    en: 'Customers known by the end of the period, whether they bought or not.',
    'zh-CN': '截至期末已登记或已购买的顾客数。',
    'zh-TW': '截至期末已登記或已購買的顧客數。',
  },
  tally: () => countTally(() => true),
};
