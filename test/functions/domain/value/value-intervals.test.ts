import { describe, expect, it } from 'vitest';
import { fitPurchaseModel } from '../../../../functions/domain/value/fit-purchase-model.ts';
import { fitGammaGamma, type SpendFit } from '../../../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import { ValueIntervals } from '../../../../functions/domain/value/interval/value-intervals.ts';
import { columnsOf } from './columns-of.ts';
import { likeCdnow, simulate } from './simulate.ts';
import { summarise } from './summarise.ts';

const asOf = 20_000;
const customers = simulate(4000, 41, likeCdnow, asOf, 60, 400, 0).map(({ history }) => summarise(history, asOf)!);
const purchase = fitPurchaseModel('bg-nbd', columnsOf(customers));
const [many, few] = [customers, customers.slice(0, 200)].map((of) => fitGammaGamma(columnsOf(of))!) as [SpendFit, SpendFit];
const intervalsWith = (spend: SpendFit) => new ValueIntervals(purchase, spend, 52, 0.8);

describe('intervals of customers asked for one after the other', () => {
  it.each([['occasions', [6, 38, 40], [6, 25, 40]], ['age', [6, 25, 40], [6, 25, 26]], ['frequency', [6, 25, 40], [2, 25, 40]]] as const)('are each her own where only their %s differ', (_, one, other) => {
    const shared = intervalsWith(many);
    const ask = (of: ValueIntervals, customer: readonly [number, number, number]) => ({ occasions: of.occasions(...customer), spend: of.spendInUnits(...customer), promise: of.spendPromise(...customer) });
    const [first, second] = [ask(shared, one), ask(shared, other)];
    expect(first.spend[1]).not.toBeCloseTo(second.spend[1], 3);
    expect(second).toEqual(ask(intervalsWith(many), other));
    expect(ask(shared, one)).toEqual(first);
  });
});

describe('the interval of the spend of a new customer who is sure to come back', () => {
  const frequent = fitPurchaseModel('bg-nbd', columnsOf(simulate(1000, 42, { ...likeCdnow, r: 8, alpha: 16, a: 0.5, b: 50 }, asOf, 60, 400, 0).map(({ history }) => summarise(history, asOf)!)));
  const spendWith = (logCovariance: number[] | null) => new ValueIntervals(frequent, { ...many, logCovariance }, 52, 0.8).spendInUnits(0, 0, 0);

  it('is wider at both ends for not knowing the spend model exactly, and the wider the fewer customers it was fitted on', () => {
    const [exact, close, vague] = [spendWith(null), spendWith(many.logCovariance), spendWith(few.logCovariance)];
    expect(exact[0]).toBeGreaterThan(0);
    expect(close[0]).toBeLessThan(exact[0]);
    expect(vague[0]).toBeLessThan(close[0]);
    expect(close[1]).toBeGreaterThan(exact[1]);
    expect(vague[1]).toBeGreaterThan(close[1] * 1.01);
  });
});
