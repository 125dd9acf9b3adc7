import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../functions/domain/history.ts';
import { addAnswer, cesOf, csatOf, easyShareOf, emptyTally, mergeTallies, npsOf, type Tally } from '../../../../functions/domain/satisfaction/tally.ts';
import { ces, csat, nps } from '../lifecycle/people.ts';

const tallyOf = (answers: readonly Answer[]): Tally => answers.reduce((tally, answer) => addAnswer(tally, answer), emptyTally());

describe('CSAT', () => {
  // The boxes of the convention named in the settings.
  it.each([
    [2, [2]], [3, [3]], [4, [3, 4]], [5, [4, 5]], [6, [5, 6]], [7, [6, 7]], [10, [8, 9, 10]],
  ])('on a scale of 1 to %i counts %j as satisfied', (scale, positive) => {
    const satisfied = Array.from({ length: scale }, (_, i) => i + 1).filter((score) => csatOf(tallyOf([csat(score, 0, scale)])).value === 1);
    expect(satisfied).toEqual(positive);
  });

  it('is a share of all answers whatever their scales', () => {
    expect(csatOf(tallyOf([csat(5), csat(3), csat(3, 0, 3), csat(6, 0, 7)]))).toMatchObject({ value: 0.75, n: 4 });
  });

  it('has no value and no interval without answers', () => {
    expect(csatOf(tallyOf([nps(9)]))).toEqual({ value: null, n: 0, interval: null });
  });
});

describe('NPS', () => {
  it('counts 9 and 10 as promoters, 0 to 6 as detractors, 7 and 8 as neither', () => {
    expect(tallyOf(Array.from({ length: 11 }, (_, score) => nps(score)))).toMatchObject({ nps: 11, npsPromoters: 2, npsDetractors: 7 });
  });

  it.each([6.5, 8.5, -1, 11, Number.NaN])('does not count an answer of %d, which the scale does not have', (score) => {
    expect(npsOf(tallyOf([nps(score), nps(10)]))).toMatchObject({ value: 100, n: 1 });
  });

  it('lies between −100 and 100 with an interval on the same scale', () => {
    const { value, n, interval } = npsOf(tallyOf([nps(10), nps(9), nps(8), nps(3), nps(9)]));
    expect({ value, n }).toEqual({ value: 40, n: 5 });
    // 3 promoters, 1 detractor of 5: (3.75 − 1.75)/8 ± 1.959964 × √((0.46875 + 0.21875 − 0.0625)/8)
    expect(interval![0]).toBeCloseTo(-29.78, 2);
    expect(interval![1]).toBeCloseTo(79.78, 2);
  });
});

describe('CES', () => {
  it('is the mean answer with the t interval of a mean', () => {
    // Mean 5.4, standard deviation 1.1402, t(4) = 2.7764: 5.4 ± 1.4157, computed by hand.
    const { value, interval } = cesOf(tallyOf([4, 5, 5, 6, 7].map((score) => ces(score))));
    expect(value).toBeCloseTo(5.4, 12);
    expect(interval![0]).toBeCloseTo(3.9843, 4);
    expect(interval![1]).toBeCloseTo(6.8157, 4);
  });

  it('has no interval when one customer answered', () => {
    expect(cesOf(tallyOf([ces(6)]))).toEqual({ value: 6, n: 1, interval: null });
  });

  it('also tells the share who found it easy, 5 to 7', () => {
    expect(easyShareOf(tallyOf([4, 5, 6, 7].map((score) => ces(score))))).toMatchObject({ value: 0.75, n: 4 });
  });
});

it('tallies of parts add up to the tally of the whole, however the answers are divided', () => {
  const answer = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(3, 5, 7, 10)).map(([score, scale]) => csat(score, 0, scale)),
    fc.integer({ min: -1, max: 11 }).map((score) => nps(score)),
    fc.integer({ min: 0, max: 8 }).map((score) => ces(score)),
  );
  fc.assert(fc.property(fc.array(answer), fc.array(answer), (some, others) => {
    expect(mergeTallies(tallyOf(some), tallyOf(others))).toEqual(tallyOf([...others, ...some]));
  }));
});
