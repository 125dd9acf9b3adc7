import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { ChangedBetweenPasses, RankSearch, type Spender } from '../../../../functions/domain/tiers/rank-search.ts';
import { customersInTop } from '../../../../functions/domain/tiers/key-customers.ts';

/** Few enough that most searches of a hundred customers take several passes. */
const smallSample = 16;

function searched(spenders: readonly Spender[], percent: number, size?: number) {
  const search = new RankSearch(percent, size);
  let passes = 0;
  for (; search.found === null; passes++) {
    for (const { spend, customerId } of spenders) search.add(spend, customerId);
    search.endPass();
  }
  return { ...search.found, passes };
}

/** The same by sorting everybody. */
function sorted(spenders: readonly Spender[], percent: number) {
  const qualifying = customersInTop(spenders.length, percent);
  const ranked = spenders.toSorted((a, b) => b.spend - a.spend || (a.customerId < b.customerId ? -1 : 1));
  return { customers: spenders.length, qualifying, last: ranked[qualifying - 1] ?? null };
}

const named = (spends: readonly number[]): Spender[] => spends.map((spend, at) => ({ spend, customerId: `C${at}` }));

describe('the search for the last of the first per cent', () => {
  const percents = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(0.1, 5, 33.3, 99.9));

  it.each([['few amounts, so that many are equal', 3], ['amounts that hardly ever meet', 1e9]])('finds whom sorting finds, with %s, in any order', (_, most) => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: most }), { maxLength: 400 }), percents, (spends, percent) => {
      const spenders = named(spends);
      const { passes, ...found } = searched(spenders, percent, smallSample);
      expect(found).toEqual(sorted(spenders, percent));
      expect(searched(spenders.toReversed(), percent, smallSample)).toEqual({ passes, ...found });
    }), { numRuns: 1000 });
  });

  it('takes one pass where everybody fits into the sample, and two over a hundred thousand', () => {
    expect(searched(named(Array.from({ length: 8_000 }, (_, at) => at % 977)), 20).passes).toBe(1);
    const many = named(Array.from({ length: 100_000 }, (_, at) => (at * 7_919) % 50_021));
    for (const percent of [5, 20, 50]) expect(searched(many, percent)).toEqual({ ...sorted(many, percent), passes: 2 });
  });

  it('says that nobody is first of none', () => {
    expect(searched([], 20)).toEqual({ customers: 0, qualifying: 0, last: null, passes: 1 });
  });

  it('refuses customers who can be looped over only once, instead of finding somebody else', () => {
    const once = named(Array.from({ length: 100 }, (_, at) => at)).values();
    const search = new RankSearch(20, smallSample);
    const pass = (): void => {
      for (const { spend, customerId } of once) search.add(spend, customerId);
      search.endPass();
    };
    pass();
    expect(pass).toThrow(ChangedBetweenPasses);
  });
});
