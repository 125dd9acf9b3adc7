import fc from '../../../support/property.ts';
import { describe, expect, it, vi } from 'vitest';
import { pointsAccount, type PointsAccount } from '../../../../functions/domain/points/points-account.ts';
import { valueOfPoints } from '../../../../functions/domain/points/points-value.ts';
import type { History } from '../../../../functions/domain/history.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { tierStanding, type TierChange } from '../../../../functions/domain/tiers/standing.ts';
import { customer, day, goods, noCuts } from '../tiers/build-history.ts';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const policy: Policy = presets.cards;
const voucherOn = (date: string, points = 3000, amount = 30_000) => ({ day: day(date), points, amount });
const lines = ({ entries }: PointsAccount): string[] => entries.map(({ kind, points, amount }) => `${kind} ${points}${amount > 0 ? ` (${amount})` : ''}`);
const accountOn = (date: string, history: History, changes: TierChange[] = [], rules = policy): PointsAccount => pointsAccount(history, rules, changes, day(date));

describe('the points account', () => {
  it('gives one point for each yuan of net spend, without excluded goods and without fractions', () => {
    const history = customer({}, { purchases: [{ day: day('2026-01-10'), ...goods(12_399, { excludedSpend: 2000 }) }] });
    expect(accountOn('2026-01-10', history)).toMatchObject({ earned: 103, spendable: 103 });
  });

  it('adds up a day before it leaves fractions out, whoever served her and wherever', () => {
    const purchases = ['A1', 'A2'].map((associateId) => ({ day: day('2026-01-10'), ...goods(1_050), associateId, categories: [] }));
    expect(accountOn('2026-01-10', customer({}, { purchases }))).toMatchObject({ earned: 21, spendable: 21 });
  });

  it('multiplies by the tier of the evening before, and only what can be spent', () => {
    const history = customer({ '2026-01-10': 10_000, '2026-01-11': 10_000 });
    const risen: TierChange = { on: day('2026-01-10'), from: 'standard', to: 'diamond', cause: 'entry-met' };
    expect(accountOn('2026-01-31', history, [risen])).toMatchObject({ earned: 200, spendable: 300 });
  });

  it('turns 3,000 points into a voucher of 300 yuan', () => {
    const account = accountOn('2026-02-01', customer({ '2026-01-10': 350_000 }, { redemptions: [voucherOn('2026-02-01')] }));
    expect(lines(account)).toEqual(['purchase 3500', 'voucher -3000 (30000)']);
    expect(account).toMatchObject({ spendable: 500, earned: 3500, refused: [] });
  });

  it('refuses a voucher the points do not cover, and takes nothing for it', () => {
    const account = accountOn('2026-02-01', customer({ '2026-01-10': 299_999 }, { redemptions: [voucherOn('2026-02-01')] }));
    expect(account).toMatchObject({ spendable: 2999, refused: [{ points: 3000 }] });
  });

  it('lets points expire twelve months after the purchase, the oldest being spent first', () => {
    const history = customer({ '2025-01-10': 200_000, '2025-06-10': 200_000 }, { redemptions: [voucherOn('2025-07-01')] });
    expect(accountOn('2026-01-09', history).spendable).toBe(1000);
    expect(accountOn('2026-06-09', history)).toMatchObject({ spendable: 1000, expiring: [{ on: day('2026-06-10'), points: 1000 }] });
    expect(lines(accountOn('2026-06-10', history))).toEqual(['purchase 2000', 'purchase 2000', 'voucher -3000 (30000)', 'expiry -1000']);
  });

  it('points of 29 February can be spent through 27 February of the next year', () => {
    const history = customer({ '2024-02-29': 100_000 });
    expect(accountOn('2025-02-27', history).spendable).toBe(1000);
    expect(accountOn('2025-02-28', history).spendable).toBe(0);
  });

  it('a return takes its points back from both numbers, on its day', () => {
    const history = customer({ '2026-01-10': 60_000 }, { returns: [{ ...goods(40_000), soldOn: day('2026-01-10'), returnedOn: day('2026-03-01') }] });
    expect(accountOn('2026-02-28', history)).toMatchObject({ earned: 1000, spendable: 1000 });
    expect(accountOn('2026-03-01', history)).toMatchObject({ earned: 600, spendable: 600 });
  });

  it('a return of goods whose points expired takes nothing more', () => {
    const history = customer({ '2026-01-10': 50_000 }, { returns: [{ ...goods(40_000), soldOn: day('2024-01-10'), returnedOn: day('2026-03-01') }] });
    expect(accountOn('2026-03-01', history).spendable).toBe(500);
  });

  describe('when the points of returned goods are spent', () => {
    const returned = customer({}, { redemptions: [voucherOn('2026-02-01')], returns: [{ ...goods(300_000), soldOn: day('2026-01-10'), returnedOn: day('2026-03-01') }] });

    it('the refund is reduced by their value', () => {
      const account = accountOn('2026-03-01', returned);
      expect(lines(account)).toEqual(['purchase 3000', 'voucher -3000 (30000)', 'return -3000', 'refund-reduced 3000 (30000)']);
      expect(account.spendable).toBe(0);
    });

    it('or she owes them, and later purchases pay them back first', () => {
      const owing: Policy = { ...policy, points: { ...policy.points, spentBeforeReturn: 'owed' } };
      expect(accountOn('2026-03-01', returned, [], owing).spendable).toBe(-3000);
      const later = { ...returned, purchases: [{ day: day('2026-04-01'), ...goods(400_000) }] };
      expect(accountOn('2026-04-01', later, [], owing)).toMatchObject({ spendable: 1000, earned: 4000 });
    });
  });
});

const someLife = fc.record({
  buys: fc.array(fc.record({ on: fc.integer({ min: 0, max: 900 }), spend: fc.integer({ min: 0, max: 900_000 }), back: fc.array(fc.record({ after: fc.integer({ min: 0, max: 400 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 2 }) }), { maxLength: 8 }),
  vouchers: fc.array(fc.integer({ min: 0, max: 1300 }), { maxLength: 10 }),
  changes: fc.array(fc.record({ on: fc.integer({ min: 0, max: 900 }), to: fc.constantFrom('standard', 'gold', 'diamond') }), { maxLength: 4 }),
  mode: fc.constantFrom('refund-reduced' as const, 'owed' as const),
  expiryMonths: fc.constantFrom(null, 1, 12),
  allBack: fc.boolean(),
});
const closed = 2000;

function lived(life: typeof someLife extends fc.Arbitrary<infer L> ? L : never): { history: History; rules: Policy; changes: TierChange[]; paid: number; refunded: number } {
  const history = customer({});
  let [paid, refunded] = [0, 0];
  life.buys.forEach(({ on, spend, back }, i) => {
    const storeId = `S${i}`;
    let kept = spend;
    paid += spend;
    const giveBack = (amount: number, returnedOn: number): void => {
      kept -= amount;
      refunded += amount;
      history.returns.push({ ...goods(amount, { storeId }), soldOn: on, returnedOn });
    };
    for (const { after, share } of back) giveBack(Math.floor(kept * share), on + after);
    if (life.allBack) giveBack(kept, 1500);
    else history.purchases.push({ day: on, ...goods(kept, { storeId }) });
  });
  history.purchases.sort((a, b) => a.day - b.day);
  history.redemptions = life.vouchers.map((on) => ({ day: on, points: 3000, amount: 30_000 }));
  const changes = life.changes.toSorted((a, b) => a.on - b.on).map(({ on, to }) => ({ on, from: null, to, cause: 'entry-met' as const }));
  return { history, rules: { ...policy, points: { ...policy.points, spentBeforeReturn: life.mode, expiryMonths: life.expiryMonths } }, changes, paid, refunded };
}

describe('for any sequence of buying, redeeming and returning', () => {
  const often = { numRuns: 3000 };
  const byPoints: Policy = { ...policy, ladder: policy.ladder.slice(0, 1).map((tier) => ({ ...tier, entry: { criterion: 'points', atLeast: 0, window: { kind: 'lifetime' } } })) };

  it('the points earned are those that tiers count', () => {
    fc.assert(fc.property(someLife, (life) => {
      const { history } = lived(life);
      const { reason } = tierStanding(history, byPoints, noCuts, closed, null);
      expect(pointsAccount(history, byPoints, [], closed).earned).toBe(reason[0]!.value);
    }), often);
  });

  it('the balance is the sum of the ledger, and below zero only where she owes for a return', () => {
    fc.assert(fc.property(someLife, fc.integer({ min: 0, max: closed }), (life, asOf) => {
      const { history, rules, changes } = lived(life);
      const { entries, spendable, expiring } = pointsAccount(history, rules, changes, asOf);
      expect(entries.reduce((sum, { points }) => sum + points, 0)).toBe(spendable);
      const mayOwe = life.mode === 'owed' && entries.some(({ kind }) => kind === 'return');
      expect(spendable >= 0 || mayOwe).toBe(true);
      expect(life.expiryMonths === null || expiring.every(({ on }) => on > asOf)).toBe(true);
    }), often);
  });

  it('nobody makes money: with everything brought back, vouchers were paid for by smaller refunds or are owed', () => {
    let redeemed = 0;
    fc.assert(fc.property(someLife, (life) => {
      const { history, rules, changes, paid, refunded } = lived({ ...life, allBack: true });
      const { entries, spendable } = pointsAccount(history, rules, changes, closed);
      const sum = (kind: string): number => entries.reduce((total, entry) => total + (entry.kind === kind ? entry.amount : 0), 0);
      const owed = valueOfPoints(Math.max(0, -spendable), rules.points);
      redeemed += sum('voucher');
      expect(refunded - sum('refund-reduced') + sum('voucher') - owed).toBeLessThanOrEqual(paid);
      expect(spendable).toBeLessThanOrEqual(0);
    }), often);
    expect(redeemed).toBeGreaterThan(1_000_000);
  });

  it('vouchers are always worth less than what was paid', () => {
    fc.assert(fc.property(someLife, (life) => {
      const { history, rules, changes, paid } = lived(life);
      const vouchers = pointsAccount(history, rules, changes, closed).entries.filter(({ kind }) => kind === 'voucher');
      expect(vouchers.reduce((total, { amount }) => total + amount, 0)).toBeLessThanOrEqual(paid * 0.2);
    }), often);
  });

  it('the order of arrival does not matter', () => {
    fc.assert(fc.property(someLife, (life) => {
      const { history, rules, changes } = lived(life);
      const reversed = { ...history, returns: history.returns.toReversed(), redemptions: history.redemptions.toReversed() };
      expect(pointsAccount(reversed, rules, changes, closed)).toEqual(pointsAccount(history, rules, changes, closed));
    }), often);
  });
});
