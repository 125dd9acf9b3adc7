import { describe, expect, it } from 'vitest';
import { recommendCategories, recommendItems } from '../../../../functions/domain/recommendation/recommend.ts';
import { emptyHistory } from '../../../../functions/domain/history.ts';
import { addCategories, keptCounts, togetherFrom } from '../../../../functions/domain/recommendation/category-counts.ts';
import { addCustomer, affinity, emptyTogether, mergeInto, type Bought } from '../../../../functions/domain/recommendation/together.ts';
import { purchase } from '../lifecycle/people.ts';
import { seeded } from '../lifecycle/random.ts';

const bought = (item: string, more: Partial<Bought> = {}): Bought => ({ item, category: null, day: 0, returned: false, ...more });
const counted = (...customers: string[][]) => customers.reduce((counts, items) => addCustomer(counts, items), emptyTogether());
const times = (n: number, items: string[]) => Array.from({ length: n }, () => items);

describe('what goes together', () => {
  it('is the cosine of two items, drawn to 0 where few customers kept both', () => {
    const counts = counted(...times(20, ['coat', 'scarf']), ...times(60, ['coat']));
    // 20 of √(80 × 20) = 40 customers, times 20 / 25.
    expect(affinity(counts, 'coat', 'scarf')).toBeCloseTo(0.4, 12);
    expect(affinity(counts, 'coat', 'hat')).toBe(0);
  });

  it('counts a customer once, however often she bought', () => {
    expect(counted(['coat', 'coat', 'scarf'])).toEqual(counted(['coat', 'scarf']));
  });

  it('of parts adds up', () => {
    const random = seeded(4);
    const customers = Array.from({ length: 60 }, () => Array.from({ length: 4 }, () => `i${Math.floor(random() * 9)}`));
    expect(mergeInto(counted(...customers.slice(0, 25)), counted(...customers.slice(25)))).toEqual(counted(...customers));
  });
});

describe('recommended items', () => {
  const counts = counted(...times(20, ['coat', 'scarf']), ...times(10, ['coat', 'boots']), ...times(10, ['boots', 'hat']));

  it('are those that others kept with what she has, with the reason', () => {
    expect(recommendItems([bought('coat')], counts).map(({ what, reason }) => [what, reason])).toEqual([
      ['scarf', { code: 'bought-together', because: 'coat', customers: 20 }], ['boots', { code: 'bought-together', because: 'coat', customers: 10 }],
    ]);
  });

  it('are never what she has or what she brought back, and follow from nothing she brought back', () => {
    expect(recommendItems([bought('coat'), bought('scarf', { returned: true })], counts).map(({ what }) => what)).toEqual(['boots']);
    expect(recommendItems([bought('coat', { returned: true })], counts)).toEqual([]);
  });

  it('find again what was hidden from them for most simulated customers with a taste', () => {
    const random = seeded(8);
    const shopper = () => {
      const taste = Math.floor(random() * 5);
      return [...new Set(Array.from({ length: 8 }, () => `${random() < 0.85 ? taste : Math.floor(random() * 5)}-${Math.floor(random() * 12)}`))];
    };
    const learned = counted(...Array.from({ length: 800 }, shopper));
    let hits = 0;
    for (let i = 0; i < 300; i++) {
      const [hidden, ...rest] = shopper();
      if (recommendItems(rest.map((item) => bought(item)), learned, 10).some(({ what }) => what === hidden)) hits += 1;
    }
    // Ten of 60 items by chance find the hidden one in 17 of 100 cases.
    expect(hits / 300).toBeGreaterThan(0.5);
  });
});

describe('recommended categories', () => {
  const counts = counted(...times(20, ['dress', 'shoes']));
  const visits = [
    bought('a', { category: 'dress', day: 900 }), bought('b', { category: 'dress', day: 990 }), bought('c', { category: 'coat', day: 200 }),
    bought('d', { category: 'hat', day: 950, returned: true }), bought('e', { day: 999 }),
  ];

  it('begin with her own habit, the recent before the old, and go on with what customers like her buy', () => {
    expect(recommendCategories(visits, counts, 1_000).map(({ what, reason }) => [what, reason])).toEqual([
      ['dress', { code: 'own-habit', times: 2, lastOn: 990 }], ['coat', { code: 'own-habit', times: 1, lastOn: 200 }],
      ['shoes', { code: 'bought-together', because: 'dress', customers: 20 }],
    ]);
  });

  it('leave out what she brought back', () => {
    const withHats = counted(...times(20, ['dress', 'hat']));
    expect(recommendCategories(visits, withHats, 1_000).map(({ what }) => what)).not.toContain('hat');
  });
});

describe('counts of categories kept with a run', () => {
  const history = (...visits: string[][]) => ({ ...emptyHistory('C'), purchases: visits.map((names, day) => ({ ...purchase(day), categories: names.map((category) => ({ category, tickets: 1, units: 1, netSpend: 1 })) })) });

  it('come back as they were', () => {
    const counts = emptyTogether();
    for (const each of [history(['dress'], ['shoes', 'bag']), history(['bag', 'dress']), history([], ['hat'])]) addCategories(counts, each);
    expect(affinity(togetherFrom(keptCounts(counts)), 'bag', 'dress')).toBe(affinity(counts, 'bag', 'dress'));
    expect(togetherFrom(keptCounts(counts)).customers).toEqual(counts.customers);
    expect(keptCounts(counts).pairs).toEqual([['bag', 'dress', 2], ['bag', 'shoes', 1], ['dress', 'shoes', 1]]);
  });

  it('are the same in whatever order the customers came', () => {
    const people = [history(['dress', 'bag']), history(['shoes'], ['bag']), history(['hat', 'dress'])];
    const counted = (list: typeof people) => { const counts = emptyTogether(); for (const each of list) addCategories(counts, each); return keptCounts(counts); };
    expect(counted(people.toReversed())).toEqual(counted(people));
  });

  it('leave out the rarest where a till names more than can be kept', () => {
    const counts = emptyTogether();
    for (let i = 0; i < 200; i++) addCategories(counts, history([`c${i}`, 'dress']));
    const { customers, pairs } = keptCounts(counts);
    expect([customers.length, pairs.length, customers.some(([category]) => category === 'dress')]).toEqual([80, 79, true]);
    expect(JSON.stringify({ customers, pairs }).length).toBeLessThan(5_000);
  });
});
