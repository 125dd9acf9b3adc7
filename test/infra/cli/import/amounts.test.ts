import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { parseDecimal, parseWhole, toMinorUnits } from '../../../../infra/cli/import/amounts.ts';

describe('A decimal', () => {
  it.each([['11.77', 2, 1177], ['0', 2, 0], ['1.005', 2, 101], ['2.675', 2, 268], ['-2.675', 2, -268], ['0.001', 2, 0], ['12', 0, 12], ['1234.5', 0, 1235], ['0.1', 3, 100], [' 7. ', 2, 700], ['.5', 2, 50], ['+3', 2, 300], ['1e3', 2, undefined], ['1,000', 2, undefined], ['', 2, undefined], ['.', 2, undefined], ['-', 2, undefined], ['99999999999999999999', 2, undefined]])(
    '%j with %i decimal places is %j minor units, halves rounded away from zero, not as binary fractions fall', (text, digits, expected) => {
      const decimal = parseDecimal(text);
      expect(decimal && toMinorUnits(decimal, digits)).toBe(expected);
    });

  it('times a quantity is rounded once', () => {
    // 0.125 × 3 = 0.375 → 38 cents; rounding the price first would give 39.
    expect(toMinorUnits(parseDecimal('0.125')!, 2, 3)).toBe(38);
  });

  it('gives back every amount of cents that can be written', () => {
    fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
      const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
      expect(toMinorUnits(parseDecimal(text)!, 2)).toBe(cents);
    }));
  });
});

it('A quantity is whole or not a quantity', () => {
  expect([parseWhole('3'), parseWhole('3.0'), parseWhole('3.5'), parseWhole('three')]).toEqual([3, 3, undefined, undefined]);
});
