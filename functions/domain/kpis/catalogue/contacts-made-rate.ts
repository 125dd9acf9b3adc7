import { contactsTally, shareMade } from '../contact-tallies.ts';
import type { SeriesKpi } from '../kpi.ts';

export const contactsMadeRate: SeriesKpi = {
  id: 'contacts-made-rate',
  unit: 'share',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Contacts made of those due', 'zh-CN': '回访完成率', 'zh-TW': '回訪完成率' },
  definition: {
    en: 'Contacts made in time ÷ contacts due in the period; counted as contacts due. Wilson interval.',
    'zh-CN': '按时完成的回访 ÷ 期内应回访次数，口径同“应回访次数”。Wilson 区间。',
    'zh-TW': '按時完成的回訪 ÷ 期內應回訪次數，口徑同「應回訪次數」。Wilson 區間。',
  },
  tally: (parameters) => contactsTally(parameters, shareMade),
};
