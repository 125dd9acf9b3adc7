import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { countsOf, mergeCounts, quantile, sizeOf } from '../../../../functions/domain/statistics/counts.ts';

describe('a quantile of counted values', () => {
  it('does not exist without values', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  // numpy.quantile of the same numbers, default method.
  it.each([
    [[7], 0.9, 7], [[1, 2], 0.5, 1.5], [[1, 3, 3, 10], 0.5, 3], [[1, 3, 3, 10], 0.9, 7.9], [[5, 1, 4, 2, 3], 0.25, 2], [[5, 1, 4, 2, 3], 1, 5],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(countsOf(values), share)).toBeCloseTo(expected, 12);
  });

  it('is the same whether values are counted together or in parts', () => {
    fc.assert(fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), fc.double({ min: 0, max: 1, noNaN: true }), (some, others, share) => {
      const merged = mergeCounts(countsOf(some), countsOf(others));
      expect(merged).toEqual(countsOf([...others, ...some]));
      expect(sizeOf(merged)).toBe(some.length + others.length);
      expect(quantile(merged, share)).toBe(quantile(countsOf([...some, ...others]), share));
    }));
  });

  it('refuses a share outside 0 to 1', () => {
    expect(() => quantile(countsOf([1]), 90)).toThrow(RangeError);
  });
});
