import type { SeriesKpi } from '../kpi.ts';
import { sumTally, ticketsIn, unitsIn } from '../tallies.ts';

export const unitsSold: SeriesKpi = {
  id: 'units-sold',
  unit: 'count',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Units', 'zh-CN': '销售件数', 'zh-TW': '銷售件數' },
  definition: {
    en: 'Units kept, walk-ins included; n is the tickets.',
    'zh-CN': '保留件数（含散客）；n 为小票数。',
    'zh-TW': '保留件數（含散客）；n 為小票數。',
  },
  tally: () => sumTally(unitsIn, ticketsIn),
};
