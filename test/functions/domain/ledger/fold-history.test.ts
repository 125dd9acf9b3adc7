import { createHash } from 'node:crypto';
import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { BusinessCalendar, parseDay } from '../../../../functions/domain/calendar.ts';
import type { Fact, SaleRecorded, SaleReturned } from '../../../../functions/domain/ledger/facts.ts';
import { foldCustomer } from '../../../../functions/domain/ledger/fold-customer.ts';
import { packHistories, unpackHistories } from '../../../../functions/domain/ledger/packed-history.ts';
import { partitionsOf } from '../../../../functions/domain/ledger/partition.ts';
import { resolveFacts } from '../../../../functions/domain/ledger/resolve-facts.ts';
import { Exchange, NoExchangeRate } from '../../../../functions/domain/money.ts';
import { factsIn, sentEvents } from '../../../support/random-facts.ts';

const calendar = new BusinessCalendar('Asia/Shanghai');
const settings = { calendar, exchange: new Exchange('CNY', [{ currency: 'USD', from: '2024-01-01', rate: 7 }, { currency: 'USD', from: '2024-07-01', rate: 7.2 }, { currency: 'JPY', from: '2024-01-01', rate: 0.05 }]), excludes: () => false };
const asOf = parseDay('2025-12-31');
const sale = (change: Partial<SaleRecorded> = {}): SaleRecorded => ({
  kind: 'SaleRecorded', id: 'T1', version: 1, storeId: 'S01', customerId: 'C1', currency: 'CNY', occurredAt: '2024-03-14T15:04:00+08:00',
  lines: [{ sku: 'W-1', quantity: 2, unitPrice: 100_00, listPrice: 120_00, unitCost: 40_00 }, { sku: 'W-2', quantity: 1, unitPrice: 33_33 }], ...change,
});
const back = (change: Partial<SaleReturned> = {}): SaleReturned => ({
  kind: 'SaleReturned', id: 'R1', version: 1, storeId: 'S02', customerId: 'C1', saleId: 'T1', occurredAt: '2024-03-20T11:00:00+08:00', ...change,
});
const fold = (...facts: Fact[]) => foldCustomer('C1', facts, asOf, settings).history;
const recorded = (facts: readonly Fact[]) => facts.map((fact) => ({ fact, digest: createHash('sha256').update(JSON.stringify(fact)).digest('hex') }));

describe('folding facts into a history', () => {
  it('counts tickets, units, net spend, list value and the margin of lines whose cost is known', () => {
    expect(fold(sale()).purchases).toEqual([{
      day: parseDay('2024-03-14'), storeId: 'S01', tickets: 1, units: 3, netSpend: 233_33, knownMargin: 120_00, knownMarginSpend: 200_00, listValue: 273_33, excludedSpend: 0, associateId: null, categories: [],
    }]);
  });

  it('merges the tickets of one business day in one store', () => {
    const { purchases } = fold(sale(), sale({ id: 'T2', occurredAt: '2024-03-14T23:59:59+08:00' }), sale({ id: 'T3', occurredAt: '2024-03-15T00:00:00+08:00' }));
    expect(purchases.map(({ day, tickets }) => [day - parseDay('2024-03-14'), tickets])).toEqual([[0, 2], [1, 1]]);
  });

  it('takes a partial return off the day of the sale and dates it', () => {
    const history = fold(sale(), back({ lines: [{ sku: 'W-1', quantity: 1 }] }));
    expect(history.purchases[0]).toMatchObject({ tickets: 1, units: 2, netSpend: 133_33 });
    expect(history.returns).toEqual([expect.objectContaining({ soldOn: parseDay('2024-03-14'), returnedOn: parseDay('2024-03-20'), units: 1, netSpend: 100_00, tickets: 0, storeId: 'S01' })]);
  });

  it('leaves no occasion when everything went back, in one return or in several that ask for more than there was', () => {
    for (const returns of [[back()], [back({ lines: [{ sku: 'W-1', quantity: 9 }] }), back({ id: 'R2' })]]) {
      expect(fold(sale(), ...returns).purchases).toEqual([]);
    }
  });

  it('keeps to the cent what was paid for a line, whatever is returned of it', () => {
    const thirds = sale({ lines: [{ sku: 'W-1', quantity: 3, unitPrice: 33, amount: 100 }] });
    const returns = [1, 2, 3].map((n) => back({ id: `R${n}`, lines: [{ sku: 'W-1', quantity: 1 }] }));
    const history = fold(thirds, ...returns);
    expect(history.returns.reduce((sum, { netSpend }) => sum + netSpend, 0)).toBe(100);
  });

  it('waits for the sale of a return that came first', () => {
    expect(fold(back()).returns).toEqual([]);
    expect(fold(back(), sale())).toEqual(fold(sale(), back()));
  });

  it('does not see what happens after the as-of date, and says when it will', () => {
    const { history } = foldCustomer('C1', [sale(), back()], parseDay('2024-03-19'), settings);
    expect(history.purchases[0]!.units).toBe(3);
    expect(history.deferredFrom).toBe(parseDay('2024-03-20'));
  });

  it('converts at the rate of the day of sale, in minor units of either currency', () => {
    const dollars = (occurredAt: string) => fold(sale({ currency: 'USD', occurredAt, lines: [{ sku: 'W', quantity: 1, unitPrice: 10_00 }] })).purchases[0]!.netSpend;
    expect(dollars('2024-06-30T23:59:00+08:00')).toBe(70_00);
    expect(dollars('2024-07-01T00:00:00+08:00')).toBe(72_00);
    expect(fold(sale({ currency: 'JPY', lines: [{ sku: 'W', quantity: 1, unitPrice: 1000 }] })).purchases[0]!.netSpend).toBe(50_00);
    expect(() => fold(sale({ currency: 'EUR' }))).toThrow(NoExchangeRate);
  });

  it('gives a sale that was moved to another customer to her alone', () => {
    const moved = sale({ version: 2, customerId: 'C2', previousCustomerId: 'C1' });
    expect(partitionsOf(moved, calendar)).toEqual(['C2', 'C1']);
    expect(foldCustomer('C1', resolveFacts(recorded([sale(), moved])).facts, asOf, settings).history.purchases).toEqual([]);
    expect(foldCustomer('C2', resolveFacts(recorded([moved])).facts, asOf, settings).history.purchases).toHaveLength(1);
  });

  it('keeps walk-ins by store and business day, a return with the sale it names', () => {
    const walkIn = sale({ customerId: undefined, occurredAt: '2024-03-14T23:30:00+08:00' });
    const walkInReturn = back({ customerId: undefined, storeId: 'S01', soldOn: '2024-03-14' });
    expect(partitionsOf(walkIn, calendar)).toEqual(['walk-in#S01#2024-03-14']);
    expect(partitionsOf(walkInReturn, calendar)).toEqual(['walk-in#S01#2024-03-14']);
  });

  it('gives the same history for every order of arrival and any number of duplicates', () => {
    fc.assert(fc.property(sentEvents, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (events, random) => {
      const facts = factsIn(events).filter(({ customerId }) => customerId === 'C1');
      const order = () => random.next().value as number;
      const again = [...facts, ...facts.filter(() => order() < 0.3)].map((fact) => ({ fact, key: order() })).sort((a, b) => a.key - b.key).map(({ fact }) => fact);
      expect(fold(...resolveFacts(recorded(again)).facts)).toEqual(fold(...resolveFacts(recorded(facts)).facts));
    }), { numRuns: 300 });
  });

  it('is the same after packing', () => {
    fc.assert(fc.property(sentEvents, (events) => {
      const histories = ['C1', 'C2', 'C3'].map((customer) => foldCustomer(customer, resolveFacts(recorded(factsIn(events).filter(({ customerId }) => customerId === customer))).facts, asOf, settings).history);
      expect([...unpackHistories(packHistories(histories))]).toEqual(histories);
    }), { numRuns: 200 });
  });
});

describe('resolving facts', () => {
  it.each([
    ['the higher version', sale({ version: 2 }), sale({ recordedAt: '2025-01-01T00:00:00Z' })],
    ['of one version the one recorded later', sale({ recordedAt: '2025-01-02T00:00:00Z' }), sale({ recordedAt: '2025-01-01T00:00:00Z' })],
    ['a correction that says when it was recorded, over the first word', sale({ recordedAt: '2024-03-15T00:00:00Z' }), sale()],
  ])('lets %s win in any order and reports the conflict', (_, winner, loser) => {
    for (const facts of [[winner, loser], [loser, winner, loser]]) {
      const resolved = resolveFacts(recorded(facts));
      expect(resolved.facts).toEqual([winner]);
      expect(resolved.conflicts).toHaveLength(1);
    }
  });

  it('reports no conflict for the same fact twice', () => {
    expect(resolveFacts(recorded([sale(), sale()]))).toEqual({ facts: [sale()], conflicts: [] });
  });
});
