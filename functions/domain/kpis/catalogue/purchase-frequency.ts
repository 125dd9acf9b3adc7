import type { SeriesKpi } from '../kpi.ts';
import { occasionsOf, ratioTally } from '../tallies.ts';

export const purchaseFrequency: SeriesKpi = {
  id: 'purchase-frequency',
  unit: 'number',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'Purchase frequency', 'zh-CN': '购买频次', 'zh-TW': '購買頻次' },
  definition: {
    en: 'Purchase occasions ÷ customers who bought in the period.',
    'zh-CN': '购买次数 ÷ 期间内购买顾客数。',
    'zh-TW': '購買次數 ÷ 期間內購買顧客數。',
  },
  tally: () => ratioTally(occasionsOf, () => 1),
};
