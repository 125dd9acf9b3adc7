import type { SeriesKpi } from '../kpi.ts';
import { ratioTally, ticketsIn, unitsIn } from '../tallies.ts';

export const unitsPerTicket: SeriesKpi = {
  id: 'units-per-ticket',
  unit: 'number',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Units per ticket', 'zh-CN': '客单件数', 'zh-TW': '客單件數' },
  definition: {
    en: 'Units kept ÷ tickets.',
    'zh-CN': '保留件数 ÷ 小票数。',
    'zh-TW': '保留件數 ÷ 小票數。',
  },
  tally: () => ratioTally(unitsIn, ticketsIn),
};
