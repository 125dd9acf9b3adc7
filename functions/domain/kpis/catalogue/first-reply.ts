import { firstReply } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { inHours, serviceTally } from '../voice-tallies.ts';

export const firstReplyMedian: SeriesKpi = {
  id: 'first-reply',
  unit: 'hours',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'First reply to complaints', 'zh-CN': '投诉首次回复时间', 'zh-TW': '投訴首次回覆時間' },
  definition: {
    en: 'Median time from opening a complaint to the first reply. Hours of the chain’s service clock: calendar time, or business hours where it has set them. n is the cases.',
    'zh-CN': '从投诉提出到首次回复的时间中位数。按门店服务时钟计算小时数：自然时间，或所设营业时间。n 为案件数。',
    'zh-TW': '從投訴提出到首次回覆的時間中位數。按門市服務時鐘計算小時數：自然時間，或所設營業時間。n 為案件數。',
  },
  tally: (parameters) => serviceTally(parameters, (service) => inHours(firstReply(service), 'median')),
};
