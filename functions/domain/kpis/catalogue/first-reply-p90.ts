import { firstReply } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { inHours, serviceTally } from '../voice-tallies.ts';

export const firstReplyP90: SeriesKpi = {
  id: 'first-reply-p90',
  unit: 'hours',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'First reply, 9 of 10 complaints', 'zh-CN': '投诉首次回复时间（P90）', 'zh-TW': '投訴首次回覆時間（P90）' },
  definition: {
    en: 'Time within which 9 of 10 answered complaints had their first reply. Hours of the chain’s service clock: calendar time, or business hours where it has set them. n is the cases.',
    'zh-CN': '九成已回复投诉在此时间内得到首次回复。按门店服务时钟计算小时数：自然时间，或所设营业时间。n 为案件数。',
    'zh-TW': '九成已回覆投訴在此時間內得到首次回覆。按門市服務時鐘計算小時數：自然時間，或所設營業時間。n 為案件數。',
  },
  tally: (parameters) => serviceTally(parameters, (service) => inHours(firstReply(service), 'p90')),
};
