import { describe, expect, it } from 'vitest';
import { cesRules, csatRules, npsRules, suppress, type Cell, type SuppressionRules } from '../../../../functions/domain/satisfaction/suppression/suppress.ts';
import { seeded } from '../lifecycle/random.ts';

const flat = { store: (place: string) => (place === 'all' ? null : 'all') };
const cell = (store: string, n: number, sum: number): Cell => ({ id: store, at: { store }, n, sum });
const hiddenIn = (...cells: Cell[]) => [...suppress(cells, flat, csatRules)].sort();

describe('suppression', () => {
  it('hides nothing where every cell has enough answers, and nobody is no cell to hide', () => {
    expect(hiddenIn(cell('all', 35, 20), cell('a', 30, 18), cell('b', 5, 2), cell('c', 0, 0))).toEqual([]);
  });

  it('hides the smallest other cell beside a single small one', () => {
    expect(hiddenIn(cell('all', 63, 40), cell('a', 30, 18), cell('b', 3, 2), cell('c', 20, 13), cell('d', 10, 7))).toEqual(['b', 'd']);
  });

  it('hides a third cell when the remainder of two says that nobody was satisfied', () => {
    expect(hiddenIn(cell('all', 36, 18), cell('a', 30, 18), cell('b', 3, 0), cell('c', 3, 0))).toEqual(['a', 'b', 'c']);
  });

  it('hides the total as well when everybody in it was satisfied', () => {
    expect(hiddenIn(cell('all', 8, 8), cell('a', 5, 5), cell('b', 3, 3))).toEqual(['all', 'b']);
  });

  it('refuses a cell with answers that none of its parts has', () => {
    expect(() => hiddenIn(cell('all', 3, 1), cell('a', 0, 0))).toThrow(RangeError);
  });
});

const parents = {
  period: (place: string) => (place === 'all' ? null : place.startsWith('m') ? `q${Math.floor(Number(place.slice(1)) / 2)}` : 'all'),
  store: (place: string) => (place === 'all' ? null : 'all'),
  tier: (place: string) => (place === 'all' ? null : 'all'),
};
const upFrom = (place: string, parentOf: (place: string) => string | null): string[] => {
  const parent = parentOf(place);
  return parent === null ? [place] : [place, ...upFrom(parent, parentOf)];
};

interface Shape { months: number; stores: number; tiers: number; crowd: number }
interface Part { n: number; sum: number }

/** A table of periods by stores by tiers with all its totals; answers are drawn at random and many cells are small. */
function randomTable(random: () => number, rules: SuppressionRules, { months, stores, tiers, crowd }: Shape) {
  const happiness = random() * 1.2 - 0.1;
  const totals = new Map<string, Cell & { parts: Set<number> }>();
  const smallest: Part[] = [];
  for (let m = 0; m < months; m++) for (let s = 0; s < stores; s++) for (let t = 0; t < tiers; t++) {
    const n = random() < 0.2 ? 0 : Math.floor(random() * crowd);
    const answers = Array.from({ length: n }, () => (random() < happiness ? rules.highest : rules.lowest + Math.floor(random() * (rules.highest - rules.lowest))));
    const sum = answers.reduce((a, b) => a + b, 0);
    for (const period of upFrom(`m${m}`, parents.period)) for (const store of [`s${s}`, 'all']) for (const tier of [`t${t}`, 'all']) {
      const id = `${period}/${store}/${tier}`;
      const total = totals.get(id) ?? { id, at: { period, store, tier }, n: 0, sum: 0, parts: new Set<number>() };
      totals.set(id, { ...total, n: total.n + n, sum: total.sum + sum, parts: total.parts.add(smallest.length) });
    }
    smallest.push({ n, sum });
  }
  return { cells: [...totals.values()], smallest };
}
type Table = ReturnType<typeof randomTable>;
const isSmall = ({ n }: Part) => n > 0 && n < 5;

/**
 * This attack knows nothing of the method: it writes every shown score as an equation over the smallest cells,
 * solves them all by elimination in floating point, and looks which hidden score is a combination of them.
 */
function solvedBySubtraction({ cells, smallest }: Table, hidden: ReadonlySet<string>): string[] {
  const vector = ({ parts }: Table['cells'][number]) => smallest.map((_, i) => (parts.has(i) ? 1 : 0));
  const basis: { pivot: number; row: number[] }[] = [];
  const reduce = (row: number[]) => {
    for (const { pivot, row: known } of basis) {
      const factor = row[pivot]!;
      if (Math.abs(factor) > 1e-9) for (let i = 0; i < row.length; i++) row[i]! -= factor * known[i]!;
    }
    return row;
  };
  // What nobody answered is known to be nothing.
  for (const shown of cells.filter(({ id, n }) => n === 0 || !hidden.has(id))) {
    const row = reduce(vector(shown));
    const pivot = row.reduce((best, value, i) => (Math.abs(value) > Math.abs(row[best]!) ? i : best), 0);
    if (Math.abs(row[pivot]!) > 1e-9) basis.push({ pivot, row: row.map((value) => value / row[pivot]!) });
  }
  return cells.filter(({ id }) => hidden.has(id)).filter((cell) => reduce(vector(cell)).every((value) => Math.abs(value) < 1e-6)).map(({ id }) => id);
}

/** This attack tries every possible set of answers, and looks which hidden score is the same in all that agree with what is shown. */
function solvedByExhaustion({ cells, smallest }: Table, hidden: ReadonlySet<string>, rules: SuppressionRules): string[] {
  const shown = cells.filter(({ id }) => !hidden.has(id));
  const secret = cells.filter(({ id }) => hidden.has(id));
  const seen = new Map(secret.map(({ id }) => [id, new Set<number>()]));
  const guess: number[] = [];
  const sumOf = ({ parts }: Table['cells'][number]) => [...parts].reduce((sum, i) => sum + guess[i]!, 0);
  const checks = smallest.map((_, i) => shown.filter(({ parts }) => Math.max(...parts) === i));
  const tryFrom = (i: number): void => {
    if (i === smallest.length) {
      for (const cell of secret) seen.get(cell.id)!.add(sumOf(cell));
      return;
    }
    for (let sum = smallest[i]!.n * rules.lowest; sum <= smallest[i]!.n * rules.highest; sum++) {
      guess[i] = sum;
      if (checks[i]!.every((cell) => sumOf(cell) === cell.sum)) tryFrom(i + 1);
    }
  };
  tryFrom(0);
  return secret.filter(({ id }) => seen.get(id)!.size < 2).map(({ id }) => id);
}

describe.each([['CSAT', csatRules], ['NPS', npsRules], ['CES', cesRules]])('an attack on a suppressed table of %s', (_, rules) => {
  it('recovers no hidden score by any sums and differences of shown ones, on 200 random data sets', () => {
    const random = seeded(rules.highest * 100 + rules.lowest);
    const recovered: string[] = [];
    let hiddenCells = 0;
    for (let i = 0; i < 200; i++) {
      const shape = { months: 2 + 2 * Math.floor(random() * 2), stores: 1 + Math.floor(random() * 4), tiers: 1 + Math.floor(random() * 3), crowd: 1 + random() * 20 };
      const table = randomTable(random, rules, shape);
      const hidden = suppress(table.cells, parents, rules);
      hiddenCells += hidden.size;
      recovered.push(...table.cells.filter((cell) => isSmall(cell) && !hidden.has(cell.id)).map(({ id }) => `shown: ${id}`), ...solvedBySubtraction(table, hidden));
    }
    expect(hiddenCells).toBeGreaterThan(1_000);
    expect(recovered).toEqual([]);
  });

  it('would succeed if only the small cells were hidden, so it is worth defending against', () => {
    const random = seeded(5);
    const tables = Array.from({ length: 50 }, () => randomTable(random, rules, { months: 4, stores: 3, tiers: 2, crowd: 12 }));
    const naive = tables.flatMap((table) => solvedBySubtraction(table, new Set(table.cells.filter(isSmall).map(({ id }) => id))));
    expect(naive.length).toBeGreaterThan(50);
  });
});

it.each([['CSAT', csatRules, 8], ['NPS', npsRules, 4]])('even a search through all possible answers cannot tell a hidden %s, on 200 random data sets', (_, rules, crowd) => {
  const random = seeded(17);
  const recovered: string[] = [];
  let hiddenCells = 0;
  for (let i = 0; i < 200; i++) {
    const table = randomTable(random, rules, { months: 2, stores: 2 + Math.floor(random() * 2), tiers: 1 + Math.floor(random() * 2), crowd });
    const hidden = suppress(table.cells, parents, rules);
    hiddenCells += hidden.size;
    recovered.push(...solvedByExhaustion(table, hidden, rules));
  }
  expect(hiddenCells).toBeGreaterThan(1_000);
  expect(recovered).toEqual([]);
}, 60_000);
