import { expect, it } from 'vitest';
import { predictorFor } from '../../../../functions/domain/value/predictor-for.ts';
import type { Predictor } from '../../../../functions/domain/value/predictor.ts';
import { defaultValueSettings as settings } from '../../../../functions/domain/value/settings.ts';
import { fitValueModel } from '../../../../functions/domain/value/value-model.ts';
import { likeCdnow, simulate } from './simulate.ts';

const asOf = 20_000;
const model = fitValueModel(simulate(1000, 31, likeCdnow, asOf, 30, 400, 0).map(({ history }) => history), asOf, settings, null);
const loyal = { frequency: 8, recency: 30, age: 31, monetaryValue: 3000 };

const interval = (predictor: Predictor) => predictor.valueInterval(loyal)!.toReversed();
const values = (predictor: Predictor) => [predictor.predict(loyal).lifetimeValue!, predictor.residualValue(loyal)!];

it.each<[what: string, each: string, other: Partial<typeof settings>, answer: (predictor: Predictor) => number[]]>([
  ['an interval', 'interval level', { intervalLevel: 0.5 }, interval], ['an interval', 'horizon', { horizonMonths: 6 }, interval],
  ['a value', 'horizon', { horizonMonths: 6 }, values], ['a value', 'discount rate', { yearlyDiscountRate: 0.3 }, values],
])('the same model gives %s of its own for each %s, whatever it was asked before', (_, __, other, answer) => {
  const usual = answer(predictorFor(model, settings)!);
  expect(usual[0]).toBeGreaterThan(0);
  expect(answer(predictorFor(model, { ...settings, ...other })!)[0]! / usual[0]!).not.toBeCloseTo(1, 2);
  expect(answer(predictorFor(model, settings)!)).toEqual(usual);
});

it('a model answers all customers from one predictor, as long as the question is the same', () => {
  expect(predictorFor(model, { ...settings, marginRate: 0.1 })).toBe(predictorFor(model, { ...settings }));
});
