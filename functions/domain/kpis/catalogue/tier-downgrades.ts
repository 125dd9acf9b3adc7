import type { SeriesKpi } from '../kpi.ts';
import { tierMovesTally } from '../tier-tallies.ts';

export const tierDowngrades: SeriesKpi = {
  id: 'tier-downgrades',
  unit: 'count',
  moreIsBetter: false,
  sees: 'everyone',
  name: { en: 'Tier downgrades', 'zh-CN': '降级次数', 'zh-TW': '降級次數' },
  definition: {
    en: 'Times a customer fell from a tier to a lower one or to none in the period, as known now. n is the customers who held a tier. No value where tiers compare customers.',
    'zh-CN': '期内顾客由某一等级降至更低等级或失去等级的次数（按当前所知）。n 为曾持有等级的顾客数。等级按顾客相互比较划分时无数值。',
    'zh-TW': '期內顧客由某一等級降至更低等級或失去等級的次數（按當前所知）。n 為曾持有等級的顧客數。等級按顧客相互比較劃分時無數值。',
  },
  tally: ({ rules }) => tierMovesTally(rules, 'down'),
};
