import type { Policy, Rule } from './policy.ts';
import { highBenefits, lowBenefits, middleBenefits, noGoods, usualCard, usualOverrides, usualPoints } from './preset-common.ts';

const spendAmongTop = (percent: number): Rule => ({ criterion: 'top-percent', percent, window: { kind: 'rolling', months: 12 } });

/** A, B and C customers: the first 20 and 50 percent by net spend of the last twelve months, and everybody else who bought in them. */
export const abcPolicy: Policy = {
  version: 1,
  name: { en: 'A / B / C', 'zh-CN': 'A / B / C 类', 'zh-TW': 'A / B / C 類' },
  ladder: [
    {
      id: 'c', name: { en: 'C', 'zh-CN': 'C 类', 'zh-TW': 'C 類' }, benefits: lowBenefits,
      entry: { criterion: 'occasions', atLeast: 1, window: { kind: 'rolling', months: 12 } },
    },
    { id: 'b', name: { en: 'B', 'zh-CN': 'B 类', 'zh-TW': 'B 類' }, benefits: middleBenefits, entry: spendAmongTop(50) },
    { id: 'a', name: { en: 'A', 'zh-CN': 'A 类', 'zh-TW': 'A 類' }, benefits: highBenefits, entry: spendAmongTop(20) },
  ],
  upgrade: { review: 'nightly' },
  downgrade: { review: 'nightly', graceDays: 0, stepsPerReview: null },
  excluded: noGoods,
  returns: 'undo',
  overrides: usualOverrides,
  points: usualPoints,
  discounts: { offerFloorPercent: 80 },
  card: usualCard,
};
