import { describe, expect, it } from 'vitest';
import { Random } from '../../../infra/sample/random.ts';

const draws = 40_000;
const moments = (draw: () => number) => {
  const values = Array.from({ length: draws }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws };
};

describe('Seeded random numbers', () => {
  it('repeat for a seed and stream, and differ between streams and seeds', () => {
    const first = (seed: number, stream: number) => { const random = new Random(seed, stream); return Array.from({ length: 5 }, () => random.uniform()); };
    expect(first(1, 1)).toEqual(first(1, 1));
    expect(new Set([first(1, 1), first(1, 2), first(2, 1)].map(String)).size).toBe(3);
  });

  // Mean and variance of each distribution, from its definition.
  it.each<[string, (random: Random) => number, number, number]>([
    ['uniform', (random) => random.uniform(), 1 / 2, 1 / 12],
    ['exponential with mean 3', (random) => random.exponential(3), 3, 9],
    ['normal', (random) => random.normal(), 0, 1],
    ['gamma with shape 0.5, rate 2', (random) => random.gamma(0.5, 2), 0.25, 0.125],
    ['gamma with shape 4, rate 2', (random) => random.gamma(4, 2), 2, 1],
    ['beta with shapes 2 and 3', (random) => random.beta(2, 3), 0.4, 0.04],
    ['Poisson with mean 0.7', (random) => random.poisson(0.7), 0.7, 0.7],
    ['whole numbers 1 to 6', (random) => random.whole(1, 6), 3.5, 35 / 12],
  ])('%s have its mean and variance', (_, draw, mean, variance) => {
    const random = new Random(42);
    const got = moments(() => draw(random));
    // Five standard errors of the mean; the variance within a tenth.
    expect(Math.abs(got.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / draws));
    expect(Math.abs(got.variance / variance - 1)).toBeLessThan(0.1);
  });

  it('pick by weight', () => {
    const random = new Random(3);
    const picked = Array.from({ length: draws }, () => random.pickWeighted(['rare', 'often'], (word) => (word === 'often' ? 3 : 1)));
    expect(picked.filter((word) => word === 'often').length / draws).toBeCloseTo(0.75, 1);
  });
});
