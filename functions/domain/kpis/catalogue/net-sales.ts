import type { SeriesKpi } from '../kpi.ts';
import { netSpendIn, sumTally, ticketsIn } from '../tallies.ts';

export const netSales: SeriesKpi = {
  id: 'net-sales',
  unit: 'money',
  moreIsBetter: true,
  sees: 'tickets',
  name: { en: 'Net sales', 'zh-CN': '净销售额', 'zh-TW': '淨銷售額' },
  definition: {
    en: 'Value of the goods customers kept, walk-ins included, on the business day they were sold; a return is taken off the ticket it is against.',
    'zh-CN': '顾客留下的商品金额（含散客），按售出当日计；退货从原小票中扣除。',
    'zh-TW': '顧客留下的商品金額（含散客），按售出當日計；退貨自原小票中扣除。',
  },
  tally: () => sumTally(netSpendIn, ticketsIn),
};
