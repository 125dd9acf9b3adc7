import { describe, expect, it } from 'vitest';
import { nbdLikelihood } from '../../../../functions/domain/value/bg-nbd/nbd-likelihood.ts';
import { mergeCells } from '../../../../functions/domain/value/cells.ts';
import { fitPurchaseModel } from '../../../../functions/domain/value/fit-purchase-model.ts';
import { maximise } from '../../../../functions/domain/value/numeric/maximise.ts';
import { purchaseFamilies } from '../../../../functions/domain/value/purchase-family.ts';
import type { PurchaseModelKind } from '../../../../functions/domain/value/purchase-fit.ts';
import type { PurchaseSummary } from '../../../../functions/domain/value/summary.ts';
import { columnsOf } from './columns-of.ts';
import { randomFrom } from './simulate.ts';

const seen = (frequency: number, recencyDays: number, ageDays: number): PurchaseSummary => ({ frequency, recency: recencyDays / 7, age: ageDays / 7, monetaryValue: frequency > 0 ? 50 : 0 });

/** Many who bought once not long ago, a few who buy nearly every day and still do, and some of these who stopped. */
function newcomersAndRegulars(seed: number): PurchaseSummary[] {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const [age, often] = [between(60, 500), between(50, 400)];
  return [
    ...Array.from({ length: between(5, 300) }, () => seen(0, 0, between(0, 60))),
    ...Array.from({ length: between(2, 20) }, () => seen(Math.min(between(Math.ceil(often / 3), often), age - 2), age - between(0, 2), age)),
    ...Array.from({ length: between(1, 6) }, () => { const stopped = between(20, age - 10); return seen(Math.min(between(10, often), stopped), stopped, age); }),
  ];
}

/** The log-likelihood of a fit that begins where nobody leaves. */
function fromTheOtherSide(kind: PurchaseModelKind, customers: readonly PurchaseSummary[]): number {
  const cells = mergeCells(columnsOf(customers));
  const { likelihood, bounds } = purchaseFamilies[kind];
  const { lower, upper } = bounds(10);
  const nobodyLeaves = maximise(nbdLikelihood(cells), [0, 2], { lower: lower.slice(0, 2), upper: upper.slice(0, 2) });
  return maximise(likelihood(cells), [...nobodyLeaves.at, -2, 4], { lower, upper }).evaluation.value;
}

describe.each<PurchaseModelKind>(['bg-nbd', 'pareto-nbd'])('%s, whose likelihood may have two hills', (kind) => {
  it('is fitted on the higher one', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const customers = newcomersAndRegulars(seed);
      expect(fitPurchaseModel(kind, columnsOf(customers)).logLikelihood, `seed ${seed}`).toBeGreaterThan(fromTheOtherSide(kind, customers) - 1e-3);
    }
  });
});
