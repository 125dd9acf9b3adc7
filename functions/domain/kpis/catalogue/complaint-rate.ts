import type { SeriesKpi } from '../kpi.ts';
import { complaintTally } from '../voice-tallies.ts';

export const complaintsPerThousand: SeriesKpi = {
  id: 'complaint-rate',
  unit: 'number',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'Complaints per 1,000 occasions', 'zh-CN': '每千次购买投诉数', 'zh-TW': '每千次購買投訴數' },
  definition: {
    en: 'Complaints opened per 1,000 purchase occasions of the period; n is the occasions. Interval of a Poisson rate (Byar).',
    'zh-CN': '期内每 1,000 次购买的投诉数；n 为购买次数。泊松率区间（Byar）。',
    'zh-TW': '期內每 1,000 次購買的投訴數；n 為購買次數。泊松率區間（Byar）。',
  },
  tally: () => complaintTally(),
};
