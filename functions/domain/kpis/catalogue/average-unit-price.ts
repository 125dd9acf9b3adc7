import type { SeriesKpi } from '../kpi.ts';
import { netSpendIn, ratioTally, unitsIn } from '../tallies.ts';

export const averageUnitPrice: SeriesKpi = {
  id: 'average-unit-price',
  unit: 'money',
  moreIsBetter: null,
  sees: 'tickets',
  name: { en: 'Average unit price', 'zh-CN': '件单价', 'zh-TW': '件單價' },
  definition: {
    en: 'Net sales ÷ units kept.',
    'zh-CN': '净销售额 ÷ 保留件数。',
    'zh-TW': '淨銷售額 ÷ 保留件數。',
  },
  tally: () => ratioTally(netSpendIn, unitsIn),
};
