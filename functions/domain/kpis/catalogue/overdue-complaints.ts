import type { SeriesKpi } from '../kpi.ts';
import { serviceTally } from '../voice-tallies.ts';

export const overdueComplaints: SeriesKpi = {
  id: 'overdue-complaints',
  unit: 'count',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'Complaints overdue', 'zh-CN': '逾期投诉', 'zh-TW': '逾期投訴' },
  definition: {
    en: 'Open complaints of the period that should have been replied to or resolved by the as-of date, by what the customer’s tier is promised; n is the complaints opened.',
    'zh-CN': '期内未解决投诉中，按顾客层级承诺截至计算日应已回复或解决的件数；n 为提出数。',
    'zh-TW': '期內未解決投訴中，按顧客層級承諾截至計算日應已回覆或解決的件數；n 為提出數。',
  },
  tally: (parameters) => serviceTally(parameters, ({ overdue, opened }) => ({ value: overdue, n: opened })),
};
