import type { SeriesKpi } from '../kpi.ts';
import { serviceTally } from '../voice-tallies.ts';

export const openComplaints: SeriesKpi = {
  id: 'open-complaints',
  unit: 'count',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'Complaints open', 'zh-CN': '未解决投诉', 'zh-TW': '未解決投訴' },
  definition: {
    en: 'Complaints opened in the period that are not resolved at the as-of date; n is the complaints opened.',
    'zh-CN': '期内提出、截至计算日未解决的投诉数；n 为提出数。',
    'zh-TW': '期內提出、截至計算日未解決的投訴數；n 為提出數。',
  },
  tally: (parameters) => serviceTally(parameters, ({ opened, resolved }) => ({ value: opened - resolved, n: opened })),
};
