import type { SeriesKpi } from '../kpi.ts';
import { shareTally, silenceAtEnd } from '../tallies.ts';

export const churnRate: SeriesKpi = {
  id: 'churn-rate',
  unit: 'share',
  moreIsBetter: false,
  sees: 'everyone',
  name: { en: 'Churn by silence', 'zh-CN': '沉默流失率', 'zh-TW': '沉默流失率' },
  definition: {
    en: 'Share of the customers who ever bought whose last purchase lies more than 90 days (silence=) before the end of the period.',
    'zh-CN': '曾购买的顾客中，截至期末超过 90 天（silence=）未再购买的占比。',
    'zh-TW': '曾購買的顧客中，截至期末超過 90 天（silence=）未再購買的占比。',
  },
  tally: ({ silence }) => shareTally((customer) => {
    const silent = silenceAtEnd(customer);
    return silent === null ? null : silent > silence;
  }),
};
