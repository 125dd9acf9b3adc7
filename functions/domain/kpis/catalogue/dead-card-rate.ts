import type { SeriesKpi } from '../kpi.ts';
import { shareTally, silenceAtEnd } from '../tallies.ts';

const deadAfterDays = 365;

export const deadCardRate: SeriesKpi = {
  id: 'dead-card-rate',
  unit: 'share',
  moreIsBetter: false,
  sees: 'everyone',
  name: { en: 'Dead-card rate', 'zh-CN': '死卡率', 'zh-TW': '死卡率' },
  definition: {
    en: 'Share of cards without a purchase in the 365 days before the end of the period.',
    'zh-CN': '截至期末 365 天内没有购买的会员卡占比。',
    'zh-TW': '截至期末 365 天內沒有購買的會員卡占比。',
  },
  tally: () => shareTally((customer) => {
    const silent = silenceAtEnd(customer);
    return silent === null || silent > deadAfterDays;
  }),
};
