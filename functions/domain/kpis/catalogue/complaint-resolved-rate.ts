import { resolvedShare } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { serviceTally } from '../voice-tallies.ts';

export const complaintResolvedRate: SeriesKpi = {
  id: 'complaint-resolved-rate',
  unit: 'share',
  moreIsBetter: true,
  sees: 'voices',
  name: { en: 'Complaints resolved', 'zh-CN': '投诉解决率', 'zh-TW': '投訴解決率' },
  definition: {
    en: 'Complaints resolved ÷ complaints opened in the period, as they stand at the as-of date. Wilson interval.',
    'zh-CN': '期内提出的投诉中截至计算日已解决的占比。Wilson 区间。',
    'zh-TW': '期內提出的投訴中截至計算日已解決的占比。Wilson 區間。',
  },
  tally: (parameters) => serviceTally(parameters, resolvedShare),
};
