import { valueOfPoints } from '../../points/points-value.ts';
import type { SeriesKpi } from '../kpi.ts';
import { pointsAtEnd } from '../tier-tallies.ts';
import { sumTally } from '../tallies.ts';

export const pointsLiability: SeriesKpi = {
  id: 'points-liability',
  unit: 'money',
  moreIsBetter: null,
  sees: 'everyone',
  name: { en: 'Points liability', 'zh-CN': '积分负债', 'zh-TW': '積分負債' },
  definition: {
    en: 'What the points that customers can spend at the end of the period are worth as vouchers; n is the customers who have any.',
    'zh-CN': '期末顾客可用积分按代金券折算的价值；n 为持有积分的顾客数。',
    'zh-TW': '期末顧客可用積分按代金券折算的價值；n 為持有積分的顧客數。',
  },
  tally: ({ rules }) => sumTally(
    (customer) => valueOfPoints(Math.max(0, pointsAtEnd(customer, rules)), rules.policy.points),
    (customer) => Number(pointsAtEnd(customer, rules) > 0)),
};
