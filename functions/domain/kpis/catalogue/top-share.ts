import { topShare as shareOfTop } from '../../tiers/key-customers.ts';
import type { SeriesKpi } from '../kpi.ts';
import { spendsTally } from '../tallies.ts';

export const topShare: SeriesKpi = {
  id: 'top-share',
  unit: 'share',
  moreIsBetter: null,
  sees: 'buyers',
  name: { en: 'Share of the best 20 %', 'zh-CN': '前 20% 顾客销售占比', 'zh-TW': '前 20% 顧客銷售占比' },
  definition: {
    en: 'Share of known customers’ net spend that the best 20 % (top=) of them make, their number rounded up.',
    'zh-CN': '消费最高的 20%（top=，人数向上取整）顾客占会员净消费的比例。',
    'zh-TW': '消費最高的 20%（top=，人數無條件進位）顧客占會員淨消費的比例。',
  },
  tally: ({ top }) => spendsTally((spends) => shareOfTop(spends, top).share),
};
