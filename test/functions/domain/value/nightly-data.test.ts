import { describe, expect, it } from 'vitest';
import type { History, ReturnedGoods } from '../../../../functions/domain/history.ts';
import { NightlyData } from '../../../../functions/domain/value/nightly-data.ts';
import { historyOf } from './simulate.ts';

const asOf = 20_000;
const holdoutDays = 91;
const boundary = asOf - holdoutDays;

function nightOf(...histories: History[]): NightlyData {
  const data = new NightlyData(asOf, holdoutDays);
  for (const history of histories) data.add(history);
  return data;
}

/** Goods for 3,000 sold on one day and brought back on another, already taken off her purchases. */
function returned(soldOn: number, returnedOn: number): ReturnedGoods {
  return { soldOn, returnedOn, storeId: 'S01', tickets: 1, units: 1, netSpend: 3000, knownMargin: 0, knownMarginSpend: 0, listValue: 3000, excludedSpend: 0 };
}

const kept = historyOf('anna', [{ day: boundary - 70, spend: 1000 }, { day: boundary - 7, spend: 2000 }, { day: boundary + 1, spend: 500 }, { day: asOf, spend: 700 }]);

describe('what a night gathers', () => {
  it('cuts at the hold-out: its first day is predicted, the day before it is known', () => {
    const { summaries, occasions, spend, weeks } = nightOf(kept, historyOf('bea', [{ day: boundary, spend: 10 }]), historyOf('cleo', [{ day: boundary + 1, spend: 10 }])).holdout();
    expect(summaries).toEqual({ length: 2, frequency: Float64Array.of(1, 0), recency: Float64Array.of(9, 0), age: Float64Array.of(10, 0), monetaryValue: Float64Array.of(2000, 0) });
    expect([...occasions, ...spend!, weeks]).toEqual([2, 0, 1200, 0, 13]);
  });

  it.each([
    ['part of an occasion', { ...kept, returns: [returned(boundary - 7, asOf - 5)] }, { frequency: 1, recency: 9, monetaryValue: 5000 }],
    ['a whole occasion', { ...kept, returns: [returned(boundary - 1, asOf - 5)] }, { frequency: 2, recency: 69 / 7, monetaryValue: 2500 }],
  ])('does not let the back-test know that %s will be brought back in the hold-out', (_, history, seen) => {
    const data = nightOf(history);
    const { frequency, recency, monetaryValue } = data.holdout().summaries;
    expect({ frequency: frequency[0], recency: recency[0], monetaryValue: monetaryValue[0] }).toEqual(seen);
    expect([...data.holdout().occasions, ...data.holdout().spend!]).toEqual([2, 1200]);
    expect([...data.summaries().frequency, ...data.summaries().monetaryValue]).toEqual([3, 3200 / 3]);
  });

  it('keeps somebody who brought everything back in the hold-out as the customer she was before it', () => {
    const data = nightOf(historyOf('anna', []), { ...historyOf('dora', []), returns: [returned(boundary - 10, boundary + 5)] });
    expect(data.holdout().summaries).toMatchObject({ length: 1, age: Float64Array.of(10 / 7) });
    expect([...data.holdout().occasions]).toEqual([0]);
    expect(data.customers).toBe(0);
  });

  it('lets the back-test know what was brought back before the hold-out', () => {
    const { frequency, monetaryValue } = nightOf({ ...kept, returns: [returned(boundary - 7, boundary)] }).holdout().summaries;
    expect([...frequency, ...monetaryValue]).toEqual([1, 2000]);
  });
});
