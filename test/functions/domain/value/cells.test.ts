import { describe, expect, it } from 'vitest';
import { nbdLikelihood } from '../../../../functions/domain/value/bg-nbd/nbd-likelihood.ts';
import { mergeCells, type Cells } from '../../../../functions/domain/value/cells.ts';
import { coarsen } from '../../../../functions/domain/value/coarsen.ts';
import { fitPurchaseModel } from '../../../../functions/domain/value/fit-purchase-model.ts';
import { groupByFrequency } from '../../../../functions/domain/value/group-by-frequency.ts';
import { maximise } from '../../../../functions/domain/value/numeric/maximise.ts';
import { purchaseFamilies } from '../../../../functions/domain/value/purchase-family.ts';
import type { PurchaseModelKind } from '../../../../functions/domain/value/purchase-fit.ts';
import type { PurchaseSummary } from '../../../../functions/domain/value/summary.ts';
import { columnsOf } from './columns-of.ts';
import { likeCdnow, randomFrom, simulate } from './simulate.ts';
import { summarise } from './summarise.ts';

const asOf = 20_000;
const wholeDays = simulate(60_000, 5, likeCdnow, asOf, 60, 400, 0).map(({ history }) => summarise(history, asOf)!);
const random = randomFrom(6);
/** The same at any second of the day, so that hardly any two are alike. */
const anySecond = wholeDays.map((customer): PurchaseSummary => {
  const longer = 1 + random() / 1000;
  return { ...customer, recency: customer.recency * longer, age: customer.age * longer };
});

/** What cells say of each frequency: customers, and their times in total. */
function totals({ groupFrequency, groupStart, recency, age, weight }: Cells): number[][] {
  return Array.from(groupFrequency, (frequency, g) => {
    let [customers, recencies, ages] = [0, 0, 0];
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      customers += weight[k]!;
      recencies += weight[k]! * recency[k]!;
      ages += weight[k]! * age[k]!;
    }
    return [frequency, customers, recencies, ages];
  });
}

function countedFrom(customers: readonly PurchaseSummary[]): number[][] {
  return [...new Set(customers.map(({ frequency }) => frequency))].sort((one, other) => one - other).map((frequency) => {
    const alike = customers.filter((customer) => customer.frequency === frequency);
    return [frequency, alike.length, alike.reduce((sum, { recency }) => sum + recency, 0), alike.reduce((sum, { age }) => sum + age, 0)];
  });
}

const nearly = (rows: number[][]) => rows.map((row) => row.map((value) => expect.closeTo(value, 6)));

describe('merged cells', () => {
  it('stand for all customers of each frequency, one cell for those alike', () => {
    const some = wholeDays.slice(0, 20_000);
    const cells = mergeCells(columnsOf(some));
    expect(totals(cells)).toEqual(nearly(countedFrom(some)));
    expect(cells.length).toBe(new Set(some.map(({ frequency, recency, age }) => `${frequency} ${recency} ${age}`)).size);
  });

  it('are everybody where hardly any two are alike', () => {
    const cells = mergeCells(columnsOf(anySecond));
    expect(totals(cells)).toEqual(nearly(countedFrom(anySecond)));
    expect(cells.length).toBeGreaterThan(0.99 * anySecond.length);
  });

  it('keep customers and mean times when they are seen coarsely', () => {
    const cells = coarsen(mergeCells(columnsOf(anySecond)));
    expect(totals(cells)).toEqual(nearly(countedFrom(anySecond)));
    expect(cells.length).toBeLessThan(0.1 * anySecond.length);
  });
});

describe.each<PurchaseModelKind>(['bg-nbd', 'pareto-nbd'])('a first look at coarse cells leaves the maximum of %s where it is', (kind) => {
  it.each([['whole days', wholeDays], ['any second', anySecond]] as const)('for times of %s', (_, customers) => {
    const family = purchaseFamilies[kind];
    const cells = mergeCells(columnsOf(customers));
    const cold = maximise(family.likelihood(cells), family.start(30), family.bounds(30));
    const fit = fitPurchaseModel(kind, columnsOf(customers));
    expect(fit.cells).toBe(cells.length);
    expect(fit.iterations).toBeLessThan(cold.iterations);
    expect(fit.logLikelihood).toBeCloseTo(cold.evaluation.value, 7);
    expect(Object.values(fit.parameters)).toEqual(Array.from(cold.at, (v) => expect.closeTo(Math.exp(v), 4)));
  });
});

describe('customers who never leave', () => {
  // One in a thousand million leaves after an occasion.
  const faithful = simulate(8000, 8, { ...likeCdnow, r: 3, alpha: 12, a: 1e-9, b: 1 }, asOf, 60, 700, 0).map(({ history }) => summarise(history, asOf)!);

  it.each<PurchaseModelKind>(['bg-nbd', 'pareto-nbd'])('are recognised through coarse cells, too, by %s', (kind) => {
    const cells = mergeCells(columnsOf(faithful));
    expect(cells.length).toBeGreaterThan(2000);
    const staying = maximise(nbdLikelihood(cells), [0, Math.log(30)], { lower: [-9, -9], upper: [9, 9] });
    const fit = fitPurchaseModel(kind, columnsOf(faithful));
    expect(fit.boundary).toBe('no-dropout');
    expect(fit.logLikelihood).toBeCloseTo(staying.evaluation.value, 7);
    expect(fit.parameters.r).toBeCloseTo(3, 0);
  });
});

describe('grouping by frequency', () => {
  it.each([['few', 7], ['more than are counted one by one', 3_000_000]])('puts equal ones together in their order, up to %s repeats', (_, most) => {
    const frequency = Float64Array.of(most, 0, 2, most, 0, 1);
    const { place, groupFrequency, groupStart } = groupByFrequency(frequency);
    expect([...place]).toEqual([4, 0, 3, 5, 1, 2]);
    expect([...groupFrequency]).toEqual([0, 1, 2, most]);
    expect([...groupStart]).toEqual([0, 2, 3, 4, 6]);
  });
});
