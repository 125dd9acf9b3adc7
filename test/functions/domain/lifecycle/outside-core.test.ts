import { describe, expect, it } from 'vitest';
import type { History, Purchase } from '../../../../functions/domain/history.ts';
import { outsideCore } from '../../../../functions/domain/lifecycle/outside-core.ts';
import { buyer, purchase } from './people.ts';

const asOf = 1_000;
const regular = [700, 800, 900, 990];
const look = (history: History, coreFrom: number | null = 1_000_000) => outsideCore(history, 'mature', coreFrom, asOf);
const codes = (history: History) => look(history)!.reasons.map(({ code }) => code);
const all = (change: Partial<Purchase>) => buyer([], { purchases: regular.map((day) => ({ ...purchase(day), ...change })) });
const ofCategory = (...names: string[]) => buyer([], { purchases: regular.map((day, i) => ({ ...purchase(day), categories: [{ category: names[i % names.length]!, tickets: 1, units: 1, netSpend: 50_000 }] })) });

describe('outside the core', () => {
  it('is nobody who spends as much as the fifth that spends most, nobody who never bought, and nobody while there is no such fifth', () => {
    expect(look(buyer(regular), 200_000)).toBeNull();
    expect(look(buyer([]))).toBeNull();
    expect(look(buyer(regular), null)).toBeNull();
    expect(look(buyer(regular), 200_001)!.missing).toBe(1);
  });

  it('is because of nothing in particular for a customer who buys this and that, often, at full price, and keeps it', () => {
    expect(codes(ofCategory('dress', 'coat'))).toEqual([]);
  });

  it('is told apart by why', () => {
    expect(codes(all({ listValue: 60_000 }))).toEqual(['offers-only']);
    expect(codes(all({ listValue: 55_000 }))).toEqual([]);
    expect(look(ofCategory('dress'))!.reasons).toEqual([{ code: 'one-category', category: 'dress', share: 1 }]);
    expect(look(buyer([100, 500, 700, 900]))!.reasons).toEqual([{ code: 'low-frequency', occasions: 2 }]);
    const back = { ...purchase(700), soldOn: 700, returnedOn: 710, netSpend: 90_000 };
    expect(look(buyer(regular, { returns: [back] }))!.reasons).toEqual([{ code: 'returns', share: 90_000 / 290_000 }]);
    expect(codes(buyer(regular, { returns: [{ ...back, netSpend: 80_000 }] }))).toEqual([]);
  });

  it.each([
    ['three visits like hers away and still here', 'mature', 350_000, 'win-over'], ['a little more than three visits away', 'mature', 350_001, 'low-cost'],
    ['near but silent', 'dormant', 210_000, 'low-cost'], ['near and new', 'new', 210_000, 'win-over'],
  ] as const)('is served according to whether she could be won: %s', (_, stage, coreFrom, service) => {
    expect(outsideCore(buyer(regular), stage, coreFrom, asOf)!.service).toBe(service);
  });
});
