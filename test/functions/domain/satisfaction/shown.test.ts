import { expect, it } from 'vitest';
import { shown } from '../../../../functions/domain/satisfaction/shown.ts';

// The rule for small samples: 0, under 5, 5 to 29, 30 and more.
it.each([
  [0, 'none'], [1, 'hidden'], [4, 'hidden'], [5, 'unranked'], [29, 'unranked'], [30, 'full'], [400, 'full'],
])('a score of %i answers is shown as %s', (n, display) => {
  expect(shown(n)).toBe(display);
});

it('a chain may set other limits', () => {
  expect([shown(9, { hiddenBelow: 10, unrankedBelow: 50 }), shown(49, { hiddenBelow: 10, unrankedBelow: 50 })]).toEqual(['hidden', 'unranked']);
});
