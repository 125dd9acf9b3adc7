import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { nbdLikelihood } from '../../../../functions/domain/value/bg-nbd/nbd-likelihood.ts';
import { mergeCells } from '../../../../functions/domain/value/cells.ts';
import { NoCustomersError, UnusableSummaryError } from '../../../../functions/domain/value/errors.ts';
import { fitPurchaseModel } from '../../../../functions/domain/value/fit-purchase-model.ts';
import { fitGammaGamma } from '../../../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import { weeklyHorizon } from '../../../../functions/domain/value/horizon.ts';
import { maximise } from '../../../../functions/domain/value/numeric/maximise.ts';
import { Predictor } from '../../../../functions/domain/value/predictor.ts';
import type { PurchaseModelKind } from '../../../../functions/domain/value/purchase-fit.ts';
import type { PurchaseSummary } from '../../../../functions/domain/value/summary.ts';
import { columnsOf } from './columns-of.ts';

const kinds: PurchaseModelKind[] = ['bg-nbd', 'pareto-nbd'];

/** Fits and scores everybody; what is not as it must be whatever the data, in words. */
function flawsOf(kind: PurchaseModelKind, customers: PurchaseSummary[]): string[] {
  const flaws: string[] = [];
  const need = (holds: boolean, what: string) => { if (!holds) flaws.push(what); };
  const summaries = columnsOf(customers);
  const purchase = fitPurchaseModel(kind, summaries);
  need(Number.isFinite(purchase.logLikelihood), `log-likelihood ${purchase.logLikelihood}`);
  need(purchase.converged || purchase.boundary !== null, 'neither converged nor at a boundary');
  if (purchase.boundary !== 'no-dropout' && purchase.boundary !== 'no-repeats') {
    const withoutDropout = maximise(nbdLikelihood(mergeCells(summaries)), [0, Math.log(30)], { lower: [-10, -5], upper: [10, 15] }).evaluation.value;
    need(purchase.logLikelihood > withoutDropout, `a log-likelihood no better than ${withoutDropout} without dropout`);
  }
  const predictor = new Predictor({ purchase, spend: fitGammaGamma(summaries) }, weeklyHorizon(52, 0.1), 0.8, { youngest: 0, oldest: 100, isShared: () => true });
  for (const customer of customers.slice(0, 20)) {
    const { pAlive, expectedOccasions, expectedValue, lifetimeValue } = predictor.predict(customer);
    need(pAlive >= 0 && pAlive <= 1, `P(alive) ${pAlive}`);
    for (const number of [expectedOccasions, expectedValue ?? 0, lifetimeValue ?? 0]) need(number >= 0 && number < Infinity, `a score of ${number}`);
    for (const [low, high] of [predictor.occasionsInterval(customer), predictor.valueInterval(customer) ?? [0, 0]]) {
      need(low >= 0 && high >= low && high < Infinity, `an interval from ${low} to ${high}`);
    }
  }
  return flaws;
}

const same = (customer: PurchaseSummary, count: number) => Array.from({ length: count }, () => ({ ...customer }));
const customer = (frequency: number, recency: number, age: number, monetaryValue = frequency > 0 ? 50 : 0): PurchaseSummary => ({ frequency, recency, age, monetaryValue });

describe.each(kinds)('%s never fails to answer', (kind) => {
  it.each([
    ['nobody ever came back', same(customer(0, 0, 30), 50)],
    ['one customer', [customer(3, 10, 20)]],
    ['one customer who never came back', [customer(0, 0, 20)]],
    ['everybody first bought today', same(customer(0, 0, 0), 30)],
    ['everybody bought again on the last day', [1, 2, 3, 4, 5].map((x) => customer(x, 20, 20))],
    ['ten thousand repeats', [customer(10_000, 99, 100), customer(9000, 100, 100), customer(0, 0, 100)]],
    ['identical customers', same(customer(5, 20, 30), 200)],
    ['everybody came back once and never again', Array.from({ length: 100 }, (_, i) => customer(1, 1 + i / 100, 60 + i % 7))],
    ['the longest of silences', [customer(200, 10, 2000), customer(1, 1, 2000), customer(0, 0, 2000), customer(3, 1999, 2000)]],
    ['a day between many repeats', [customer(300, 43, 43), customer(2, 1 / 7, 43), customer(0, 0, 43), customer(40, 5, 43)]],
    ['free goods and negative values', [customer(2, 5, 9, 0), customer(3, 5, 9, -20), customer(1, 5, 9, 10), customer(0, 0, 9)]],
    ['nothing but free goods', [customer(2, 5, 9, 0), customer(3, 5, 9, 0)]],
    ['identical spends', [customer(2, 5, 9, 10), customer(3, 5, 9, 10), customer(1, 5, 9, 10), customer(0, 0, 9)]],
    ['the widest range of values', [customer(2, 5, 9, 1e-9), customer(3, 4, 8, 1e15), customer(1, 2, 9, 1), ...same(customer(4, 3, 9, 1e-9), 9), ...same(customer(4, 3, 9, 1e15), 9)]],
    ['the oldest there may be', [customer(2, 5e5, 9e5), customer(3, 3e5, 1e6), customer(1, 1e5, 1e6), customer(0, 0, 1e6), ...same(customer(4, 3e5, 9e5), 9)]],
    ['spends that differ a millionfold', [customer(2, 5, 9, 0.01), customer(3, 5, 9, 10_000), customer(1, 5, 9, 1), customer(0, 0, 9)]],
  ])('when %s', (_, customers) => {
    expect(flawsOf(kind, customers)).toEqual([]);
  });

  it('on any summaries that customers can have', () => {
    const possible = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 800 }), fc.integer({ min: 0, max: 1_000_000 }))
      .map(([x, silence, span, value]) => customer(x, x > 0 ? span / 7 : 0, ((x > 0 ? span : 0) + silence) / 7, x > 0 ? value / 100 : 0));
    fc.assert(fc.property(fc.array(possible, { minLength: 1, maxLength: 40 }), (customers) => { expect(flawsOf(kind, customers)).toEqual([]); }), { numRuns: 120, seed: 7 });
  });

  it.each([
    ['NaN', customer(Number.NaN, 0, 10)], ['half a purchase', customer(1.5, 3, 10)], ['a negative frequency', customer(-1, 0, 10)],
    ['a negative age', customer(0, 0, -1)], ['an endless age', customer(0, 0, Infinity)], ['a recency beyond the age', customer(2, 11, 10)],
    ['a recency without a repeat', customer(0, 3, 10)], ['repeats without a recency', customer(4, 0, 10)], ['an amount that is none', customer(1, 3, 10, Number.NaN)],
    ['an age of a million years', customer(1, 3, 6e7)], ['an amount beyond all money', customer(1, 3, 10, 1e45)], ['an amount that is next to nothing', customer(1, 3, 10, 1e-45)],
  ])('except %s, which it refuses by its row', (_, impossible) => {
    const fit = () => fitPurchaseModel(kind, columnsOf([customer(1, 3, 10), impossible, customer(0, 0, 5)]));
    expect(fit).toThrow(UnusableSummaryError);
    expect(fit).toThrow(/^row 2: /);
  });

  it('except no customers at all', () => {
    expect(() => fitPurchaseModel(kind, columnsOf([]))).toThrow(NoCustomersError);
  });
});
