import fc from '../../../support/property.ts';
import { describe, expect, it, vi } from 'vitest';
import { BusinessCalendar, formatDay, parseDay } from '../../../../functions/domain/calendar.ts';
import type { Fact, SaleRecorded, SaleReturned } from '../../../../functions/domain/ledger/facts.ts';
import { foldCustomer } from '../../../../functions/domain/ledger/fold-customer.ts';
import { resolveFacts } from '../../../../functions/domain/ledger/resolve-facts.ts';
import { Exchange } from '../../../../functions/domain/money.ts';
import { pointsAccount } from '../../../../functions/domain/points/points-account.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { tierStanding, type TierStanding } from '../../../../functions/domain/tiers/standing.ts';
import { factsIn, sentEvents } from '../../../support/random-facts.ts';
import { ladder, noCuts, spent } from './build-history.ts';
import { somePolicy } from './random-customers.ts';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const settings = {
  calendar: new BusinessCalendar('Asia/Shanghai'), excludes: () => false,
  exchange: new Exchange('CNY', [{ currency: 'USD', from: '2024-01-01', rate: 7 }, { currency: 'USD', from: '2026-07-01', rate: 7.2 }]),
};

/** The way of the night: what counts of facts that contradict each other, folded, and judged. */
function judged(facts: readonly Fact[], policy: Policy, asOf: string, customerId = 'C1'): TierStanding {
  const recorded = facts.map((fact) => ({ fact, digest: JSON.stringify(fact) }));
  const { history } = foldCustomer(customerId, resolveFacts(recorded).facts, parseDay(asOf), settings);
  return tierStanding(history, policy, noCuts, parseDay(asOf), null);
}

const sale = (more: Partial<SaleRecorded> & { occurredAt: string }, unitPrice = 1000): SaleRecorded => ({
  kind: 'SaleRecorded', id: 'T1', version: 1, storeId: 'S1', customerId: 'C1', currency: 'CNY', lines: [{ sku: 'W', quantity: 1, unitPrice }], ...more,
});

describe('a tier from the facts themselves', () => {
  const yearly = ladder({ entry: spent(1000) }, { entry: spent(5000) });

  // Shanghai is eight hours ahead of UTC all year round.
  it.each([
    ['the last minute of the window’s first day is before it', '2025-06-30T23:59:59+08:00', '2026-06-30', 'base'],
    ['the first minute of the window counts', '2025-07-01T00:00:00+08:00', '2026-06-30', 'middle'],
    ['the last minute of the as-of day counts', '2026-06-30T23:59:59+08:00', '2026-06-30', 'middle'],
    ['the minute after it does not', '2026-07-01T00:00:00+08:00', '2026-06-30', null],
    ['a till that writes UTC means the same minute', '2026-06-30T15:59:59Z', '2026-06-30', 'middle'],
    ['and the same minute after it', '2026-06-30T16:00:00Z', '2026-06-30', null],
    ['a till elsewhere does, too', '2026-06-30T11:59:59-04:00', '2026-06-30', 'middle'],
  ])('%s', (_, occurredAt, asOf, tier) => {
    expect(judged([sale({ occurredAt })], yearly, asOf).tier).toBe(tier);
  });

  // 10.00 dollars are 70.00 yuan until 30 June and 72.00 from 1 July on.
  it.each([
    ['at the rate of the day it was sold, not today’s', '2026-06-30T23:59:59+08:00', 7200, 'base'],
    ['at the new rate from its first minute on', '2026-07-01T00:00:00+08:00', 7200, 'middle'],
    ['and one minor unit decides', '2026-07-01T00:00:00+08:00', 7201, 'base'],
  ])('money of another currency counts %s', (_, occurredAt, atLeast, tier) => {
    const policy = ladder({ entry: spent(atLeast) }, { entry: spent(1e9) });
    expect(judged([sale({ occurredAt, currency: 'USD' })], policy, '2026-12-31').tier).toBe(tier);
  });

  it('a sale that arrives late, and a correction that arrives first, are in the history where they belong', () => {
    const first = sale({ occurredAt: '2026-01-10T12:00:00+08:00' }, 400);
    const late = sale({ id: 'T2', occurredAt: '2026-01-05T12:00:00+08:00' }, 600);
    const corrected = sale({ version: 2, occurredAt: '2026-01-10T12:00:00+08:00' }, 399);
    expect(judged([first, late], yearly, '2026-02-01')).toMatchObject({ tier: 'middle', since: parseDay('2026-01-10') });
    expect(judged([corrected, first, late], yearly, '2026-02-01')).toMatchObject({ tier: 'base', since: parseDay('2026-01-05') });
  });

  it('an override holds to the last minute of its last day', () => {
    const set: Fact = { kind: 'TierOverridden', id: 'O1', version: 1, storeId: 'S1', customerId: 'C1', occurredAt: '2026-03-01T23:59:00+08:00', tier: 'top', author: 'A', reason: 'r', expiresOn: '2026-03-31' };
    const enrolled: Fact = { kind: 'CustomerEnrolled', id: 'E1', version: 1, storeId: 'S1', customerId: 'C1', occurredAt: '2026-01-01T12:00:00+08:00' };
    const on = (asOf: string) => judged([enrolled, set], yearly, asOf).tier;
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-03-31'), on('2026-04-01')]).toEqual(['base', 'top', 'top', 'base']);
  });
});

const asOf = '2025-12-31';
const order = fc.array(fc.nat(), { minLength: 80, maxLength: 80 });

describe('for any facts and policy', () => {
  it('every order of arrival, with facts that come twice, gives the same tier, reason, counterfactual and history', () => {
    fc.assert(fc.property(sentEvents, somePolicy, order, (events, policy, keys) => {
      const facts = factsIn(events);
      const arriving = [...facts, ...facts.filter((_, at) => keys[at]! % 3 === 0)].map((fact, at) => ({ fact, key: keys[at % keys.length]! })).sort((a, b) => a.key - b.key).map(({ fact }) => fact);
      for (const customerId of ['C1', 'C2', 'C3', 'C4', 'C5']) {
        const own = (all: readonly Fact[]) => all.filter((fact) => fact.customerId === customerId);
        expect(judged(own(arriving), policy, asOf, customerId)).toEqual(judged(own(facts), policy, asOf, customerId));
      }
    }), { numRuns: 500 });
  });

  it('a return of a whole sale undoes what the sale did, to her tier and to her points', () => {
    const decided = { lifted: 0 };
    const added = fc.record({ sold: fc.integer({ min: 0, max: 700 }), after: fc.integer({ min: 0, max: 60 }), price: fc.integer({ min: 1, max: 90_000 }), quantity: fc.integer({ min: 1, max: 5 }) });
    fc.assert(fc.property(sentEvents, somePolicy, added, (events, policy, { sold, after, price, quantity }) => {
      const undo: Policy = { ...scaled(policy), returns: 'undo' };
      const facts = factsIn(events).filter(({ customerId, kind }) => customerId === 'C1' && kind !== 'TierOverridden' && kind !== 'VoucherRedeemed');
      // Whoever is a member by this sale alone would otherwise have begun her membership with it.
      const enrolled: Fact = { kind: 'CustomerEnrolled', id: 'E0', version: 1, storeId: 'S01', customerId: 'C1', occurredAt: '2023-12-31T12:00:00+08:00' };
      const at = (days: number): string => `${formatDay(parseDay('2024-01-01') + days)}T12:00:00+08:00`;
      const bought = sale({ id: 'X1', occurredAt: at(sold), lines: [{ sku: 'X', quantity, unitPrice: price }] });
      const back: SaleReturned = { kind: 'SaleReturned', id: 'XR', version: 1, storeId: 'S01', customerId: 'C1', saleId: 'X1', occurredAt: at(sold + after) };
      const without = [enrolled, ...facts];
      const day = formatDay(parseDay('2024-01-01') + sold + after);
      for (const on of [day, formatDay(parseDay(day) + 45), '2026-12-31']) expect(judged([...without, bought, back], undo, on).tier, on).toBe(judged(without, undo, on).tier);
      if (judged([...without, bought], undo, day).tier !== judged(without, undo, day).tier) decided.lifted += 1;
      const points = (all: readonly Fact[]) => {
        const { history } = foldCustomer('C1', resolveFacts(all.map((fact) => ({ fact, digest: JSON.stringify(fact) }))).facts, parseDay('2026-12-31'), settings);
        const { earned, spendable } = pointsAccount(history, undo, [], parseDay('2026-12-31'));
        return { earned, spendable };
      };
      expect(points([...without, bought, back])).toEqual(points(without));
    }), { numRuns: 1500 });
    expect(decided.lifted).toBeGreaterThan(100);
  });
});

/** Thresholds of the small invented customers, raised to what real tickets come to. */
function scaled(policy: Policy): Policy {
  const raise = (text: string): string => text.replaceAll(/"criterion":"(net-spend|gross-margin|points)","atLeast":(\d+)/g, (_, name: string, amount: string) => `"criterion":"${name}","atLeast":${Number(amount) * 1000}`);
  return JSON.parse(raise(JSON.stringify(policy))) as Policy;
}
