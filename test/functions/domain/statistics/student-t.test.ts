import { describe, expect, it } from 'vitest';
import { studentT95 } from '../../../../functions/domain/statistics/student-t.ts';

describe('the two-sided 95 % quantile of Student\'s t', () => {
  // scipy.stats.t.ppf(0.975, degrees), version 1.17.1.
  it.each([
    [1, 12.706204736175], [2, 4.302652729749], [3, 3.182446305284], [4, 2.776445105198],
    [9, 2.262157162798], [28, 2.048407141795], [29, 2.045229642133], [100, 1.983971518524],
    [200, 1.971896223634], [201, 1.971836506780], [399, 1.965927295921], [10000, 1.960201239891],
  ])('for %i degrees of freedom is %d', (degrees, quantile) => {
    expect(Math.abs(studentT95(degrees) / quantile - 1)).toBeLessThan(2e-9);
  });

  it.each([0, 1.5, -3])('does not exist for %d degrees', (degrees) => {
    expect(() => studentT95(degrees)).toThrow(RangeError);
  });
});
