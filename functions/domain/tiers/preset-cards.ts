import type { Policy, Rule } from './policy.ts';
import { highBenefits, lowBenefits, middleBenefits, noGoods, usualCard, usualOverrides, usualPoints } from './preset-common.ts';

const spentInYear = (atLeast: number): Rule => ({ criterion: 'net-spend', atLeast, window: { kind: 'rolling', months: 12 } });

/** Standard, gold and diamond card by net spend of the last twelve months; 70 percent of it is enough to stay. */
export const cardsPolicy: Policy = {
  version: 1,
  name: { en: 'Member cards', 'zh-CN': '会员卡', 'zh-TW': '會員卡' },
  ladder: [
    { id: 'standard', name: { en: 'Standard', 'zh-CN': '普卡', 'zh-TW': '普卡' }, benefits: lowBenefits, entry: { all: [] } },
    {
      id: 'gold', name: { en: 'Gold', 'zh-CN': '金卡', 'zh-TW': '金卡' }, benefits: middleBenefits,
      entry: spentInYear(500_000), keep: spentInYear(350_000),
    },
    {
      id: 'diamond', name: { en: 'Diamond', 'zh-CN': '钻石卡', 'zh-TW': '鑽石卡' }, benefits: highBenefits,
      entry: spentInYear(2_000_000), keep: spentInYear(1_400_000),
    },
  ],
  upgrade: { review: 'nightly' },
  downgrade: { review: 'monthly', graceDays: 30, stepsPerReview: 1 },
  excluded: noGoods,
  returns: 'undo',
  overrides: usualOverrides,
  points: usualPoints,
  discounts: { offerFloorPercent: 80 },
  card: usualCard,
};
