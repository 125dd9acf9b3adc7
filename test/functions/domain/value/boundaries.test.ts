import { describe, expect, it } from 'vitest';
import { fitPurchaseModel } from '../../../../functions/domain/value/fit-purchase-model.ts';
import { fitGammaGamma, type SpendBoundary } from '../../../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import type { PurchaseBoundary, PurchaseModelKind } from '../../../../functions/domain/value/purchase-fit.ts';
import type { PurchaseSummary } from '../../../../functions/domain/value/summary.ts';
import { columnsOf } from './columns-of.ts';
import { likeCdnow, simulate, type Behaviour } from './simulate.ts';
import { summarise } from './summarise.ts';

const asOf = 20_000;
const behaving = (behaviour: Partial<Behaviour>, count: number, seed: number): PurchaseSummary[] => simulate(count, seed, { ...likeCdnow, ...behaviour }, asOf, 30, 400, 0).map(({ history }) => summarise(history, asOf)!);
const customer = (frequency: number, recency: number, age: number): PurchaseSummary => ({ frequency, recency, age, monetaryValue: frequency > 0 ? 50 : 0 });
const same = (count: number, one: PurchaseSummary) => Array.from({ length: count }, () => one);
/** Customers who come back twenty to forty times in a year and were there in its last week. */
const loyal = (count: number) => Array.from({ length: count }, (_, i) => customer(20 + i % 21, 51 + i % 10 / 10, 52));

describe('a purchase fit ends at the edge of the family, and says at which', () => {
  it.each<[boundary: PurchaseBoundary, kind: PurchaseModelKind, who: string, customers: PurchaseSummary[]]>([
    ['no-repeats', 'bg-nbd', 'nobody came back', same(20, customer(0, 0, 30))],
    ['no-repeats', 'pareto-nbd', 'nobody came back', same(20, customer(0, 0, 30))],
    ['no-dropout', 'bg-nbd', 'everybody was there last week', loyal(200)],
    ['no-dropout', 'pareto-nbd', 'everybody was there last week', loyal(200)],
    ['equal-rates', 'bg-nbd', 'all buy once in four weeks until they leave, some sooner than others', behaving({ r: 1e7, alpha: 4e7 }, 2000, 1)],
    ['equal-rates', 'pareto-nbd', 'all came back exactly once, in their second week, and never again in a year', Array.from({ length: 200 }, (_, i) => customer(1, 1 + i % 7 / 7, 52))],
    ['equal-dropout', 'bg-nbd', 'some buy more often than others and a third of any leaves after each occasion', behaving({ r: 1, alpha: 4, a: 1e6, b: 2e6 }, 2000, 1)],
    ['equal-dropout', 'bg-nbd', 'all leave after their first return', behaving({ r: 1, alpha: 4, a: 1e6, b: 1 }, 2000, 1)],
    ['equal-dropout', 'pareto-nbd', 'some buy more often than others and a third of any leaves after each occasion', behaving({ r: 1, alpha: 4, a: 1e6, b: 2e6 }, 1000, 1)],
    ['extreme-rates', 'bg-nbd', 'two of five thousand ever come back, but often', [...same(5000, customer(0, 0, 52)), customer(40, 50, 52), customer(20, 10, 52)]],
    ['extreme-rates', 'pareto-nbd', 'two of five thousand ever come back, but often', [...same(5000, customer(0, 0, 52)), customer(40, 50, 52), customer(20, 10, 52)]],
    ['extreme-dropout', 'bg-nbd', 'one of two thousand loyal customers leaves after her first return', [...loyal(2000), customer(1, 1, 52)]],
    ['extreme-dropout', 'bg-nbd', 'two of ten thousand loyal customers leave, one early, one late', [...loyal(10_000), customer(1, 1, 52), customer(8, 10, 52)]],
    ['extreme-dropout', 'bg-nbd', 'a thousand loyal customers never leave and a thousand others leave after their first return', [...loyal(1000), ...same(1000, customer(1, 1, 52))]],
    ['extreme-dropout', 'pareto-nbd', 'a tenth never comes back and the others never leave', [...loyal(1000), ...same(100, customer(0, 0, 52))]],
    ['extreme-dropout', 'pareto-nbd', 'two of ten thousand loyal customers leave, one early, one late', [...loyal(10_000), customer(1, 1, 52), customer(8, 10, 52)]],
  ])('%s for %s when %s', (boundary, kind, _, customers) => {
    expect(fitPurchaseModel(kind, columnsOf(customers))).toMatchObject({ boundary, converged: true });
  });

  it.each<PurchaseModelKind>(['bg-nbd', 'pareto-nbd'])('none for %s when customers differ in how often they buy and in how soon they leave', (kind) => {
    expect(fitPurchaseModel(kind, columnsOf(behaving({}, 2000, 1)))).toMatchObject({ boundary: null, converged: true });
  });
});

describe('a spend fit ends at the edge of the family, and says at which', () => {
  const often: Partial<Behaviour> = { r: 1.2, alpha: 6, a: 0.5, b: 5 };
  it.each<[boundary: SpendBoundary, who: string, customers: PurchaseSummary[]]>([
    ['equal-spenders', 'amounts differ from occasion to occasion but not from customer to customer', behaving({ ...often, p: 6, q: 1e7, v: 5e9 }, 1000, 5)],
    ['constant-spend', 'each customer always spends the same and some more than others', behaving({ ...often, p: 1e8, q: 4, v: 1e-4 }, 1000, 3)],
    ['heavy-tail', 'a few customers spend so much that there is no telling the mean', behaving({ ...often, q: 0.8, v: 1000 }, 1000, 1)],
  ])('%s when %s', (boundary, _, customers) => {
    expect(fitGammaGamma(columnsOf(customers))).toMatchObject({ boundary, converged: true });
  });

  it('none when amounts differ from occasion to occasion and from customer to customer', () => {
    expect(fitGammaGamma(columnsOf(behaving(often, 1000, 1)))).toMatchObject({ boundary: null, converged: true });
  });
});
