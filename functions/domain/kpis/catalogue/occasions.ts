import type { SeriesKpi } from '../kpi.ts';
import { occasionsOf, sumTally } from '../tallies.ts';

export const occasions: SeriesKpi = {
  id: 'occasions',
  unit: 'count',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'Purchase occasions', 'zh-CN': '购买次数', 'zh-TW': '購買次數' },
  definition: {
    en: 'Business days on which a customer kept at least one unit; several tickets of one day are one occasion.',
    'zh-CN': '顾客至少保留一件商品的营业日数；同一天多张小票算一次。',
    'zh-TW': '顧客至少保留一件商品的營業日數；同一天多張小票算一次。',
  },
  tally: () => sumTally(occasionsOf),
};
