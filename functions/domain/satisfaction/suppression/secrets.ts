import { Bounds, type Equation } from './bounds.ts';
import type { Aspect, Figures } from './figures.ts';
import { Leftovers, mostTogether, type Parts } from './leftovers.ts';
import { Span } from './span.ts';
import { Worlds } from './worlds.ts';

/** What readers would know after one more figure. */
export interface Lesson { coordinates: Float64Array; follows: readonly number[]; bounds: readonly Bounds[]; worlds: Worlds | null }

/** The figures of one score that must not be known, and what readers can work out about them. */
export class Secrets {
  readonly #aspects: readonly Aspect[];
  readonly #behind: readonly (readonly number[])[];
  readonly #figuresWith: readonly number[][];
  readonly #hidden = new Set<number>();
  readonly #shown = new Set<number>();
  readonly #span: Span;
  readonly #leftovers: Leftovers;
  /** By aspect and figure. */
  readonly #sums: readonly Float64Array[];
  #bounds: readonly Bounds[];
  #worlds: Worlds | null;

  constructor({ scores, figures }: Figures, score: number, private readonly hiddenBelow: number) {
    this.#aspects = scores[score]!;
    const opinions = this.#aspects[0]!.counts.length;
    this.#behind = figures.map(({ behind }) => behind[score]!);
    this.#figuresWith = Array.from({ length: opinions }, () => []);
    this.#behind.forEach((behind, figure) => {
      for (const opinion of behind) this.#figuresWith[opinion]!.push(figure);
      if (behind.length > 0 && behind.length < hiddenBelow) this.#hidden.add(figure);
    });
    this.#span = new Span(this.#behind.map(({ length }) => length));
    this.#leftovers = new Leftovers(this.#aspects, this.#behind);
    this.#sums = this.#aspects.map((aspect) => Float64Array.from(this.#behind, (behind) => sumOf(behind, aspect).sum));
    this.#bounds = this.#aspects.map(({ lowest, highest }) => Bounds.of(opinions, lowest, highest));
    this.#worlds = this.#aspects.length === 1 ? Worlds.of(opinions, this.#aspects[0]!.lowest, this.#aspects[0]!.highest) : null;
  }

  get any(): boolean { return this.#hidden.size > 0; }
  isHidden(figure: number): boolean { return this.#hidden.has(figure); }
  hasAny(figure: number): boolean { return this.#behind[figure]!.length > 0; }

  /** What showing a figure would teach, or null when it would give a secret away. `divisions` are those that the figure belongs to. */
  lesson(figure: number, divisions: readonly Parts[]): Lesson | null {
    const overlaps = this.#overlaps(this.#behind[figure]!);
    const coordinates = this.#span.coordinates(figure, overlaps.slice());
    const follows: number[] = [];
    this.#behind.forEach((behind, other) => { if (behind.length > 0 && !this.#span.follows(other) && this.#span.wouldFollow(other, coordinates)) follows.push(other); });
    if (follows.some((other) => this.#hidden.has(other))) return null;
    const rests = this.#leftovers.rests(figure, divisions);
    if (rests.some(({ size }) => size < this.hiddenBelow)) return null;
    const known = [...rests.flatMap(({ opinions }) => (opinions ? [opinions] : [])), ...follows.flatMap((other) => [this.#behind[other]!, ...this.#differences(other)])];
    const bounds = this.#bounds.map((each, at) => each.with(known.flatMap((opinions) => equationsOf(opinions, this.#aspects[at]!))));
    // Who knows a single answer can take it off any figure, so none may become known.
    if (bounds.some(({ isNarrower }) => isNarrower) && this.#figuresWith.some((_, opinion) => bounds.every((each) => each.closes(opinion)))) return null;
    const worlds = this.#worlds?.with(sumOf(this.#behind[figure]!, this.#aspects[0]!)) ?? null;
    if (worlds && [...this.#hidden].some((secret) => worlds.settles(this.#behind[secret]!))) return null;
    return { coordinates, follows, bounds, worlds };
  }

  /** Takes a figure as shown; without a lesson it is known already. */
  show(figure: number, lesson: Lesson | null, divisionsOf: readonly (readonly Parts[])[]): void {
    for (const other of [figure, ...lesson?.follows ?? []]) {
      if (this.#shown.has(other)) continue;
      this.#shown.add(other);
      this.#leftovers.show(other, divisionsOf[other]!);
    }
    if (lesson === null) return;
    this.#span.add(lesson.coordinates);
    this.#bounds = lesson.bounds;
    this.#worlds = lesson.worlds;
  }

  hide(figure: number): void {
    this.#hidden.add(figure);
  }

  /** Whether it could be worked out from what is shown, so that hiding it hides nothing. */
  isKnown(figure: number): boolean {
    return this.#span.follows(figure) || (this.#worlds?.settles(this.#behind[figure]!) ?? false);
  }

  /** What larger shown figures have besides this one, and this one besides smaller ones, where it might be told apart. */
  #differences(figure: number): number[][] {
    const own = this.#behind[figure]!;
    const shared = this.#overlaps(own);
    return [...this.#shown].flatMap((other) => {
      const others = this.#behind[other]!;
      const common = shared[other]!;
      if (common === 0 || common !== Math.min(own.length, others.length) || own.length === others.length) return [];
      const [large, small] = own.length > others.length ? [figure, other] : [other, figure];
      const size = Math.abs(own.length - others.length);
      const mayBeTold = size <= mostTogether || this.#aspects.some(({ lowest, highest }, at) => {
        const mean = (this.#sums[at]![large]! - this.#sums[at]![small]!) / size;
        return mean === lowest || mean === highest;
      });
      if (!mayBeTold) return [];
      const without = new Set(this.#behind[small]);
      return [this.#behind[large]!.filter((opinion) => !without.has(opinion))];
    });
  }

  #overlaps(opinions: readonly number[]): Float64Array {
    const shared = new Float64Array(this.#behind.length);
    for (const opinion of opinions) for (const figure of this.#figuresWith[opinion]!) shared[figure]! += 1;
    return shared;
  }
}

const sumOf = (opinions: readonly number[], { counts }: Aspect): Equation => ({ opinions, sum: opinions.reduce((sum, opinion) => sum + counts[opinion]!, 0) });

/** A known sum; where all count the same the interval says so, and each is known. */
function equationsOf(opinions: readonly number[], aspect: Aspect): Equation[] {
  const { counts } = aspect;
  const alike = opinions.every((opinion) => counts[opinion] === counts[opinions[0]!]);
  return alike ? opinions.map((opinion) => ({ opinions: [opinion], sum: counts[opinion]! })) : [sumOf(opinions, aspect)];
}
