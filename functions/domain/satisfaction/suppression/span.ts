/** What follows from a figure: nearly nothing is left of those that can be worked out exactly. */
const nothing = 1e-6;

/**
 * What can be worked out from shown figures by adding and subtracting them, all at once.
 * Every figure is a vector over opinions. What is left of it beside all that the shown ones span has a squared length, which is 0 when it follows from them.
 * Method: Cholesky factorisation of the matrix of overlaps, one shown figure after another (G. H. Golub, C. F. Van Loan, Matrix Computations, 4.2).
 */
export class Span {
  readonly #left: Float64Array;
  /** By figure: its coordinates along what each shown one added. Those that follow need none any more. */
  readonly #along: (Float64Array | null)[];
  #size = 0;

  constructor(sizes: readonly number[], private room = 64) {
    this.#left = Float64Array.from(sizes);
    this.#along = sizes.map((size) => (size === 0 ? null : new Float64Array(room)));
  }

  follows(figure: number): boolean {
    return this.#left[figure]! < nothing;
  }

  /** The coordinate of every figure along what a new one adds, given how many opinions they share. */
  coordinates(figure: number, shared: Float64Array): Float64Array {
    const length = Math.sqrt(this.#left[figure]!);
    const own = this.#along[figure]!;
    const size = this.#size;
    for (let other = 0; other < shared.length; other++) {
      const others = this.#along[other];
      if (!others) continue;
      let overlap = shared[other]!;
      for (let at = 0; at < size; at++) overlap -= own[at]! * others[at]!;
      shared[other] = overlap / length;
    }
    return shared;
  }

  /** Whether a figure would follow if the one of these coordinates were shown. */
  wouldFollow(figure: number, coordinates: Float64Array): boolean {
    return this.#left[figure]! - coordinates[figure]! ** 2 < nothing;
  }

  /** Takes the figure of these coordinates as shown. */
  add(coordinates: Float64Array): void {
    if (this.#size === this.room) this.#grow();
    this.#along.forEach((along, figure) => {
      if (!along) return;
      along[this.#size] = coordinates[figure]!;
      this.#left[figure]! -= coordinates[figure]! ** 2;
      if (this.follows(figure)) this.#along[figure] = null;
    });
    this.#size += 1;
  }

  #grow(): void {
    this.room *= 2;
    this.#along.forEach((along, figure) => {
      if (!along) return;
      const larger = new Float64Array(this.room);
      larger.set(along);
      this.#along[figure] = larger;
    });
  }
}
