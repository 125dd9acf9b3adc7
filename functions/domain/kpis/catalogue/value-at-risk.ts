import type { SeriesKpi } from '../kpi.ts';
import { sumTally } from '../tallies.ts';

export const valueAtRisk: SeriesKpi = {
  id: 'value-at-risk',
  unit: 'money',
  moreIsBetter: false,
  sees: 'everyone',
  name: { en: 'Value at risk', 'zh-CN': '风险价值', 'zh-TW': '風險價值' },
  definition: {
    en: 'Sum of lifetime value × (1 − P(alive)) at the as-of date; n is the customers with a prediction.',
    'zh-CN': '截至计算日，终身价值 ×（1 − 存活概率）之和；n 为有预测的顾客数。',
    'zh-TW': '截至計算日，終身價值 ×（1 − 存活機率）之和；n 為有預測的顧客數。',
  },
  tally: () => sumTally(({ score }) => score.valueAtRisk ?? 0, ({ score }) => Number(score.valueAtRisk !== null)),
};
