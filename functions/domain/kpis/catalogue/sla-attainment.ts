import { slaAttainment } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { serviceTally } from '../voice-tallies.ts';

export const slaAttainmentShare: SeriesKpi = {
  id: 'sla-attainment',
  unit: 'share',
  moreIsBetter: true,
  sees: 'voices',
  name: { en: 'SLA attainment', 'zh-CN': '服务承诺达成率', 'zh-TW': '服務承諾達成率' },
  definition: {
    en: 'Promises kept ÷ promises kept or broken: each complaint of the period promises a reply and a resolution within the hours of the customer’s tier. Overdue and still open counts as broken. Wilson interval.',
    'zh-CN': '守住的承诺 ÷（守住＋未守住）：期内每件投诉按顾客层级承诺回复与解决时限。逾期未结计为未守住。Wilson 区间。',
    'zh-TW': '守住的承諾 ÷（守住＋未守住）：期內每件投訴按顧客層級承諾回覆與解決時限。逾期未結計為未守住。Wilson 區間。',
  },
  tally: (parameters) => serviceTally(parameters, slaAttainment),
};
