import type { SeriesKpi } from '../kpi.ts';
import { sumTally } from '../tallies.ts';

export const customerEquity: SeriesKpi = {
  id: 'customer-equity',
  unit: 'money',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Customer equity', 'zh-CN': '客户资产', 'zh-TW': '客戶資產' },
  definition: {
    en: 'Sum of the predicted lifetime values at the as-of date; n is the customers with a prediction.',
    'zh-CN': '截至计算日的预测终身价值之和；n 为有预测的顾客数。',
    'zh-TW': '截至計算日的預測終身價值之和；n 為有預測的顧客數。',
  },
  tally: () => sumTally(({ score }) => score.lifetimeValue ?? 0, ({ score }) => Number(score.lifetimeValue !== null)),
};
