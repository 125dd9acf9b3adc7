import type { SeriesKpi } from '../kpi.ts';
import { unitsPerTicket } from './units-per-ticket.ts';

/** What Chinese retail calls 连带率 is units per ticket; it keeps its own id because readers look for it by that name. */
export const attachRate: SeriesKpi = {
  ...unitsPerTicket,
  id: 'attach-rate',
  name: { en: 'Attach rate', 'zh-CN': '连带率', 'zh-TW': '連帶率' },
};
