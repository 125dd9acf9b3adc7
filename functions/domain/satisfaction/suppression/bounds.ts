/** Opinions whose counts add up to a known sum. */
export interface Equation { opinions: readonly number[]; sum: number }

/** What each opinion can count at the least and at the most, as far as it follows from known sums. */
export class Bounds {
  readonly #least: Float64Array;
  readonly #most: Float64Array;

  private constructor(least: Float64Array, most: Float64Array, private readonly before: Bounds | null, private readonly added: readonly Equation[], readonly isNarrower = false) {
    this.#least = least;
    this.#most = most;
  }

  /** Of so many opinions nothing is known but the scale. */
  static of(opinions: number, lowest: number, highest: number): Bounds {
    return new Bounds(new Float64Array(opinions).fill(lowest), new Float64Array(opinions).fill(highest), null, []);
  }

  /** The bounds that would hold if these sums were known as well. */
  with(equations: readonly Equation[]): Bounds {
    if (!equations.some((equation) => this.#narrows(equation))) return new Bounds(this.#least, this.#most, this, equations);
    const narrower = new Bounds(this.#least.slice(), this.#most.slice(), this, equations, true);
    narrower.#settle();
    return narrower;
  }

  /** Whether an opinion can count only one thing. */
  closes(opinion: number): boolean {
    return this.#least[opinion] === this.#most[opinion];
  }

  /** Whatever narrows one opinion may make another sum tell more. */
  #settle(): void {
    const equations = [...this.added];
    for (let { before } = this; before !== null; { before } = before) equations.push(...before.added);
    for (let changed = true; changed;) {
      changed = false;
      for (const equation of equations) {
        const { below, above } = this.#spare(equation);
        for (const opinion of equation.opinions) {
          const [low, high] = [this.#least[opinion]!, this.#most[opinion]!];
          if (high - low <= Math.min(below, above)) continue;
          this.#least[opinion] = Math.max(low, high - above);
          this.#most[opinion] = Math.min(high, low + below);
          changed = true;
        }
      }
    }
  }

  #narrows(equation: Equation): boolean {
    const { below, above } = this.#spare(equation);
    return equation.opinions.some((opinion) => this.#most[opinion]! - this.#least[opinion]! > Math.min(below, above));
  }

  /** How far a sum lies above the least and below the most that its opinions can add up to. */
  #spare({ opinions, sum }: Equation): { below: number; above: number } {
    let [below, above] = [sum, -sum];
    for (const opinion of opinions) {
      below -= this.#least[opinion]!;
      above += this.#most[opinion]!;
    }
    return { below, above };
  }
}
