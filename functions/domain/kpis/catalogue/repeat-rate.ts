import type { SeriesKpi } from '../kpi.ts';
import { occasionsOf, shareTally } from '../tallies.ts';

export const repeatRate: SeriesKpi = {
  id: 'repeat-rate',
  unit: 'share',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'Repeat rate', 'zh-CN': '复购率', 'zh-TW': '複購率' },
  definition: {
    en: 'Share of the customers of the period who came on two or more business days of it.',
    'zh-CN': '期间内购买两次及以上（不同营业日）的顾客占比。',
    'zh-TW': '期間內購買兩次及以上（不同營業日）的顧客占比。',
  },
  tally: () => shareTally((customer) => occasionsOf(customer) >= 2),
};
