import { benefitCost as costOf } from '../../points/benefit-cost.ts';
import type { SeriesKpi } from '../kpi.ts';
import { netSpendIn, sumTally } from '../tallies.ts';

const daysPerYear = 365;

export const benefitCost: SeriesKpi = {
  id: 'benefit-cost',
  unit: 'money',
  moreIsBetter: false,
  sees: 'everyone',
  name: { en: 'Benefit cost', 'zh-CN': '权益成本', 'zh-TW': '權益成本' },
  definition: {
    en: 'What the benefits of the tiers held cost at the spend of the period: discount, points as vouchers, and for its part of a year birthday gift and service. n is the customers with a tier.',
    'zh-CN': '按期内消费计算所持等级的权益成本：折扣、积分折券，以及按年折算的生日礼与服务。n 为有等级的顾客数。',
    'zh-TW': '按期內消費計算所持等級的權益成本：折扣、積分折券，以及按年折算的生日禮與服務。n 為有等級的顧客數。',
  },
  tally: ({ rules: { policy } }) => {
    const benefitsOf = new Map(policy.ladder.map(({ id, benefits }) => [id, benefits]));
    return sumTally((customer) => {
      const benefits = benefitsOf.get(customer.score.tier ?? '');
      if (!benefits) return 0;
      const { discount, points, birthday, service } = costOf(benefits, netSpendIn(customer), policy.points);
      return discount + points + Math.round(((birthday + service) * (customer.to - customer.from)) / daysPerYear);
    }, ({ score }) => Number(benefitsOf.has(score.tier ?? '')));
  },
};
