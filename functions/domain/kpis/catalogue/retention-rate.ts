import type { SeriesKpi } from '../kpi.ts';
import { shareTally } from '../tallies.ts';

export const retentionRate: SeriesKpi = {
  id: 'retention-rate',
  unit: 'share',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Retention rate', 'zh-CN': '留存率', 'zh-TW': '留存率' },
  definition: {
    en: 'Share of the customers who bought in the days before the period, as many as it has, who bought in it again.',
    'zh-CN': '上一个等长期间内有购买的顾客中，本期再次购买的占比。',
    'zh-TW': '上一個等長期間內有購買的顧客中，本期再次購買的占比。',
  },
  tally: () => shareTally(({ allPurchases, purchases, from, to }) => {
    const boughtBefore = allPurchases.some(({ day }) => day >= from - (to - from) && day < from);
    return boughtBefore ? purchases.length > 0 : null;
  }),
};
