import type { SeriesKpi } from '../kpi.ts';
import { isNew, netSpendIn, sumTally } from '../tallies.ts';

export const newCustomerSales: SeriesKpi = {
  id: 'new-customer-sales',
  unit: 'money',
  moreIsBetter: true,
  sees: 'buyers',
  name: { en: 'Net sales to new customers', 'zh-CN': '新客净销售额', 'zh-TW': '新客淨銷售額' },
  definition: {
    en: 'Net sales to customers whose first purchase lies in the period; n is those customers.',
    'zh-CN': '首次购买落在期间内的顾客的净销售额；n 为其人数。',
    'zh-TW': '首次購買落在期間內的顧客的淨銷售額；n 為其人數。',
  },
  tally: () => sumTally((customer) => (isNew(customer) ? netSpendIn(customer) : 0), (customer) => Number(isNew(customer))),
};
