import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../../functions/domain/value/value-spread.ts';

describe('the spread of value', () => {
  it('counts customers and value between round amounts', () => {
    const { bands, customers, total, median } = spreadOf([300, 700, 1200, 1900, 2500, 4000, 99_000])!;
    expect({ customers, total, median }).toEqual({ customers: 7, total: 109_600, median: 1900 });
    expect(bands.filter((band) => band.customers > 0)).toEqual([
      { from: null, to: 500, customers: 1, value: 300 }, { from: 500, to: 1000, customers: 1, value: 700 }, { from: 1000, to: 2000, customers: 2, value: 3100 },
      { from: 2000, to: 5000, customers: 2, value: 6500 }, { from: 50_000, to: null, customers: 1, value: 99_000 },
    ]);
  });

  it('says what the best customers hold', () => {
    // Forty customers: one worth 1,000 and nine worth 100 make 1,900 of 1,900.
    const { concentration } = spreadOf([...Array.from({ length: 30 }, () => 0), ...Array.from({ length: 9 }, () => 100), 1000])!;
    const held = new Map(concentration.map(({ customers, value }) => [customers, value]));
    expect(held.get(0.01)).toBeCloseTo(1000 / 1900, 12);
    expect(held.get(0.1)).toBeCloseTo(1300 / 1900, 12);
    expect(held.get(0.25)).toBe(1);
    expect(held.get(1)).toBe(1);
  });

  it('has nothing to say of nobody, and no curve where there is nothing to hold', () => {
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([0, 0])).toMatchObject({ total: 0, concentration: [] });
  });

  it('leaves nobody out and never has more than twelve bands, whatever the values', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -10_000, max: 2_000_000_000 }), { minLength: 1, maxLength: 300 }), (values) => {
      const { bands, concentration } = spreadOf(values)!;
      expect(bands.reduce((sum, { customers }) => sum + customers, 0)).toBe(values.length);
      expect(bands.reduce((sum, { value }) => sum + value, 0)).toBe(values.reduce((sum, value) => sum + value, 0));
      expect(bands.length).toBeLessThanOrEqual(12);
      for (const [i, { from, to }] of bands.entries()) {
        expect(from).toBe(bands[i - 1]?.to ?? null);
        expect(to === null).toBe(i === bands.length - 1);
      }
      expect(concentration.at(-1)?.value ?? 1).toBeCloseTo(1, 9);
    }), { seed: 9 });
  });
});
