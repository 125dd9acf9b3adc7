import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { adjustedWald, wilson } from '../../../../functions/domain/statistics/proportion.ts';

describe('the Wilson interval of a share', () => {
  it('does not exist when nobody answered', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  // The textbook form, centre ± half-width, in 40-digit decimal arithmetic with z = 1.95996398454005423552.
  it.each([
    [0, 1, 0, 0.7934506856228], [1, 1, 0.2065493143772, 1],
    [0, 4, 0, 0.4898908364546], [2, 4, 0.1500389891521, 0.8499610108479], [4, 4, 0.5101091635454, 1],
    [0, 5, 0, 0.4344824647832], [2, 5, 0.1176207742326, 0.769275718724], [5, 5, 0.5655175352168, 1],
    [0, 29, 0, 0.1169697984997], [14, 29, 0.3138609015268, 0.6556897811801], [29, 29, 0.8830302015003, 1],
    [0, 30, 0, 0.113513393174], [15, 30, 0.3315412564053, 0.6684587435947], [30, 30, 0.886486606826, 1],
    [0, 400, 0, 0.0095122943343], [200, 400, 0.4512345041697, 0.5487654958303], [400, 400, 0.9904877056657, 1],
  ])('of %i out of %i runs from %d to %d', (successes, n, low, high) => {
    const interval = wilson(successes, n)!;
    expect(Math.abs(interval[0] - low)).toBeLessThan(1e-12);
    expect(Math.abs(interval[1] - high)).toBeLessThan(1e-12);
  });

  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718],
  ])('of %i out of %i agrees with the printed table', (successes, n, low, high) => {
    const interval = wilson(successes, n)!;
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  it('holds the share, lies between 0 and 1, and mirrors when failures and successes are exchanged', () => {
    fc.assert(fc.property(fc.nat(5_000), fc.nat(5_000), (successes, failures) => {
      const n = successes + failures;
      fc.pre(n > 0);
      const [low, high] = wilson(successes, n)!;
      const mirrored = wilson(failures, n)!;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / n + 1e-15);
      expect(high).toBeGreaterThanOrEqual(successes / n - 1e-15);
      expect(mirrored[0]).toBeCloseTo(1 - high, 12);
    }));
  });

  it.each([[-1, 5], [6, 5], [Number.NaN, 5]])('refuses %d successes out of %d', (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError);
  });
});

describe('the adjusted Wald interval of a net share', () => {
  it('does not exist when nobody answered', () => {
    expect(adjustedWald(0, 0, 0)).toBeNull();
  });

  // 3 answers added, ¾ to either side, in 40-digit decimal arithmetic.
  it.each([
    [0, 0, 1, -0.6001139595444, 0.6001139595444], [0, 1, 1, -0.9849864942025, 0.4849864942025], [1, 0, 1, -0.4849864942025, 0.9849864942025],
    [0, 0, 4, -0.3429222625968, 0.3429222625968], [0, 4, 4, -1, -0.0694417798027], [2, 1, 4, -0.441597685299, 0.7273119710133], [4, 0, 4, 0.0694417798027, 1],
    [0, 0, 5, -0.3000569797722, 0.3000569797722], [0, 5, 5, -1, -0.1749145303417], [2, 1, 5, -0.3874448497847, 0.6374448497847], [5, 0, 5, 0.1749145303417, 1],
    [0, 0, 29, -0.0750142449431, 0.0750142449431], [0, 29, 29, -1, -0.7804472867699], [14, 7, 29, -0.0617186884513, 0.4992186884513], [29, 0, 29, 0.7804472867699, 1],
    [0, 0, 30, -0.0727410860054, 0.0727410860054], [0, 30, 30, -1, -0.7869772387258], [15, 7, 30, -0.0333569425974, 0.5182054274459], [30, 0, 30, 0.7869772387258, 1],
    [0, 0, 400, -0.0059564660997, 0.0059564660997], [0, 400, 400, -1, -0.9822645614413], [200, 100, 400, 0.1672411563457, 0.329036759287], [400, 0, 400, 0.9822645614413, 1],
  ])('of %i promoters and %i detractors in %i answers runs from %d to %d', (promoters, detractors, n, low, high) => {
    const interval = adjustedWald(promoters, detractors, n)!;
    expect(Math.abs(interval[0] - low)).toBeLessThan(1e-12);
    expect(Math.abs(interval[1] - high)).toBeLessThan(1e-12);
  });

  it('refuses more promoters and detractors than answers', () => {
    expect(() => adjustedWald(3, 3, 5)).toThrow(RangeError);
  });
});
