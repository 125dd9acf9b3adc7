import { resolutionTime } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { inHours, serviceTally } from '../voice-tallies.ts';

export const resolutionTimeP90: SeriesKpi = {
  id: 'resolution-time-p90',
  unit: 'hours',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'Resolution, 9 of 10 complaints', 'zh-CN': '投诉解决时间（P90）', 'zh-TW': '投訴解決時間（P90）' },
  definition: {
    en: 'Time within which 9 of 10 resolved complaints were resolved. Hours of the chain’s service clock: calendar time, or business hours where it has set them. n is the cases.',
    'zh-CN': '九成已解决投诉在此时间内解决。按门店服务时钟计算小时数：自然时间，或所设营业时间。n 为案件数。',
    'zh-TW': '九成已解決投訴在此時間內解決。按門市服務時鐘計算小時數：自然時間，或所設營業時間。n 為案件數。',
  },
  tally: (parameters) => serviceTally(parameters, (service) => inHours(resolutionTime(service), 'p90')),
};
