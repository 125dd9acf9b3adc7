import type { SeriesKpi } from '../kpi.ts';
import { isKnown, ratioTally, ticketsIn, unitsIn } from '../tallies.ts';

export const unitsPerCustomer: SeriesKpi = {
  id: 'units-per-customer',
  unit: 'number',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Units per customer', 'zh-CN': '客均件数', 'zh-TW': '客均件數' },
  definition: {
    en: 'Units kept ÷ customers who bought in the period; every ticket of a walk-in is a customer.',
    'zh-CN': '保留件数 ÷ 期间内购买顾客数；散客每张小票算一人。',
    'zh-TW': '保留件數 ÷ 期間內購買顧客數；散客每張小票算一人。',
  },
  tally: () => ratioTally(unitsIn, (customer) => (isKnown(customer) ? 1 : ticketsIn(customer))),
};
