import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { repeatedId } from '../../../../infra/cli/clv/repeated-id.ts';

/** The place of the first id that was there before, the ids standing one after the other. */
function repeatedIn(ids: readonly string[]): number {
  const ends: number[] = [];
  for (const id of ids) ends.push((ends.at(-1) ?? 0) + Buffer.byteLength(id));
  return repeatedId(Buffer.from(ids.join('')), Float64Array.from([0, ...ends.slice(0, -1)]), Float64Array.from(ends));
}

describe('an id that stands in a list before', () => {
  it('is found wherever it stands, in sorted lists and others', () => {
    const id = fc.stringMatching(/^[ab1é]{1,4}$/);
    fc.assert(fc.property(fc.array(id, { minLength: 1, maxLength: 12 }), fc.boolean(), (ids, isSorted) => {
      const list = isSorted ? ids.toSorted((one, other) => Buffer.byteLength(one) - Buffer.byteLength(other) || Buffer.compare(Buffer.from(one), Buffer.from(other))) : ids;
      expect(repeatedIn(list)).toBe(list.findIndex((each, place) => list.indexOf(each) < place));
    }), { numRuns: 500 });
  });

  it('is none among numbers that are counted up, with and without leading zeros', () => {
    const numbers = [...Array(2000).keys()];
    expect(repeatedIn(numbers.map(String))).toBe(-1);
    expect(repeatedIn(numbers.map((number) => String(number).padStart(5, '0')))).toBe(-1);
    expect(repeatedIn([...numbers, 1234].map(String))).toBe(2000);
  });
});
