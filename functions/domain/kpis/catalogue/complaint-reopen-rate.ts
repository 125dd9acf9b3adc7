import { reopenShare } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { serviceTally } from '../voice-tallies.ts';

export const complaintReopenRate: SeriesKpi = {
  id: 'complaint-reopen-rate',
  unit: 'share',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'Complaints reopened', 'zh-CN': '投诉重开率', 'zh-TW': '投訴重開率' },
  definition: {
    en: 'Complaints reopened at least once ÷ complaints opened in the period. Wilson interval.',
    'zh-CN': '期内提出的投诉中至少重开一次的占比。Wilson 区间。',
    'zh-TW': '期內提出的投訴中至少重開一次的占比。Wilson 區間。',
  },
  tally: (parameters) => serviceTally(parameters, reopenShare),
};
