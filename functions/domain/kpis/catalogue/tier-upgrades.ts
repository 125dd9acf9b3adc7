import type { SeriesKpi } from '../kpi.ts';
import { tierMovesTally } from '../tier-tallies.ts';

export const tierUpgrades: SeriesKpi = {
  id: 'tier-upgrades',
  unit: 'count',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Tier upgrades', 'zh-CN': '升级次数', 'zh-TW': '升級次數' },
  definition: {
    en: 'Times a customer rose from one tier to a higher one in the period, as known now; a first tier is no rise. n is the customers who held a tier. No value where tiers compare customers.',
    'zh-CN': '期内顾客由某一等级升至更高等级的次数（按当前所知）；首次定级不计。n 为曾持有等级的顾客数。等级按顾客相互比较划分时无数值。',
    'zh-TW': '期內顧客由某一等級升至更高等級的次數（按當前所知）；首次定級不計。n 為曾持有等級的顧客數。等級按顧客相互比較劃分時無數值。',
  },
  tally: ({ rules }) => tierMovesTally(rules, 'up'),
};
