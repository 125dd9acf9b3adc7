import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { complaintRate, repurchaseAfterComplaint, repurchaseRate, responseRate } from '../../../../functions/domain/satisfaction/rates.ts';
import { addWeighted, emptyWeighted, mergeWeighted, weightedShareOf } from '../../../../functions/domain/satisfaction/weighted.ts';
import { wilson } from '../../../../functions/domain/statistics/proportion.ts';
import { buyer, complaint } from '../lifecycle/people.ts';

describe('the response rate', () => {
  it('is surveys answered out of surveys sent', () => {
    expect(responseRate(3, 12)).toEqual({ value: 0.25, n: 12, interval: wilson(3, 12) });
  });
  it('is complete when answers came in without a record of sending', () => {
    expect(responseRate(7, 0)).toMatchObject({ value: 1, n: 7 });
  });
  it('is unknown when nothing was sent', () => {
    expect(responseRate(0, 0)).toEqual({ value: null, n: 0, interval: null });
  });
});

describe('complaints per 1,000 occasions', () => {
  // Exact Poisson intervals: 0 → 0–3.689, 5 → 1.623–11.668, 20 → 12.217–30.888 (scipy.stats.chi2); Byar's approximation is within 2 % of these.
  it.each([[0, 0, 3.689], [5, 1.623, 11.668], [20, 12.217, 30.888]])('of %i in 1,000 have nearly the exact Poisson interval', (count, low, high) => {
    const { value, n, interval } = complaintRate(count, 1_000);
    expect({ value, n }).toEqual({ value: count, n: 1_000 });
    expect(interval![0]).toBeCloseTo(low, 1);
    expect(Math.abs(interval![1] / high - 1)).toBeLessThan(0.02);
  });
  it('are unknown without occasions', () => {
    expect(complaintRate(2, 0).value).toBeNull();
  });
});

describe('repurchase after a complaint', () => {
  const bought = (days: number[], resolvedAt: number | null, asOf: number) =>
    repurchaseAfterComplaint(buyer(days, { complaints: [complaint(0, { resolvedAt, resolvedOn: resolvedAt })] }), asOf);

  it.each([
    ['a purchase on day 90 counts', [100], 10, 200, { resolved: 1, boughtAgain: 1 }],
    ['a purchase on day 91 does not', [101], 10, 200, { resolved: 1, boughtAgain: 0 }],
    ['a purchase on the day of resolution is not a return', [10], 10, 200, { resolved: 1, boughtAgain: 0 }],
    ['before the 90 days are over nothing is said', [20], 10, 99, { resolved: 0, boughtAgain: 0 }],
    ['an open complaint says nothing', [20], null, 200, { resolved: 0, boughtAgain: 0 }],
  ])('%s', (_, days, resolvedAt, asOf, expected) => {
    expect(bought(days, resolvedAt, asOf)).toEqual(expected);
  });

  it('is a share with an interval', () => {
    expect(repurchaseRate({ resolved: 8, boughtAgain: 6 })).toEqual({ value: 0.75, n: 8, interval: wilson(6, 8) });
  });
});

describe('satisfaction weighted by contribution', () => {
  it('is the plain share with its Wilson interval when all weigh the same', () => {
    const tally = [true, true, false, true].reduce((sum, positive) => addWeighted(sum, positive, 700), emptyWeighted());
    const { value, n, interval } = weightedShareOf(tally);
    expect({ value, n }).toEqual({ value: 0.75, n: 4 });
    expect(interval![0]).toBeCloseTo(wilson(3, 4)![0], 12);
  });

  it('has a wider interval when one customer has most of the weight', () => {
    const width = (heaviest: number) => {
      const tally = [1, 1, 1, 1, 1, 1, 1, heaviest].reduce((sum, weight, i) => addWeighted(sum, i % 2 === 0, weight), emptyWeighted());
      const [low, high] = weightedShareOf(tally).interval!;
      return high - low;
    };
    expect(width(50)).toBeGreaterThan(width(1) * 1.3);
  });

  it('passes over customers who contribute nothing, and does not exist without others', () => {
    expect(weightedShareOf(addWeighted(emptyWeighted(), true, 0))).toEqual({ value: null, n: 0, interval: null });
  });

  it('of parts adds up', () => {
    const answers = fc.array(fc.record({ positive: fc.boolean(), weight: fc.integer({ min: -5, max: 1_000 }) }));
    const sum = (list: { positive: boolean; weight: number }[]) => list.reduce((tally, { positive, weight }) => addWeighted(tally, positive, weight), emptyWeighted());
    fc.assert(fc.property(answers, answers, (a, b) => {
      expect(mergeWeighted(sum(a), sum(b))).toEqual(sum([...b, ...a]));
    }));
  });
});
