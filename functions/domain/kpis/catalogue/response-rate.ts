import type { SeriesKpi } from '../kpi.ts';
import { responseTally } from '../voice-tallies.ts';

export const responseRate: SeriesKpi = {
  id: 'response-rate',
  unit: 'share',
  moreIsBetter: true,
  sees: 'voices',
  name: { en: 'Survey response rate', 'zh-CN': '问卷回复率', 'zh-TW': '問卷回覆率' },
  definition: {
    en: 'Surveys answered ÷ surveys sent; dismissed is not answered. What one shop asked on one day, or about one sale, is one survey. Wilson interval.',
    'zh-CN': '已回答问卷 ÷ 已发问卷；关闭不算回答。同一门店同一天、或就同一笔销售所问的为一份问卷。Wilson 区间。',
    'zh-TW': '已回覆問卷 ÷ 已發問卷；關閉不算回覆。同一門市同一天、或就同一筆銷售所問的為一份問卷。Wilson 區間。',
  },
  tally: () => responseTally(),
};
