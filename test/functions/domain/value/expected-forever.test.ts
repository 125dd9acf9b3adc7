import { describe, expect, it } from 'vitest';
import type { PurchaseModel } from '../../../../functions/domain/value/purchase-fit.ts';
import { expectedForever, expectedIfAlive } from '../../../../functions/domain/value/purchase-model.ts';

const WEEKLY_RATE = 0.02;
const STEP = 0.1;
/** What comes later is discounted by e⁻²⁰. */
const LATEST = 1000;

/** Occasions discounted step by step at the middle of each: nothing but what `expectedIfAlive` says, up to δ² STEP² / 24. */
function summed(model: PurchaseModel, frequency: number, age: number): number {
  let before = 0;
  let sum = 0;
  for (let i = 1; i <= LATEST / STEP; i++) {
    const until = expectedIfAlive(model, frequency, age, i * STEP);
    sum += (until - before) * Math.exp(-WEEKLY_RATE * (i - 0.5) * STEP);
    before = until;
  }
  return sum;
}

describe.each<PurchaseModel>([
  { kind: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
  { kind: 'bg-nbd', parameters: { r: 2, alpha: 9, a: 1, b: 0.4 } },
  { kind: 'bg-nbd', parameters: { r: 0.6, alpha: 8, a: 0, b: 1 } },
  { kind: 'pareto-nbd', parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 } },
  { kind: 'pareto-nbd', parameters: { r: 2, alpha: 9, s: 1, beta: 5 } },
  { kind: 'pareto-nbd', parameters: { r: 0.6, alpha: 8, s: 0, beta: 1 } },
])('occasions without end of $kind at $parameters', (model) => {
  it.each([[0, 0], [0, 30], [1, 12], [3, 39], [15, 60]])('of a customer with %d repeats in %d weeks are those of every tenth of a week, each discounted, summed until nothing is left', (frequency, age) => {
    expect(expectedForever(model, frequency, age, WEEKLY_RATE) / summed(model, frequency, age)).toBeCloseTo(1, 5);
  });
});
