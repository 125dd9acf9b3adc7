import { npsOf } from '../../satisfaction/tally.ts';
import type { SeriesKpi } from '../kpi.ts';
import { answersTally } from '../tallies.ts';

export const nps: SeriesKpi = {
  id: 'nps',
  unit: 'score',
  moreIsBetter: true,
  sees: 'voices',
  hidesSmall: true,
  name: { en: 'Net promoter score (NPS)', 'zh-CN': '净推荐值（NPS）', 'zh-TW': '淨推薦值（NPS）' },
  definition: {
    en: 'Per cent answering 9–10 less per cent answering 0–6, each customer’s latest answer of the period. Adjusted Wald interval. Hidden below 5 answers.',
    'zh-CN': '9–10 分占比减 0–6 分占比，每位顾客取期间内最近一次回答。校正 Wald 区间。不足 5 份不显示。',
    'zh-TW': '9–10 分占比減 0–6 分占比，每位顧客取期間內最近一次回答。校正 Wald 區間。不足 5 份不顯示。',
  },
  tally: ({ satisfaction }) => answersTally(satisfaction, npsOf),
};
