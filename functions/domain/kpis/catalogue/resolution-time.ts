import { resolutionTime } from '../../satisfaction/service.ts';
import type { SeriesKpi } from '../kpi.ts';
import { inHours, serviceTally } from '../voice-tallies.ts';

export const resolutionTimeMedian: SeriesKpi = {
  id: 'resolution-time',
  unit: 'hours',
  moreIsBetter: false,
  sees: 'voices',
  name: { en: 'Resolution of complaints', 'zh-CN': '投诉解决时间', 'zh-TW': '投訴解決時間' },
  definition: {
    en: 'Median time from opening a complaint to its last resolution. Hours of the chain’s service clock: calendar time, or business hours where it has set them. n is the cases.',
    'zh-CN': '从投诉提出到最终解决的时间中位数。按门店服务时钟计算小时数：自然时间，或所设营业时间。n 为案件数。',
    'zh-TW': '從投訴提出到最終解決的時間中位數。按門市服務時鐘計算小時數：自然時間，或所設營業時間。n 為案件數。',
  },
  tally: (parameters) => serviceTally(parameters, (service) => inHours(resolutionTime(service), 'median')),
};
