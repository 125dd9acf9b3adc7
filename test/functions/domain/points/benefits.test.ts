import { describe, expect, it } from 'vitest';
import { benefitCost } from '../../../../functions/domain/points/benefit-cost.ts';
import { memberPrice } from '../../../../functions/domain/points/member-price.ts';
import { cardObtained, cardSale, contestReward } from '../../../../functions/domain/points/staff-incentive.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';

const policy = presets.cards;
const [standard, gold, diamond] = policy.ladder.map(({ benefits }) => benefits) as [typeof policy.ladder[0]['benefits'], typeof policy.ladder[0]['benefits'], typeof policy.ladder[0]['benefits']];

describe('the price a member pays', () => {
  it.each([
    ['standard pays 95 %', standard, 10_000, false, 9500],
    ['gold pays 90 %', gold, 10_000, false, 9000],
    ['diamond pays 85 %', diamond, 10_000, false, 8500],
    ['on an offer of exactly 80 % of list the discount counts', gold, 8000, false, 7200],
    ['on an offer a cent below 80 % it does not', gold, 7999, false, 7999],
    ['on her birthday the better discount counts', gold, 10_000, true, 8500],
    ['not even a birthday goes below an offer under the floor', diamond, 7999, true, 7999],
  ])('%s', (_, benefits, offerPrice, isBirthday, expected) => {
    expect(memberPrice({ listPrice: 10_000, offerPrice }, benefits, policy, isBirthday)).toBe(expected);
  });

  it('a tier without a birthday price keeps its own', () => {
    expect(memberPrice({ listPrice: 100, offerPrice: 100 }, { ...gold, birthdayPricePercent: null }, policy, true)).toBe(90);
  });
});

describe('what benefits cost', () => {
  it('adds discount, points as vouchers, gift and service', () => {
    // 10,000 yuan at 90 %: 1,000; 15,000 points at 300 yuan a 3,000: 1,500; gift 50; service 30.
    expect(benefitCost(gold, 1_000_000, policy.points)).toEqual({ discount: 100_000, points: 150_000, birthday: 5000, service: 3000, total: 258_000 });
  });
});

describe('the card', () => {
  it.each([[2, { fee: 3800, sellerEarns: 1000 }], [3, { fee: 0, sellerEarns: 1000 }]])('with %d items in the ticket', (units, expected) => {
    expect(cardSale(units, policy.card)).toEqual(expected);
  });
  it.each([['paid', { fee: 3800, sellerEarns: 1000 }], ['free-by-ticket', { fee: 0, sellerEarns: 1000 }], ['referral', null], [null, null]] as const)('obtained by %s', (obtained, expected) => {
    expect(cardObtained(obtained, presets.cards.card)).toEqual(expected);
  });
  it.each([[29, 0], [30, 10_000], [61, 10_000]])('%d complete enrolments in a month earn %d', (enrolments, reward) => {
    expect(contestReward(enrolments, policy.card)).toBe(reward);
  });
});
