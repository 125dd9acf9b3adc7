/** A figure as a reader has it: who is behind it, by number, and the sum of what they count for, or null where it is hidden. */
export interface KnownFigure { name: string; behind: readonly number[]; sum: number | null }

/** Large enough that a sum which is nothing by chance never happens, small enough that products stay whole numbers. */
const prime = 67_108_859;

/**
 * Figures that a reader recovers although they are hidden. She knows who is behind every figure, the least and the most an opinion counts,
 * and nothing of how figures are hidden. First she narrows opinions down by every figure and every difference of a figure and a part of it,
 * then she solves all equations at once.
 */
export function recovered(figures: readonly KnownFigure[], opinions: number, lowest: number, highest: number): string[] {
  const shown = distinct(figures.filter(({ sum, behind }) => sum !== null && behind.length > 0));
  return recoveredByEquations([...figures, ...settle(shown, opinions, lowest, highest).map((opinion): KnownFigure => ({ name: `opinion ${opinion}`, behind: [opinion], sum: 0 }))], opinions);
}

/** Hidden figures that are sums and differences of shown ones, whatever opinions count: by elimination in exact arithmetic modulo a prime. */
export function recoveredByEquations(figures: readonly KnownFigure[], opinions: number): string[] {
  const basis = new Map<number, number[]>();
  for (const { behind } of figures.filter(({ sum }) => sum !== null)) {
    const rest = reduce(vectorOf(behind, opinions), basis);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot >= 0) basis.set(pivot, scaled(rest, inverse(rest[pivot]!)));
  }
  const hidden = figures.filter(({ sum, behind }) => sum === null && behind.length > 0);
  return hidden.filter(({ behind }) => reduce(vectorOf(behind, opinions), basis).every((value) => value === 0)).map(({ name }) => name);
}

/** Tries every possible set of answers 0 and 1, and tells which hidden figures are the same in all that agree with what is shown. */
export function recoveredByExhaustion(figures: readonly KnownFigure[], opinions: number): string[] {
  const masked = figures.filter(({ behind }) => behind.length > 0).map(({ name, behind, sum }) => ({ name, sum, mask: behind.reduce((mask, opinion) => mask | (1 << opinion), 0) }));
  const shown = masked.filter(({ sum }) => sum !== null);
  const hidden = masked.filter(({ sum }) => sum === null).map((figure) => ({ ...figure, sums: new Set<number>() }));
  for (let world = 0; world < 2 ** opinions; world++) {
    if (shown.every(({ mask, sum }) => bits(world & mask) === sum)) for (const { mask, sums } of hidden) sums.add(bits(world & mask));
  }
  return hidden.filter(({ sums }) => sums.size < 2).map(({ name }) => name);
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function distinct(figures: readonly KnownFigure[]): { behind: readonly number[]; sum: number }[] {
  return [...new Map(figures.map(({ behind, sum }) => [behind.toSorted((a, b) => a - b).join(), { behind, sum: sum! }])).values()];
}

/** Opinions that can be only one thing. */
function settle(shown: readonly { behind: readonly number[]; sum: number }[], opinions: number, lowest: number, highest: number): number[] {
  const sets = shown.map(({ behind }) => new Set(behind));
  const equations = shown.flatMap((whole, at) => [whole, ...shown.flatMap((part, other) => {
    const isPart = other !== at && part.behind.length < whole.behind.length && part.behind.every((opinion) => sets[at]!.has(opinion));
    return isPart ? [{ behind: whole.behind.filter((opinion) => !sets[other]!.has(opinion)), sum: whole.sum - part.sum }] : [];
  })]);
  const least = Array.from({ length: opinions }, () => lowest);
  const most = Array.from({ length: opinions }, () => highest);
  const total = (bounds: readonly number[], behind: readonly number[]) => behind.reduce((sum, opinion) => sum + bounds[opinion]!, 0);
  for (let changed = true; changed;) {
    changed = false;
    for (const { behind, sum } of equations) {
      const [spareBelow, spareAbove] = [sum - total(least, behind), total(most, behind) - sum];
      for (const opinion of behind) {
        const [low, high] = [least[opinion]!, most[opinion]!];
        const [narrowedLow, narrowedHigh] = [Math.max(low, high - spareAbove), Math.min(high, low + spareBelow)];
        if (narrowedLow === low && narrowedHigh === high) continue;
        [least[opinion], most[opinion], changed] = [narrowedLow, narrowedHigh, true];
      }
    }
  }
  return least.flatMap((low, opinion) => (low === most[opinion] ? [opinion] : []));
}

function vectorOf(behind: readonly number[], opinions: number): number[] {
  const vector = Array.from({ length: opinions }, () => 0);
  for (const opinion of behind) vector[opinion] = 1;
  return vector;
}

function reduce(vector: number[], basis: ReadonlyMap<number, number[]>): number[] {
  for (let at = 0; at < vector.length; at++) {
    const factor = vector[at]!;
    const known = factor === 0 ? undefined : basis.get(at);
    if (known) for (let i = at; i < vector.length; i++) vector[i] = (((vector[i]! - factor * known[i]!) % prime) + prime) % prime;
  }
  return vector;
}

const scaled = (vector: readonly number[], factor: number): number[] => vector.map((value) => (value * factor) % prime);

/** The inverse modulo the prime, by Fermat's little theorem. */
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
