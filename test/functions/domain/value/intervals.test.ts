import { describe, expect, it } from 'vitest';
import { defaultValueSettings } from '../../../../functions/domain/value/settings.ts';
import { fitValueModel } from '../../../../functions/domain/value/value-model.ts';
import { worthOf } from '../../../../functions/domain/value/worth.ts';
import { likeCdnow, simulate, type Behaviour } from './simulate.ts';

const asOf = 20_000;
const faithful: Behaviour = { r: 1.2, alpha: 6, a: 0.5, b: 5, p: 2, q: 3.5, v: 40_000 };
const fickle: Behaviour = { r: 0.6, alpha: 3, a: 2, b: 3, p: 4, q: 5, v: 9000 };

/** What the intervals of simulated customers said and what these customers then brought, discounted day by day. */
function tried(count: number, seed: number, behaviour: Behaviour) {
  const settings = { ...defaultValueSettings, marginRate: 1 };
  const customers = simulate(count, seed, behaviour, asOf, 60, 400, 366);
  const model = fitValueModel(customers.map(({ history }) => history), asOf, settings, null);
  expect(model.state).toBe('ready');
  return customers.map(({ history, future }) => {
    const [low, high] = worthOf(history, model, settings, asOf).predicted!.interval;
    const actual = future.reduce((sum, { day, spend }) => (day <= asOf + 365 ? sum + spend / 1.1 ** ((day - asOf) / 365.25) : sum), 0);
    return { high, covered: low <= actual && actual <= high };
  });
}

function coverage(customers: readonly { covered: boolean }[]): number {
  return customers.filter(({ covered }) => covered).length / customers.length;
}

// Simulated from the model itself with known parameters, so that nothing but the intervals is on trial.
describe('the 80 % interval of the lifetime value', () => {
  it.each([
    ['occasional buyers, few of them', 1500, likeCdnow, 11], ['occasional buyers, many of them', 20_000, likeCdnow, 12], ['faithful buyers', 6000, faithful, 13],
  ] as const)('covers 75 to 85 %% of what %s then bring', (_, count, behaviour, seed) => {
    const covered = coverage(tried(count, seed, behaviour));
    expect(covered).toBeGreaterThan(0.75);
    expect(covered).toBeLessThan(0.85);
  });

  it('is nothing at all, rightly, where nothing is likelier than 80 %, and covers 75 to 85 % of the others', () => {
    const customers = tried(6000, 14, fickle);
    const nothing = customers.filter(({ high }) => high === 0);
    const others = customers.filter(({ high }) => high > 0);
    expect(nothing.length).toBeGreaterThan(1000);
    expect(coverage(nothing)).toBeGreaterThan(0.8);
    expect(coverage(others)).toBeGreaterThan(0.75);
    expect(coverage(others)).toBeLessThan(0.85);
  });

  it('covers, of buyers of whom many will bring nothing, what no interval can avoid covering: more than 80 %, and as many as it says', () => {
    const customers = simulate(6000, 14, fickle, asOf, 60, 400, 0).map(({ history }) => history);
    const { occasionsCoverage, spendCoverage, intervalLevel } = fitValueModel(customers, asOf, defaultValueSettings, null).backtest!;
    for (const { held, promised } of [occasionsCoverage, spendCoverage!]) {
      expect(promised).toBeGreaterThan(intervalLevel + 0.05);
      expect(Math.abs(held - promised)).toBeLessThan(0.015);
    }
  });

  it.each([['always pay the same price', 1e8, 1e8, true], ['each pay a price of their own', 1e8, 4, false], ['pay prices a per cent apart', 1e4, 1e4, true]])('covers as many as it says of buyers who %s, where the spend model has little to estimate', (_, p, q, isAtWall) => {
    const customers = simulate(4000, 15, { ...faithful, p, q, v: 3000 * (q - 1) / p }, asOf, 60, 400, 0).map(({ history }) => history);
    const { spendCoverage, calibrated: { spend } } = fitValueModel(customers, asOf, defaultValueSettings, null).backtest!;
    expect(spend!.standardErrors.p === null, 'no error can be told of a parameter at a wall').toBe(isAtWall);
    expect(Math.abs(spendCoverage!.held - spendCoverage!.promised)).toBeLessThan(0.02);
  });

  it('is wider where fewer customers were there to learn from', () => {
    const settings = { ...defaultValueSettings, gate: { ...defaultValueSettings.gate, customers: 100 } };
    const all = simulate(20_000, 21, likeCdnow, asOf, 200, 300, 0).map(({ history }) => history);
    const few = fitValueModel(all.slice(0, 300), asOf, settings, null);
    const many = fitValueModel(all, asOf, settings, null);
    const uncertain = { ...few, purchase: { ...many.purchase!, logCovariance: few.purchase!.logCovariance } };
    const loyal = all.find(({ purchases }) => purchases.length >= 6)!;
    const width = (model: typeof many) => {
      const [low, high] = worthOf(loyal, { ...model, spend: many.spend }, settings, asOf).predicted!.interval;
      return high - low;
    };
    expect(width(uncertain)).toBeGreaterThan(width(many));
  });
});
