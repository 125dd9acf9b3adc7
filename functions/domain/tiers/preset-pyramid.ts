import type { Policy, Rule } from './policy.ts';
import { highBenefits, lowBenefits, middleBenefits, noBenefits, noGoods, usualCard, usualOverrides, usualPoints } from './preset-common.ts';

const spendAmongTop = (percent: number): Rule => ({ criterion: 'top-percent', percent, window: { kind: 'lifetime' } });

/** The customer pyramid of Zeithaml, Rust and Lemon: the first 5, 20 and 50 percent by lifetime net spend, and everybody else who has bought. */
export const pyramidPolicy: Policy = {
  version: 1,
  name: { en: 'Customer pyramid', 'zh-CN': '客户金字塔', 'zh-TW': '客戶金字塔' },
  ladder: [
    {
      id: 'lead', name: { en: 'Lead', 'zh-CN': '重铅', 'zh-TW': '重鉛' }, benefits: noBenefits,
      entry: { criterion: 'occasions', atLeast: 1, window: { kind: 'lifetime' } },
    },
    { id: 'iron', name: { en: 'Iron', 'zh-CN': '钢铁', 'zh-TW': '鋼鐵' }, benefits: lowBenefits, entry: spendAmongTop(50) },
    { id: 'gold', name: { en: 'Gold', 'zh-CN': '黄金', 'zh-TW': '黃金' }, benefits: middleBenefits, entry: spendAmongTop(20) },
    { id: 'platinum', name: { en: 'Platinum', 'zh-CN': '铂金', 'zh-TW': '鉑金' }, benefits: highBenefits, entry: spendAmongTop(5) },
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
