import { describe, expect, it } from 'vitest';
import { basketDrop, frequencyDrop } from '../../../../functions/domain/lifecycle/drops.ts';
import { defaultLifecycleSettings as settings } from '../../../../functions/domain/lifecycle/settings.ts';
import { every, purchase } from './people.ts';
import { seeded } from './random.ts';

const random = seeded(7);
const exponential = (mean: number) => -mean * Math.log(1 - random());

/** Days of `gaps` random waits of the given mean; the latest three are `slower` times as long. */
function visits(gaps: number, slower: number): number[] {
  const days = [0];
  for (let i = 0; i < gaps; i++) days.push(days.at(-1)! + Math.ceil(exponential(200) * (i >= gaps - 3 ? slower : 1)));
  return days;
}
const alarms = (trials: number, raised: () => unknown) => Array.from({ length: trials }, raised).filter((drop) => drop !== null).length / trials;

describe('a drop in frequency', () => {
  it.each([7, 10, 15])('is reported falsely about at most 5 in 100 customers with a steady rhythm of %i random gaps', (gaps) => {
    const rate = alarms(4_000, () => frequencyDrop(visits(gaps, 1), settings));
    expect(rate).toBeGreaterThan(0.035);
    expect(rate).toBeLessThan(0.065);
  });

  it('is found in most customers whose gaps became five times as long', () => {
    expect(alarms(2_000, () => frequencyDrop(visits(15, 5), settings))).toBeGreaterThan(0.8);
  });

  it('is not looked for in seven occasions or fewer', () => {
    expect(frequencyDrop([0, 1, 2, 3, 400, 900, 1_500], settings)).toBeNull();
    expect(frequencyDrop([0, 1, 2, 3, 4, 400, 900, 1_500], settings)).toEqual({ recent: 499, usual: 1 });
  });
});

describe('a drop in basket', () => {
  it.each([7, 10, 15])('is reported falsely about at most 3 in 100 customers with %i steady but very uneven baskets', (count) => {
    const days = every(10, count);
    const rate = alarms(10_000, () => basketDrop(days.map((day) => purchase(day, Math.round(exponential(50_000) ** 1.3))), days, settings));
    // By ranks at most 1 in 35, with three standard errors of the simulation.
    expect(rate).toBeLessThan(0.0336);
  });

  it('compares what she spent in a day, in whatever stores', () => {
    const days = every(10, 8);
    const purchases = days.flatMap((day, i) => (i < 5 ? [purchase(day, 30_000), purchase(day, 30_000, 'S02')] : [purchase(day, 30_000)]));
    expect(basketDrop(purchases, days, settings)).toEqual({ recent: 30_000, usual: 60_000 });
  });

  it('is not reported when baskets are a little smaller', () => {
    const days = every(10, 8);
    expect(basketDrop(days.map((day, i) => purchase(day, i < 5 ? 60_000 : 45_000)), days, settings)).toBeNull();
  });
});
