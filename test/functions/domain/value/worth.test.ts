import { describe, expect, it } from 'vitest';
import type { History } from '../../../../functions/domain/history.ts';
import { expectedValuePerOccasion } from '../../../../functions/domain/value/gamma-gamma/expected-value.ts';
import { occasionsOf } from '../../../../functions/domain/value/occasions.ts';
import { expectedIfAlive, probabilityAlive } from '../../../../functions/domain/value/purchase-model.ts';
import { defaultValueSettings as settings } from '../../../../functions/domain/value/settings.ts';
import { fitValueModel } from '../../../../functions/domain/value/value-model.ts';
import { worthOf } from '../../../../functions/domain/value/worth.ts';
import { historyOf, likeCdnow, simulate } from './simulate.ts';
import { summarise } from './summarise.ts';

const asOf = 20_000;
const model = fitValueModel(simulate(3000, 5, likeCdnow, asOf, 30, 400, 0).map(({ history }) => history), asOf, settings, null);
const anna = historyOf('anna', [
  { day: asOf - 210, spend: 10_000 }, { day: asOf - 70, spend: 20_000 }, { day: asOf - 70, spend: 5000, storeId: 'S02' }, { day: asOf - 7, spend: 15_000 },
]);

describe('a summary', () => {
  it('counts several stores of one day as one occasion and leaves the first out of the mean value', () => {
    expect(summarise(anna, asOf)).toEqual({ frequency: 2, recency: 29, age: 30, monetaryValue: 20_000 });
  });

  it('sees an earlier day as it was then, with goods that were brought back only later', () => {
    const later: History = {
      ...historyOf('bea', [{ day: 100, spend: 10 }]),
      returns: [{ soldOn: 107, returnedOn: 120, storeId: 'S01', tickets: 1, units: 2, netSpend: 30, knownMargin: 0, knownMarginSpend: 0, listValue: 30, excludedSpend: 0 }],
    };
    expect(summarise(later, 114)).toEqual({ frequency: 1, recency: 1, age: 2, monetaryValue: 30 });
    expect(summarise(later, 121)).toEqual({ frequency: 0, recency: 0, age: 3, monetaryValue: 0 });
    expect(occasionsOf(later, 119).map(({ day }) => day)).toEqual([100, 107]);
    expect(summarise(later, 99)).toBeNull();
  });
});

describe('the worth of a customer', () => {
  it('puts the simple formula beside the prediction: profit of the last year times the years she is taken to stay', () => {
    const { simple, marginRate, marginRateSource } = worthOf(anna, model, settings, asOf);
    expect(simple).toEqual({ value: 52_500, yearlyProfit: 17_500, lifespanYears: 3 });
    expect([marginRate, marginRateSource]).toEqual([0.35, 'setting']);
  });

  it('takes the margin from unit costs where they are known and from the setting on the rest', () => {
    const costed = historyOf('cleo', [{ day: asOf - 40, spend: 10_000, knownMargin: 6000, knownMarginSpend: 10_000 }, { day: asOf - 10, spend: 10_000 }]);
    const { simple, marginRate, marginRateSource } = worthOf(costed, model, settings, asOf);
    expect(marginRate).toBeCloseTo((6000 + 3500) / 20_000, 12);
    expect(marginRateSource).toBe('cost');
    expect(simple.yearlyProfit).toBe(9500);
  });

  it.each([['more came back than she ever paid', -100, -150], ['what is left of it is next to nothing', 1, -9999]])('lets no margin mislead where %s', (_, spend, knownMargin) => {
    const loss = historyOf('edda', [{ day: asOf - 40, spend, knownMargin, knownMarginSpend: spend }]);
    const { marginRate, marginRateSource } = worthOf(loss, model, settings, asOf);
    expect([marginRate, marginRateSource]).toEqual(spend < 0 ? [0.35, 'setting'] : [-1, 'cost']);
  });

  it('can take a customer to stay as long again as she has been buying', () => {
    const { simple } = worthOf(historyOf('dora', [{ day: asOf - 1461, spend: 100 }, { day: asOf, spend: 100 }]), null, { ...settings, lifespan: { kind: 'as-long-again', floorYears: 1 } }, asOf);
    expect(simple).toMatchObject({ yearlyProfit: 35, lifespanYears: 4 });
  });

  it('predicts what the models say, in whole minor units of profit', () => {
    const { predicted, insufficient } = worthOf(anna, model, settings, asOf);
    const purchase = model.purchase!;
    const weeks = 365.25 / 7;
    expect(insufficient).toBeNull();
    expect(predicted!.pAlive).toBe(probabilityAlive(purchase, 2, 29, 30));
    expect(predicted!.expectedOccasions).toBeCloseTo(probabilityAlive(purchase, 2, 29, 30) * expectedIfAlive(purchase, 2, 30, weeks), 9);
    expect(predicted!.expectedValuePerOccasion).toBe(Math.round(expectedValuePerOccasion(model.spend!.parameters, 2, 20_000)));
    const undiscounted = predicted!.expectedOccasions * predicted!.expectedValuePerOccasion * 0.35;
    expect(predicted!.lifetimeValue).toBeLessThan(undiscounted);
    expect(predicted!.lifetimeValue).toBeGreaterThan(undiscounted / 1.1);
    expect(predicted!.residualLifetimeValue).toBeGreaterThan(predicted!.lifetimeValue);
    expect(predicted!.interval[0]).toBeLessThan(predicted!.lifetimeValue);
    expect(predicted!.interval[1]).toBeGreaterThan(predicted!.lifetimeValue);
    for (const amount of [predicted!.lifetimeValue, predicted!.residualLifetimeValue!, ...predicted!.interval]) expect(Number.isInteger(amount)).toBe(true);
  });

  it('is the same whether she is the first customer asked for or one of many', () => {
    const first = worthOf(anna, model, settings, asOf);
    for (const { history } of simulate(2000, 6, likeCdnow, asOf, 30, 400, 0)) worthOf(history, model, settings, asOf);
    expect(worthOf(anna, model, settings, asOf)).toEqual(first);
    expect(worthOf(anna, JSON.parse(JSON.stringify(model)) as typeof model, settings, asOf)).toEqual(first);
  });

  it('says why there is no prediction', () => {
    const small = fitValueModel([anna], asOf, settings, null);
    expect(worthOf(anna, small, settings, asOf)).toMatchObject({ predicted: null, insufficient: 'too-few-customers' });
    expect(worthOf(anna, null, settings, asOf)).toMatchObject({ predicted: null, insufficient: 'no-model' });
    expect(worthOf(historyOf('eve', []), model, settings, asOf)).toMatchObject({ predicted: null, insufficient: 'no-purchases', simple: { value: 0 } });
  });

  it('has no end to sum to when nothing is discounted', () => {
    expect(worthOf(anna, model, { ...settings, yearlyDiscountRate: 0 }, asOf).predicted!.residualLifetimeValue).toBeNull();
  });

  it('never rounds a loss into a gain: below cost the value is negative and the interval still runs upwards', () => {
    const loss = historyOf('fay', anna.purchases.map(({ day, netSpend }) => ({ day, spend: netSpend, knownMargin: -netSpend / 10, knownMarginSpend: netSpend })));
    const { lifetimeValue, interval: [low, high] } = worthOf(loss, model, settings, asOf).predicted!;
    expect(lifetimeValue).toBeLessThan(0);
    expect(low).toBeLessThan(high);
  });
});
