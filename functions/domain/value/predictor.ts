import { expectedValuePerOccasion } from './gamma-gamma/expected-value.ts';
import type { SpendFit } from './gamma-gamma/fit-gamma-gamma.ts';
import { weeksOf, type Horizon } from './horizon.ts';
import { ValueIntervals, type Interval } from './interval/value-intervals.ts';
import { Outlooks } from './outlooks.ts';
import type { PurchaseFit } from './purchase-fit.ts';
import { probabilityAlive } from './purchase-model.ts';
import type { PurchaseSummary } from './summary.ts';

/** What both models together say about one customer; money in the unit of her monetary value, before any margin. */
export interface Prediction {
  pAlive: number;
  expectedOccasions: number;
  expectedValue: number;
  lifetimeValue: number;
  residual: number;
  interval: Interval;
}

/** The two fitted models, as one thing to predict with. */
export interface FittedModels {
  purchase: PurchaseFit;
  spend: SpendFit;
}

/** Predicts customers one by one with two fitted models over one horizon; keeps what customers have in common, so make one and use it for all. */
export class Predictor {
  readonly outlooks: Outlooks;
  readonly intervals: ValueIntervals;

  constructor(readonly models: FittedModels, readonly horizon: Horizon, intervalLevel: number, oldest: number) {
    this.outlooks = new Outlooks(models.purchase, horizon, oldest);
    this.intervals = new ValueIntervals(models.purchase, models.spend, weeksOf(horizon), intervalLevel);
  }

  /** Probability alive, expectations, discounted value with and without end, and the interval of the former. */
  predict({ frequency, recency, age, monetaryValue }: PurchaseSummary): Prediction {
    const { purchase, spend } = this.models;
    const ownValue = Math.max(0, monetaryValue);
    const pAlive = probabilityAlive(purchase, frequency, recency, age);
    const { occasions, discounted } = this.outlooks.at(frequency, age);
    const expectedValue = expectedValuePerOccasion(spend.parameters, frequency, ownValue);
    const unit = spend.parameters.v + frequency * ownValue;
    const discount = occasions > 0 ? discounted / occasions : 1;
    const [low, high] = this.intervals.spendInUnits(frequency, recency, age);
    return {
      pAlive,
      expectedOccasions: pAlive * occasions,
      expectedValue,
      lifetimeValue: pAlive * discounted * expectedValue,
      residual: pAlive * this.outlooks.forever(frequency, age) * expectedValue,
      interval: [low * unit * discount, high * unit * discount],
    };
  }
}
