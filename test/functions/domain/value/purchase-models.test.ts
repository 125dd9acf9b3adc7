import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { bgNbdLikelihood } from '../../../../functions/domain/value/bg-nbd/bg-nbd-likelihood.ts';
import { nbdLikelihood } from '../../../../functions/domain/value/bg-nbd/nbd-likelihood.ts';
import { mergeCells } from '../../../../functions/domain/value/cells.ts';
import { fitPurchaseModel } from '../../../../functions/domain/value/fit-purchase-model.ts';
import { gammaGammaLikelihood } from '../../../../functions/domain/value/gamma-gamma/gamma-gamma-likelihood.ts';
import { fromRidge, inLogParameters, overRidge } from '../../../../functions/domain/value/gamma-gamma/ridge.ts';
import { spendersOf } from '../../../../functions/domain/value/gamma-gamma/spenders.ts';
import { weeklyHorizon } from '../../../../functions/domain/value/horizon.ts';
import { emptyOdds } from '../../../../functions/domain/value/interval/occasion-odds.ts';
import type { Objective } from '../../../../functions/domain/value/numeric/maximise.ts';
import { Outlooks } from '../../../../functions/domain/value/outlooks.ts';
import { paretoNbdLikelihood } from '../../../../functions/domain/value/pareto-nbd/pareto-nbd-likelihood.ts';
import type { PurchaseModel } from '../../../../functions/domain/value/purchase-fit.ts';
import { addOccasionOdds, expectedIfAlive, probabilityAlive } from '../../../../functions/domain/value/purchase-model.ts';
import type { PurchaseSummary } from '../../../../functions/domain/value/summary.ts';
import { columnsOf } from './columns-of.ts';

const customers: PurchaseSummary[] = [
  { frequency: 0, recency: 0, age: 12, monetaryValue: 0 }, { frequency: 0, recency: 0, age: 12, monetaryValue: 0 }, { frequency: 1, recency: 2, age: 30, monetaryValue: 12 },
  { frequency: 3, recency: 29, age: 30, monetaryValue: 30 }, { frequency: 40, recency: 20, age: 39, monetaryValue: 7 }, { frequency: 2, recency: 5, age: 5, monetaryValue: 44 },
];
const cells = mergeCells(columnsOf(customers));
const spends = gammaGammaLikelihood(spendersOf(columnsOf(customers)));

describe('likelihoods', () => {
  it.each<[string, Objective, number]>([
    ['BG/NBD', bgNbdLikelihood(cells), 4], ['NBD', nbdLikelihood(cells), 2], ['Pareto/NBD', paretoNbdLikelihood(cells), 4],
    ['Gamma-Gamma', spends, 3], ['Gamma-Gamma along its ridge', overRidge(spends), 3],
  ])('of %s have the gradient and second derivatives that differences show, anywhere', (_, objective, size) => {
    fc.assert(fc.property(fc.array(fc.double({ min: -2, max: 2.5, noNaN: true }), { minLength: size, maxLength: size }), (point) => {
      const { gradient, hessian } = objective(Float64Array.from(point));
      for (let i = 0; i < size; i++) {
        const moved = (by: number) => objective(Float64Array.from(point, (v, j) => (i === j ? v + by : v)));
        const [ahead, behind] = [moved(1e-5), moved(-1e-5)];
        expect(Math.abs((ahead.value - behind.value) / 2e-5 - gradient[i]!)).toBeLessThan(1e-5 * (1 + Math.abs(gradient[i]!)));
        for (let j = 0; j < size; j++) {
          const difference = (ahead.gradient[j]! - behind.gradient[j]!) / 2e-5;
          expect(Math.abs(difference - hessian[i * size + j]!)).toBeLessThan(1e-5 * (1 + Math.abs(difference)));
        }
      }
    }), { numRuns: 60, seed: 3 });
  });

  it('of Gamma-Gamma are the same along its ridge and back', () => {
    const at = Float64Array.of(0.4, 1.2, -0.3);
    const [there, back] = [spends(fromRidge(at)), inLogParameters(overRidge(spends)(at))];
    expect(back.value).toBe(there.value);
    for (const part of ['gradient', 'hessian'] as const) there[part].forEach((value, i) => { expect(back[part][i]).toBeCloseTo(value, 10); });
  });

  it('are the same for merged and for separate customers', () => {
    const separately = customers.map((customer) => bgNbdLikelihood(mergeCells(columnsOf([customer])))(new Float64Array(4)).value);
    expect(cells.length).toBe(5);
    expect(bgNbdLikelihood(cells)(new Float64Array(4)).value).toBeCloseTo(separately.reduce((sum, v) => sum + v, 0), 11);
  });

  it('lead to the same maximum whatever the unit of time', () => {
    const many = columnsOf(Array.from({ length: 60 }, (_, i) => customers[2 + i % 4]!).concat(customers));
    const days = { ...many, recency: many.recency.map((t) => t * 7), age: many.age.map((t) => t * 7) };
    const [inWeeks, inDays] = [fitPurchaseModel('bg-nbd', many), fitPurchaseModel('bg-nbd', days)];
    expect(inDays.parameters.alpha / inWeeks.parameters.alpha).toBeCloseTo(7, 4);
    expect(inDays.parameters.r / inWeeks.parameters.r).toBeCloseTo(1, 5);
  });
});

const models: PurchaseModel[] = [
  { kind: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
  { kind: 'bg-nbd', parameters: { r: 2, alpha: 0.5, a: 1, b: 0.4 } },
  { kind: 'pareto-nbd', parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 } },
  { kind: 'pareto-nbd', parameters: { r: 2, alpha: 3, s: 1, beta: 5 } },
];

describe.each(models)('expectations of $kind at $parameters', (model) => {
  it.each([[0, 0, 52], [1, 30, 52], [12, 39, 26], [300, 60, 52], [2000, 300, 10]])('of a customer with %d repeats in %d weeks are the mean of her probabilities over %d weeks', (frequency, age, weeks) => {
    const odds = emptyOdds();
    addOccasionOdds(odds, 1, model, frequency, age, weeks);
    expect(odds.atLeast[0]).toBeCloseTo(1, 9);
    const mean = odds.atLeast.slice(1, odds.length).reduce((sum, p) => sum + p, 0);
    // The odds leave out what is less likely than one in a thousand.
    const expected = expectedIfAlive(model, frequency, age, weeks);
    expect(mean).toBeLessThan(expected * 1.003);
    expect(mean).toBeGreaterThan(expected * 0.95);
  });

  it.each([[0, 90], [66, 78], [77.9, 78], [0, 900]])('are the same for a frequency that many share, and has a curve from %d to %d weeks, as for a rare one', (youngest, oldest) => {
    const of = (isShared: boolean) => new Outlooks(model, weeklyHorizon(52, 0.1), { youngest, oldest, isShared: () => isShared });
    const [shared, rare] = [of(true), of(false)];
    const ages = [0, 0.01, 0.3, 0.7, 1].map((share) => youngest + share * (oldest - youngest));
    for (const [frequency, age] of [[0, 0], [0, 80], [1, 12.5], [7, 33], [60, 89], ...ages.flatMap((each) => [[0, each], [3, each], [40, each]] as const)] as const) {
      const [one, other] = [shared.at(frequency, age), rare.at(frequency, age)];
      expect(one.occasions / other.occasions).toBeCloseTo(1, 9);
      expect(one.discounted / other.discounted).toBeCloseTo(1, 9);
    }
  });

  it('rise with the horizon, and the probability alive falls with silence and never leaves 0 to 1', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), fc.double({ min: 0.1, max: 500, noNaN: true }), fc.double({ min: 0, max: 900, noNaN: true }), fc.double({ min: 0.1, max: 200, noNaN: true }),
      (frequency, recency, silence, weeks) => {
        const at = frequency > 0 ? recency : 0;
        const alive = probabilityAlive(model, frequency, at, at + silence);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(probabilityAlive(model, frequency, at, at + silence + 1)).toBeLessThanOrEqual(alive * (1 + 1e-12));
        expect(expectedIfAlive(model, frequency, at + silence, weeks * 1.1)).toBeGreaterThanOrEqual(expectedIfAlive(model, frequency, at + silence, weeks));
      }), { numRuns: 200, seed: 5 });
  });
});

it('BG/NBD expectations pass smoothly through a = 1, where the published formula divides by zero', () => {
  const at = (a: number) => expectedIfAlive({ kind: 'bg-nbd', parameters: { r: 0.5, alpha: 4, a, b: 2 } }, 3, 30, 52);
  expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 9);
});
