import type { Policy, Rule } from './policy.ts';
import { highBenefits, lowBenefits, middleBenefits, noGoods, usualCard, usualOverrides, usualPoints } from './preset-common.ts';

const spent = (atLeast: number): Rule => ({ criterion: 'net-spend', atLeast, window: { kind: 'membership-year' } });
const cameOn = (atLeast: number): Rule => ({ criterion: 'occasions', atLeast, window: { kind: 'membership-year' } });

/** High, middle and low value: spend and visits of the membership year, looked at when it ends. */
export const valueBandsPolicy: Policy = {
  version: 1,
  name: { en: 'Value bands', 'zh-CN': '价值分层', 'zh-TW': '價值分層' },
  ladder: [
    { id: 'low', name: { en: 'Low value', 'zh-CN': '低价值', 'zh-TW': '低價值' }, benefits: lowBenefits, entry: { all: [] } },
    {
      id: 'middle', name: { en: 'Middle value', 'zh-CN': '中价值', 'zh-TW': '中價值' }, benefits: middleBenefits,
      entry: { any: [spent(300_000), cameOn(6)] }, keep: { any: [spent(200_000), cameOn(4)] },
    },
    {
      id: 'high', name: { en: 'High value', 'zh-CN': '高价值', 'zh-TW': '高價值' }, benefits: highBenefits,
      entry: { all: [spent(1_000_000), cameOn(4)] }, keep: spent(700_000),
    },
  ],
  upgrade: { review: 'nightly' },
  downgrade: { review: 'anniversary', graceDays: 0, stepsPerReview: 1 },
  excluded: noGoods,
  returns: 'undo',
  overrides: usualOverrides,
  points: usualPoints,
  discounts: { offerFloorPercent: 80 },
  card: usualCard,
};
