import { contactsTally } from '../contact-tallies.ts';
import type { SeriesKpi } from '../kpi.ts';

export const contactsDue: SeriesKpi = {
  id: 'contacts-due',
  unit: 'count',
  moreIsBetter: null,
  sees: 'everyone',
  name: { en: 'Contacts due', 'zh-CN': '应回访次数', 'zh-TW': '應回訪次數' },
  definition: {
    en: 'Contacts that the plan made due in the period, at the customer’s home store and owner: those made, and those whose time is over. Those that may still be made are left out, as are those about a tier coming near.',
    'zh-CN': '期内计划应做的回访次数，按顾客归属门店与专属导购计：已完成的，以及时限已过的。尚可完成的不计，临近升降级的提醒不计。',
    'zh-TW': '期內計畫應做的回訪次數，按顧客歸屬門市與專屬銷售顧問計：已完成的，以及時限已過的。尚可完成的不計，臨近升降級的提醒不計。',
  },
  tally: (parameters) => contactsTally(parameters, (due) => ({ value: due, n: due })),
};
