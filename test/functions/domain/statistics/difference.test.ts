import { describe, expect, it } from 'vitest';
import { changeOf, differenceOf, type Estimate } from '../../../../functions/domain/statistics/difference.ts';
import { adjustedWald, wilson } from '../../../../functions/domain/statistics/proportion.ts';
import { seeded } from '../lifecycle/random.ts';

const share = (part: number, n: number): Estimate => ({ value: n === 0 ? null : part / n, interval: wilson(part, n) });

describe('the interval of a difference', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062], [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775], [0, 10, 0, 10, -0.2775, 0.2775], [10, 10, 0, 20, 0.6791, 1], [10, 10, 0, 10, 0.6075, 1],
  ])('of %i/%i and %i/%i agrees with the printed table', (a, m, b, n, low, high) => {
    const interval = differenceOf(share(a, m), share(b, n))!;
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  it('covers the true difference of two net scores in about 95 of 100 simulated surveys', () => {
    const random = seeded(11);
    const survey = (n: number, promoting: number, detracting: number): Estimate => {
      let promoters = 0;
      let detractors = 0;
      for (let i = 0; i < n; i++) {
        const answer = random();
        if (answer < promoting) promoters += 1; else if (answer > 1 - detracting) detractors += 1;
      }
      return { value: (promoters - detractors) / n, interval: adjustedWald(promoters, detractors, n) };
    };
    let covered = 0;
    for (let i = 0; i < 2_000; i++) {
      const [low, high] = differenceOf(survey(60, 0.5, 0.2), survey(40, 0.35, 0.25))!;
      if (low <= 0.2 && 0.2 <= high) covered += 1;
    }
    expect(covered / 2_000).toBeGreaterThan(0.935);
    expect(covered / 2_000).toBeLessThan(0.975);
  });

  it('does not exist when one side has no interval', () => {
    expect(differenceOf(share(3, 5), share(0, 0))).toBeNull();
  });
});

describe('a change', () => {
  it.each([
    ['up', 80, 100, 60, 100], ['down', 60, 100, 80, 100], ['unclear', 8, 10, 6, 10], ['unclear', 80, 100, 0, 0],
  ])('is called %s from the counts %i/%i against %i/%i', (change, a, m, b, n) => {
    expect(changeOf(share(a, m), share(b, n))).toBe(change);
  });
});
