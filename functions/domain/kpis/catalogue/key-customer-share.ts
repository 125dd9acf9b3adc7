import { customersMaking } from '../../tiers/key-customers.ts';
import type { SeriesKpi } from '../kpi.ts';
import { spendsTally } from '../tallies.ts';

export const keyCustomerShare: SeriesKpi = {
  id: 'key-customer-share',
  unit: 'share',
  moreIsBetter: null,
  sees: 'buyers',
  name: { en: 'Customers making 80 % of sales', 'zh-CN': '贡献 80% 销售的关键客户占比', 'zh-TW': '貢獻 80% 銷售的關鍵客戶占比' },
  definition: {
    en: 'Smallest share of known customers who together make 80 % of their net spend: the key customers.',
    'zh-CN': '合计贡献 80% 净消费的最少顾客占会员总数的比例，即关键客户。',
    'zh-TW': '合計貢獻 80% 淨消費的最少顧客占會員總數的比例，即關鍵客戶。',
  },
  tally: () => spendsTally((spends) => customersMaking(spends, 0.8).customers / spends.length),
};
