import { csatOf } from '../../satisfaction/tally.ts';
import type { SeriesKpi } from '../kpi.ts';
import { answersTally } from '../tallies.ts';

export const csat: SeriesKpi = {
  id: 'csat',
  unit: 'share',
  moreIsBetter: true,
  sees: 'voices',
  hidesSmall: true,
  name: { en: 'Satisfied customers (CSAT)', 'zh-CN': '满意度（CSAT）', 'zh-TW': '滿意度（CSAT）' },
  definition: {
    en: 'Satisfied ÷ answered, each customer’s latest answer of the period; on a scale of 1–5 satisfied are 4 and 5. Wilson interval. Hidden below 5 answers.',
    'zh-CN': '满意人数 ÷ 回答人数，每位顾客取期间内最近一次回答；1–5 分制中 4、5 分为满意。Wilson 区间。不足 5 份不显示。',
    'zh-TW': '滿意人數 ÷ 回答人數，每位顧客取期間內最近一次回答；1–5 分制中 4、5 分為滿意。Wilson 區間。不足 5 份不顯示。',
  },
  tally: ({ satisfaction }) => answersTally(satisfaction, csatOf),
};
