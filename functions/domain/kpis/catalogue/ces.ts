import { cesOf } from '../../satisfaction/tally.ts';
import type { SeriesKpi } from '../kpi.ts';
import { answersTally } from '../tallies.ts';

export const ces: SeriesKpi = {
  id: 'ces',
  unit: 'number',
  moreIsBetter: true,
  sees: 'voices',
  hidesSmall: true,
  name: { en: 'Customer effort score (CES)', 'zh-CN': '客户费力度（CES）', 'zh-TW': '顧客費力度（CES）' },
  definition: {
    en: 'Mean answer from 1 to 7, 7 being easy, each customer’s latest answer of the period; easy are answers from 5 to 7. Interval of a mean by Student’s t. Hidden below 5 answers.',
    'zh-CN': '1–7 分的平均值，7 分表示很轻松，每位顾客取期间内最近一次回答；5–7 分视为轻松。均值的 t 区间。不足 5 份不显示。',
    'zh-TW': '1–7 分的平均值，7 分表示很輕鬆，每位顧客取期間內最近一次回答；5–7 分視為輕鬆。均值的 t 區間。不足 5 份不顯示。',
  },
  tally: ({ satisfaction }) => answersTally(satisfaction, cesOf),
};
