import type { SeriesKpi } from '../kpi.ts';
import { isNew, netSpendIn, sumTally } from '../tallies.ts';

export const existingCustomerSales: SeriesKpi = {
  id: 'existing-customer-sales',
  unit: 'money',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'Net sales to existing customers', 'zh-CN': '老客净销售额', 'zh-TW': '老客淨銷售額' },
  definition: {
    en: 'Net sales to customers who had bought before the period; n is those customers.',
    'zh-CN': '期间之前已有购买的顾客的净销售额；n 为其人数。',
    'zh-TW': '期間之前已有購買的顧客的淨銷售額；n 為其人數。',
  },
  tally: () => sumTally((customer) => (isNew(customer) ? 0 : netSpendIn(customer)), (customer) => Number(!isNew(customer))),
};
