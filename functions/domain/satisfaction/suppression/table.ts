import { Places, type Move, type ParentOf } from './places.ts';
import type { Cell, SuppressionRules } from './suppress.ts';

/** A change of answers that no shown score notices: the cells that do notice it, and how many answers it costs to hide them. */
export interface Disguise { cells: Cell[]; cost: number }

/** A place in one dimension, as its share of a cell's address, and whether an answer comes (1) or goes (−1) there. */
interface Edge { at: number; sign: 1 | -1 }

/** Partners looked through in each dimension, so that a cell in a chain of a thousand stores takes no longer than one in a chain of two dozen. */
const mostMoves = 24;

/** A cross-classified table of cells, in which each cell can be asked for its cheapest disguise. */
export class Table {
  readonly #names: string[];
  readonly #places: Places[];
  readonly #strides: number[] = [];
  readonly #cells = new Map<number, Cell>();

  constructor(cells: readonly Cell[], dimensions: Readonly<Record<string, ParentOf>>, readonly rules: SuppressionRules) {
    this.#names = Object.keys(dimensions);
    this.#places = this.#names.map((name) => new Places(cells.map(({ at }) => at[name]!), dimensions[name]!));
    let stride = 1;
    for (const { size } of this.#places) {
      this.#strides.push(stride);
      stride *= size;
    }
    for (const cell of cells) this.#cells.set(this.#addressOf(cell), cell);
  }

  isSmall({ n }: Cell): boolean {
    return n > 0 && n < this.rules.hiddenBelow;
  }

  /** How far a cell is from the grand total. */
  depthOf(cell: Cell): number {
    return this.#names.reduce((sum, name, i) => sum + this.#places[i]!.depthOf(cell.at[name]!), 0);
  }

  /** The disguise of a cell that hides the fewest answers not hidden anyway. */
  cheapestDisguise(cell: Cell, hidden: ReadonlySet<string>): Disguise {
    for (const near of [true, false]) {
      const moves = this.#names.map((name, i) => this.#promising(cell, i, this.#places[i]!.movesAt(cell.at[name]!, near)));
      let best: Disguise | null = null;
      const chosen: Move[] = [];
      const choose = (dimension: number): void => {
        if (dimension === moves.length) {
          best = this.#disguiseBy(chosen, hidden, best?.cost ?? Infinity) ?? best;
          return;
        }
        for (const move of moves[dimension]!) {
          chosen[dimension] = move;
          choose(dimension + 1);
        }
      };
      choose(0);
      if (best !== null) return best;
    }
    throw new RangeError(`cell '${cell.id}' counts ${cell.n} answers that none of the smallest cells within it has`);
  }

  #addressOf(cell: Cell): number {
    return this.#names.reduce((sum, name, i) => sum + this.#strides[i]! * this.#places[i]!.numberOf(cell.at[name]!), 0);
  }

  /** The moves to try: partners with few answers first, because hiding them costs least. Ways out of the table stay among them, or a search might find nothing. */
  #promising(cell: Cell, dimension: number, moves: Move[]): Move[] {
    if (moves.length <= mostMoves) return moves;
    const stride = this.#strides[dimension]!;
    const elsewhere = this.#addressOf(cell) - stride * this.#places[dimension]!.numberOf(cell.at[this.#names[dimension]!]!);
    const answersAt = ({ partner }: Move) => this.#cells.get(elsewhere + stride * partner[0]!)?.n || Infinity;
    const inside = moves.filter(({ partner }) => partner.length > 0).map((move) => ({ move, answers: answersAt(move) }));
    const fewest = inside.sort((a, b) => a.answers - b.answers).slice(0, mostMoves).map(({ move }) => move);
    return [...fewest, ...moves.filter(({ partner }) => partner.length === 0)];
  }

  #disguiseBy(moves: readonly Move[], hidden: ReadonlySet<string>, costLimit: number): Disguise | null {
    const smallest = moves.map(({ own, partner }, i) => this.#edges(i, own.slice(0, 1), partner.slice(0, 1)));
    if (!this.#isPossible(smallest)) return null;
    const noticing: Cell[] = [];
    let cost = 0;
    const counted = everyCorner(moves.map(({ own, partner }, i) => this.#edges(i, own, partner)), (at) => {
      const cell = this.#cells.get(at);
      if (cell === undefined) return true;
      noticing.push(cell);
      if (!hidden.has(cell.id) && !this.isSmall(cell)) cost += cell.n;
      return cost < costLimit;
    });
    return counted ? { cells: noticing, cost } : null;
  }

  #edges(dimension: number, own: readonly number[], partner: readonly number[]): Edge[] {
    const stride = this.#strides[dimension]!;
    return [...own.map((place): Edge => ({ at: stride * place, sign: 1 })), ...partner.map((place): Edge => ({ at: stride * place, sign: -1 }))];
  }

  /** Whether answers exist at all smallest corners that can count one more here and one less there, or the other way round. */
  #isPossible(smallest: readonly Edge[][]): boolean {
    let upwards = true;
    let downwards = true;
    return everyCorner(smallest, (at, sign) => {
      const cell = this.#cells.get(at);
      if (cell === undefined || cell.n === 0) return false;
      const more = cell.sum < cell.n * this.rules.highest;
      const less = cell.sum > cell.n * this.rules.lowest;
      upwards &&= sign === 1 ? more : less;
      downwards &&= sign === 1 ? less : more;
      return upwards || downwards;
    });
  }
}

/** Whether something holds at every corner of a box, given the edges of each dimension; stops at the first where it does not. */
function everyCorner(edges: readonly (readonly Edge[])[], holds: (at: number, sign: number) => boolean, dimension = 0, at = 0, sign = 1): boolean {
  if (dimension === edges.length) return holds(at, sign);
  return edges[dimension]!.every((edge) => everyCorner(edges, holds, dimension + 1, at + edge.at, sign * edge.sign));
}
