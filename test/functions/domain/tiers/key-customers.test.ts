import { describe, expect, it } from 'vitest';
import { belongsTo, KeyCustomerSets } from '../../../../functions/domain/tiers/key-customer-set.ts';
import { customersInTop, customersMaking, topShare } from '../../../../functions/domain/tiers/key-customers.ts';

describe('the best customers', () => {
  it('the top share is rounded up to a whole customer', () => {
    expect(topShare([100, 400, 200, 300, 0], 20)).toEqual({ customers: 1, spend: 400, share: 0.4 });
    expect(topShare([100, 400, 200, 300, 0], 21)).toEqual({ customers: 2, spend: 700, share: 0.7 });
  });

  it.each([[0.1, 1000, 1], [20, 23_570, 4714], [5, 23_570, 1179], [33.3, 1000, 333], [100, 7, 7], [5, 0, 0]])(
    'the first %d %% of %d customers are %d, whatever floating point says', (percent, customers, expected) => {
      expect(customersInTop(customers, percent)).toBe(expected);
    });

  it('the key customers are the fewest who make 80 % of sales, and no others', () => {
    expect(customersMaking([50, 30, 20], 0.8)).toEqual({ customers: 2, spend: 80, share: 0.8 });
    expect(customersMaking([50, 29, 21], 0.8)).toEqual({ customers: 3, spend: 100, share: 1 });
  });

  it('where nobody spent anything nobody makes it', () => {
    expect(customersMaking([0, 0], 0.8)).toEqual({ customers: 0, spend: 0, share: 0 });
    expect(topShare([], 20)).toEqual({ customers: 0, spend: 0, share: 0 });
  });

  it('who belongs to a set does not depend on the order of arrival, and equal spend goes by id', () => {
    const spends: [string, number][] = [['C3', 100], ['C1', 100], ['C2', 100], ['C4', 300]];
    for (const order of [spends, spends.toReversed()]) {
      const sets = new KeyCustomerSets();
      for (const [id, spend] of order) sets.add(id, spend);
      const members = (end: ReturnType<KeyCustomerSets['top']>): string[] => spends.filter(([id, spend]) => belongsTo(end, spend, id)).map(([id]) => id).sort();
      expect(members(sets.top(50))).toEqual(['C1', 'C4']);
      expect(members(sets.making(0.8))).toEqual(['C1', 'C2', 'C4']);
      expect(members(sets.top(0))).toEqual([]);
    }
  });
});
