import type { Figures } from './figures.ts';
import { Span } from './span.ts';

/** The figures of one score that must not be known, and what readers could work out about them. */
export class Secrets {
  readonly #counts: readonly number[];
  readonly #behind: readonly (readonly number[])[];
  readonly #figuresWith: readonly number[][];
  readonly #span: Span;
  readonly #hidden = new Set<number>();
  readonly #shown = new Set<number>();

  constructor({ counts, figures }: Figures, score: number, private readonly hiddenBelow: number) {
    this.#counts = counts[score]!;
    this.#behind = figures.map(({ behind }) => behind[score]!);
    this.#figuresWith = this.#counts.map(() => []);
    this.#behind.forEach((opinions, figure) => {
      for (const opinion of opinions) this.#figuresWith[opinion]!.push(figure);
      if (opinions.length > 0 && opinions.length < hiddenBelow) this.#hidden.add(figure);
    });
    this.#span = new Span(this.#behind.map(({ length }) => length));
  }

  get any(): boolean { return this.#hidden.size > 0; }
  isHidden(figure: number): boolean { return this.#hidden.has(figure); }
  hasAny(figure: number): boolean { return this.#behind[figure]!.length > 0; }
  /** Whether readers know it anyway, from what is shown. */
  isKnown(figure: number): boolean { return this.#span.follows(figure); }

  /** What showing a figure would tell, to be taken over by `show`; null when it would give a secret away. `wholes` and `parts` are divisions it belongs to. */
  lesson(figure: number, divisions: readonly { whole: number; parts: readonly number[] }[]): Float64Array | null {
    if (this.#tellsAlike(this.#behind[figure]!)) return null;
    for (const { whole, parts } of divisions) {
      const isShown = (other: number) => other === figure || this.#shown.has(other);
      if (!isShown(whole) || !parts.some(isShown)) continue;
      const rest = this.#rest(whole, parts.filter(isShown));
      if (rest.length > 0 && (rest.length < this.hiddenBelow || this.#tellsAlike(rest))) return null;
    }
    const coordinates = this.#span.coordinates(figure, this.#overlaps(this.#behind[figure]!));
    for (const secret of this.#hidden) if (this.#span.wouldFollow(secret, coordinates)) return null;
    return coordinates;
  }

  show(figure: number, lesson: Float64Array | null): void {
    this.#shown.add(figure);
    if (lesson !== null) this.#span.add(lesson);
    this.#span.forget(figure);
  }

  hide(figure: number): void {
    this.#hidden.add(figure);
  }

  /** Opinions that all count the same are each known with their sum, and a secret that rests on one of them is less of one. */
  #tellsAlike(opinions: readonly number[]): boolean {
    const first = this.#counts[opinions[0]!];
    return opinions.every((opinion) => this.#counts[opinion] === first) && opinions.some((opinion) => this.#figuresWith[opinion]!.some((figure) => this.#hidden.has(figure)));
  }

  #rest(whole: number, parts: readonly number[]): number[] {
    const told = new Set(parts.flatMap((part) => this.#behind[part]!));
    return this.#behind[whole]!.filter((opinion) => !told.has(opinion));
  }

  #overlaps(opinions: readonly number[]): Float64Array {
    const shared = new Float64Array(this.#behind.length);
    for (const opinion of opinions) for (const figure of this.#figuresWith[opinion]!) shared[figure]! += 1;
    return shared;
  }
}
