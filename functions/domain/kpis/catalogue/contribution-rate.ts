import type { SeriesKpi } from '../kpi.ts';
import { isKnown, netSpendIn, ratioTally } from '../tallies.ts';

export const contributionRate: SeriesKpi = {
  id: 'contribution-rate',
  unit: 'share',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Contribution rate', 'zh-CN': '会员贡献率', 'zh-TW': '會員貢獻率' },
  definition: {
    en: 'Net sales to known customers ÷ all net sales; n is all net sales.',
    'zh-CN': '会员净销售额 ÷ 全部净销售额；n 为全部净销售额。',
    'zh-TW': '會員淨銷售額 ÷ 全部淨銷售額；n 為全部淨銷售額。',
  },
  tally: () => ratioTally((customer) => (isKnown(customer) ? netSpendIn(customer) : 0), netSpendIn),
};
