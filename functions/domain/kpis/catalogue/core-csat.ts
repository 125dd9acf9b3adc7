import type { SeriesKpi } from '../kpi.ts';
import { weightedTally } from '../voice-tallies.ts';

export const coreCsat: SeriesKpi = {
  id: 'core-csat',
  unit: 'share',
  moreIsBetter: true,
  sees: 'voices',
  hidesSmall: true,
  name: { en: 'Core satisfaction', 'zh-CN': '核心满意度', 'zh-TW': '核心滿意度' },
  definition: {
    en: 'CSAT weighted by what customers contribute: each answer counts as much as the sale it is about, or as her net spend of the period. Who contributes nothing has no weight. by=tier tells the top tiers alone. Wilson interval at the effective number of answers. Hidden below 5 answers.',
    'zh-CN': '按贡献加权的 CSAT：每份回答按其所评订单的金额、或顾客期间净消费计权；无消费者不计权。by=tier 可单看高层级。按有效样本量计算 Wilson 区间。不足 5 份不显示。',
    'zh-TW': '按貢獻加權的 CSAT：每份回覆按其所評訂單的金額、或顧客期間淨消費計權；無消費者不計權。by=tier 可單看高層級。按有效樣本量計算 Wilson 區間。不足 5 份不顯示。',
  },
  tally: ({ satisfaction }) => weightedTally(satisfaction),
};
