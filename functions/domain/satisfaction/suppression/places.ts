/** What a place in a dimension is part of, such as month → quarter → year → all; null at the top. */
export type ParentOf = (place: string) => string | null;

/**
 * A way to move one answer in one dimension: from a smallest place to a partner, or out of the table.
 * `own` and `partner` are the places (as numbers) whose totals notice it, from the smallest up to where both meet.
 */
export interface Move { own: readonly number[]; partner: readonly number[] }

/** The places of one dimension of a table, from single stores, months or tiers up to all of them, numbered from 0. */
export class Places {
  readonly #numbers = new Map<string, number>();
  /** By number: the place itself and all that it is part of; the smallest places within it. */
  readonly #chains: number[][] = [];
  readonly #leaves: number[][] = [];

  constructor(places: Iterable<string>, parentOf: ParentOf) {
    const inner = new Set<number>();
    for (const place of new Set(places)) {
      const chain: number[] = [];
      for (let part: string | null = place; part !== null; part = parentOf(part)) chain.push(this.#number(part));
      this.#chains[chain[0]!] = chain;
      for (const parent of chain.slice(1)) inner.add(parent);
    }
    for (const chain of this.#chains.filter((chain) => chain !== undefined && !inner.has(chain[0]!))) {
      for (const place of chain) (this.#leaves[place] ??= []).push(chain[0]!);
    }
  }

  /** How many places there are. */
  get size(): number {
    return this.#numbers.size;
  }

  numberOf(place: string): number {
    return this.#numbers.get(place)!;
  }

  /** How many steps a place is away from the top, itself included. */
  depthOf(place: string): number {
    return this.#chains[this.numberOf(place)]!.length;
  }

  /** Moves that change the total of a place. Near ones stay inside the next larger place that offers a partner; far ones reach further or leave the table. */
  movesAt(place: string, near: boolean): Move[] {
    const chain = this.#chains[this.numberOf(place)]!;
    const owns = this.#leaves[chain[0]!]!;
    const out = owns.map((own): Move => ({ own: this.#chains[own]!, partner: [] }));
    if (chain.length === 1) return out;
    const inside = new Set(owns);
    const moves: Move[] = [];
    for (const common of chain.slice(1)) {
      for (const other of this.#leaves[common]!) {
        if (inside.has(other)) continue;
        inside.add(other);
        for (const own of owns) moves.push({ own: this.#below(own, common), partner: this.#below(other, common) });
      }
      if (near && moves.length > 0) return moves;
    }
    return [...moves, ...out];
  }

  #number(place: string): number {
    const known = this.#numbers.get(place) ?? this.#numbers.size;
    this.#numbers.set(place, known);
    return known;
  }

  #below(leaf: number, common: number): number[] {
    const chain = this.#chains[leaf]!;
    return chain.slice(0, chain.indexOf(common));
  }
}
