import type { Aspect } from './figures.ts';

/** Figures, by number, of which one is the whole of all others. */
export interface Parts { whole: number; parts: readonly number[] }

/** Larger sets hardly ever leave only one possibility, unless all in them are alike. */
export const mostTogether = 60;

interface Left { opinions: Set<number>; sums: number[]; wholeShown: boolean; partShown: boolean }

/** What wholes leave when their shown parts are taken off. */
export class Leftovers {
  readonly #left = new Map<Parts, Left>();

  constructor(private readonly aspects: readonly Aspect[], private readonly behind: readonly (readonly number[])[]) {}

  /** How many opinions each division would leave if a figure were shown, and which, where they might be told apart. */
  rests(figure: number, divisions: readonly Parts[]): { size: number; opinions: number[] | null }[] {
    return divisions.flatMap((division) => {
      const left = this.#of(division);
      const isWhole = division.whole === figure;
      if (!(isWhole ? left.partShown : left.wholeShown)) return [];
      const taken = isWhole ? [] : this.behind[figure]!.filter((opinion) => left.opinions.has(opinion));
      const size = left.opinions.size - taken.length;
      if (size === 0) return [];
      const mayBeTold = size <= mostTogether || this.aspects.some(({ counts, lowest, highest }, at) => {
        const mean = (left.sums[at]! - taken.reduce((sum, opinion) => sum + counts[opinion]!, 0)) / size;
        return mean === lowest || mean === highest;
      });
      const without = new Set(taken);
      return [{ size, opinions: mayBeTold ? [...left.opinions].filter((opinion) => !without.has(opinion)) : null }];
    });
  }

  show(figure: number, divisions: readonly Parts[]): void {
    for (const division of divisions) {
      const left = this.#of(division);
      if (division.whole === figure) left.wholeShown = true;
      else {
        left.partShown = true;
        for (const opinion of this.behind[figure]!) if (left.opinions.delete(opinion)) this.aspects.forEach(({ counts }, at) => { left.sums[at]! -= counts[opinion]!; });
      }
    }
  }

  #of(division: Parts): Left {
    let left = this.#left.get(division);
    if (!left) {
      const opinions = this.behind[division.whole]!;
      left = { opinions: new Set(opinions), sums: this.aspects.map(({ counts }) => opinions.reduce((sum, opinion) => sum + counts[opinion]!, 0)), wholeShown: false, partShown: false };
      this.#left.set(division, left);
    }
    return left;
  }
}
