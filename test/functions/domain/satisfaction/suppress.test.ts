import { describe, expect, it } from 'vitest';
import type { Figure, Figures } from '../../../../functions/domain/satisfaction/suppression/figures.ts';
import { suppress } from '../../../../functions/domain/satisfaction/suppression/suppress.ts';

/** A part of the chain with so many satisfied and so many other answers. */
type Group = [name: string, satisfied: number, others: number];

/** The chain as a whole and its parts, one score. */
function figuresOf(...groups: Group[]): Figures {
  const counts: number[] = [];
  const parts = groups.map(([key, satisfied, others]): Figure => {
    const opinions = Array.from({ length: satisfied + others }, (_, at) => counts.push(Number(at < satisfied)) - 1);
    return { key, partOf: [{ whole: 'all', into: 'store' }], behind: [opinions] };
  });
  return { scores: [[{ counts, lowest: 0, highest: 1 }]], figures: [{ key: 'all', partOf: [], behind: [counts.map((_, at) => at)] }, ...parts] };
}
const hiddenIn = (...groups: Group[]) => [...suppress(figuresOf(...groups), 5)[0]!];

describe('suppression', () => {
  it.each<[string, Group[], string[]]>([
    ['hides nothing where every figure has enough answers, and nobody is no figure to hide', [['a', 18, 12], ['b', 2, 3], ['c', 0, 0]], []],
    ['leaves two small figures alone that leave five answers together', [['a', 18, 12], ['b', 2, 1], ['c', 1, 1]], []],
    ['hides another figure beside a single small one, the one shown last', [['a', 18, 12], ['c', 13, 7], ['d', 7, 3], ['b', 2, 1]], ['d']],
    ['hides another where two small ones leave fewer than five', [['a', 18, 12], ['c', 13, 7], ['b', 1, 1], ['d', 1, 1]], ['c']],
    ['hides another where what is left all says the same', [['a', 18, 12], ['c', 13, 7], ['b', 0, 3], ['d', 0, 3]], ['c']],
    ['hides the whole where everybody in it says the same', [['a', 5, 0], ['b', 3, 0]], ['all', 'a']],
  ])('%s', (_, groups, hidden) => {
    expect(hiddenIn(...groups)).toEqual(hidden);
  });

  it('sees that a region less its large store is its small store, though neither is a part of the other by name', () => {
    const { scores, figures } = figuresOf(['large', 8, 4], ['small', 2, 1], ['elsewhere', 9, 9], ['far', 1, 2]);
    const region: Figure = { key: 'region', partOf: [{ whole: 'all', into: 'region' }], behind: [[...figures[1]!.behind[0]!, ...figures[2]!.behind[0]!]] };
    expect([...suppress({ scores, figures: [...figures, region] }, 5)[0]!]).toEqual(['region']);
  });

  it('hides in every score what would tell too much in one', () => {
    const { scores: [score], figures } = figuresOf(['a', 18, 12], ['c', 13, 7], ['b', 2, 1]);
    const [, , c] = figures;
    const twice = figures.map((figure): Figure => ({ ...figure, behind: [figure.behind[0]!, figure === c || figure.key === 'all' ? figure.behind[0]! : []] }));
    expect(suppress({ scores: [score!, score!], figures: twice }, 5).map((keys) => [...keys])).toEqual([['c'], ['c']]);
  });
});
