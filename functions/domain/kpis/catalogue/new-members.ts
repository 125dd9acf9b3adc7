import type { SeriesKpi } from '../kpi.ts';
import { firstSeenOn } from '../../lifecycle/first-seen.ts';
import { countTally } from '../tallies.ts';

export const newMembers: SeriesKpi = {
  id: 'new-members',
  unit: 'count',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'New members', 'zh-CN': '新会员数', 'zh-TW': '新會員數' },
  definition: {
    en: 'Customers who became known in the period: by enrolment, else by their first purchase.',
    'zh-CN': '期间内新登记（未登记者按首次购买）的顾客数。',
    'zh-TW': '期間內新登記（未登記者按首次購買）的顧客數。',
  },
  tally: () => countTally(({ history, from }) => firstSeenOn(history)! >= from),
};
