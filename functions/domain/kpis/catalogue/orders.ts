import type { SeriesKpi } from '../kpi.ts';
import { sumTally, ticketsIn } from '../tallies.ts';

export const orders: SeriesKpi = {
  id: 'orders',
  unit: 'count',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Tickets', 'zh-CN': '小票数', 'zh-TW': '小票數' },
  definition: {
    en: 'Tickets with at least one unit kept, walk-ins included.',
    'zh-CN': '至少保留一件商品的小票数（含散客）。',
    'zh-TW': '至少保留一件商品的小票數（含散客）。',
  },
  tally: () => sumTally(ticketsIn),
};
