import type { SeriesKpi } from '../kpi.ts';
import { repurchaseTally } from '../voice-tallies.ts';

export const repurchaseAfterComplaints: SeriesKpi = {
  id: 'repurchase-after-complaint',
  unit: 'share',
  moreIsBetter: true,
  sees: 'voices',
  name: { en: 'Bought again after a resolved complaint', 'zh-CN': '投诉解决后回购率', 'zh-TW': '投訴解決後回購率' },
  definition: {
    en: 'Share of resolved complaints of the period whose customer bought again within 90 days, wherever. Those whose 90 days are not over count neither way. Wilson interval.',
    'zh-CN': '期内已解决投诉中，顾客 90 天内在任一门店再次购买的占比；未满 90 天的不计。Wilson 区间。',
    'zh-TW': '期內已解決投訴中，顧客 90 天內在任一門市再次購買的占比；未滿 90 天的不計。Wilson 區間。',
  },
  tally: (parameters) => repurchaseTally(parameters),
};
