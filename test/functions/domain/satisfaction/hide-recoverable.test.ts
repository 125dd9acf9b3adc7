import { describe, expect, it } from 'vitest';
import { hideRecoverable, type HidableCell } from '../../../../functions/domain/satisfaction/hide-recoverable.ts';

/** A cell as a KPI measures it: hidden below five answers. */
const cell = (n: number, where: Partial<HidableCell> = {}): HidableCell => (n > 0 && n < 5 ? { period: '2026', n, value: null, suppressed: true, ...where } : { period: '2026', n, value: n === 0 ? null : 0.5, ...where });
const tiers = (...answers: number[]) => answers.map((n, i) => cell(n, { tier: `t${i}` }));
const hiddenIn = (cells: readonly HidableCell[]) => cells.filter(({ suppressed }) => suppressed).map(({ n }) => n);

describe('Hiding what would follow from the rest', () => {
  it.each([
    ['leaves a table alone in which nothing is hidden', tiers(64, 21, 9), []],
    ['hides the smallest other cell, or the total less the others would tell', tiers(64, 21, 3), [21, 3]],
    ['leaves two hidden cells alone that rest on five answers together', tiers(64, 21, 3, 2), [3, 2]],
    ['hides one more where those hidden rest on fewer than five together', tiers(64, 21, 2, 2), [21, 2, 2]],
    ['does not count cells without answers, which hide nothing', tiers(64, 21, 0, 0), []],
    ['hides everything where there are only two', tiers(64, 3), [64, 3]],
    ['cannot do more than hide the only cell', tiers(3), [3]],
  ])('%s', (_, cells, hidden) => {
    expect(hiddenIn(hideRecoverable(cells))).toEqual(hidden);
  });

  it('takes value and interval away and leaves the count', () => {
    const [, second] = hideRecoverable([cell(3, { tier: 'a' }), cell(9, { tier: 'b', interval: [0.1, 0.9] }), cell(30, { tier: 'c' })]);
    expect(second).toEqual({ period: '2026', tier: 'b', n: 9, value: null, suppressed: true });
  });

  it('looks at each period by itself', () => {
    const cells = [cell(9, { period: '2025', tier: 'a' }), cell(3, { period: '2026', tier: 'a' }), cell(9, { period: '2025', tier: 'b' }), cell(9, { period: '2026', tier: 'b' })];
    expect(hideRecoverable(cells).filter(({ suppressed }) => suppressed).map(({ period }) => period)).toEqual(['2026', '2026']);
  });

  it('protects a hidden cell in the total of its store and in the total of its tier', () => {
    const cells = ['s1', 's2', 's3'].flatMap((store, i) => ['a', 'b', 'c'].map((tier, j) => cell(i === 0 && j === 0 ? 3 : 10 + 3 * i + j, { store, tier })));
    const hidden = hideRecoverable(cells).filter(({ suppressed }) => suppressed);
    for (const part of ['store', 'tier'] as const) for (const { [part]: name } of hidden) expect(hidden.filter((other) => other[part] === name).length, name).toBeGreaterThan(1);
    expect(hidden.length).toBeLessThan(9);
  });
});
