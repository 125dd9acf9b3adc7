import type { SeriesKpi } from '../kpi.ts';
import { netSpendIn, ratioTally, ticketsIn } from '../tallies.ts';

export const averageOrderValue: SeriesKpi = {
  id: 'average-order-value',
  unit: 'money',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Average order value', 'zh-CN': '客单价', 'zh-TW': '客單價' },
  definition: {
    en: 'Net sales ÷ tickets.',
    'zh-CN': '净销售额 ÷ 小票数。',
    'zh-TW': '淨銷售額 ÷ 小票數。',
  },
  tally: () => ratioTally(netSpendIn, ticketsIn),
};
