import { addMonths } from '../../calendar.ts';
import type { SeriesKpi } from '../kpi.ts';
import { pointsEntries } from '../tier-tallies.ts';
import { ratioTally } from '../tallies.ts';

export const pointsBreakage: SeriesKpi = {
  id: 'points-breakage',
  unit: 'share',
  moreIsBetter: null,
  sees: 'everyone',
  name: { en: 'Points breakage', 'zh-CN': '积分失效率', 'zh-TW': '積分失效率' },
  definition: {
    en: 'Of the points whose time ran out in the period, the share that nobody had spent; n is how many points those were when they were earned. No value where points never expire.',
    'zh-CN': '期内到期的积分中未被使用的占比；n 为这些积分获得时的总数。积分永不过期时无数值。',
    'zh-TW': '期內到期的積分中未被使用的占比；n 為這些積分獲得時的總數。積分永不過期時無數值。',
  },
  tally: ({ rules }) => {
    const { expiryMonths } = rules.policy.points;
    return ratioTally(
      (customer) => pointsEntries(customer, rules).reduce((sum, { on, kind, points }) => (kind === 'expiry' && on >= customer.from && on < customer.to ? sum - points : sum), 0),
      (customer) => (expiryMonths === null ? 0 : pointsEntries(customer, rules).reduce((sum, { on, kind, points }) => {
        const expiresOn = kind === 'purchase' ? addMonths(on, expiryMonths) : -Infinity;
        return expiresOn >= customer.from && expiresOn < customer.to ? sum + points : sum;
      }, 0)));
  },
};
