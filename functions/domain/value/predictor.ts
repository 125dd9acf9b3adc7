import { expectedValuePerOccasion } from './gamma-gamma/expected-value.ts';
import type { SpendFit } from './gamma-gamma/fit-gamma-gamma.ts';
import { weeksOf, type Horizon } from './horizon.ts';
import { ValueIntervals, type Interval } from './interval/value-intervals.ts';
import { Outlooks } from './outlooks.ts';
import type { Population } from './population.ts';
import type { PurchaseFit } from './purchase-fit.ts';
import { probabilityAlive } from './purchase-model.ts';
import type { PurchaseSummary } from './summary.ts';

/** What the two models say about one customer; money in the unit of her monetary value, before any margin. */
export interface Prediction {
  pAlive: number;
  expectedOccasions: number;
  /** Null where there is no spend model, like everything that follows from it. */
  expectedValue: number | null;
  lifetimeValue: number | null;
}

/** A purchase model and, where the data hold money, a spend model. */
export interface FittedModels {
  purchase: PurchaseFit;
  spend: SpendFit | null;
}

/** Predicts customers one by one with fitted models over one horizon; keeps what customers have in common, so make one and use it for all. */
export class Predictor {
  readonly #outlooks: Outlooks;
  readonly #intervals: ValueIntervals;

  /** Answers are quick for customers of the population; others are answered too. */
  constructor(readonly models: FittedModels, readonly horizon: Horizon, intervalLevel: number, population: Population) {
    this.#outlooks = new Outlooks(models.purchase, horizon, population);
    this.#intervals = new ValueIntervals(models.purchase, models.spend, weeksOf(horizon), intervalLevel);
  }

  /** Probability alive, occasions and value to expect within the horizon. */
  predict({ frequency, recency, age, monetaryValue }: PurchaseSummary): Prediction {
    const pAlive = probabilityAlive(this.models.purchase, frequency, recency, age);
    const { occasions, discounted } = this.#outlooks.at(frequency, age);
    const expectedValue = this.#expectedValue(frequency, monetaryValue);
    return {
      pAlive, expectedOccasions: pAlive * occasions, expectedValue,
      lifetimeValue: expectedValue === null ? null : pAlive * discounted * expectedValue,
    };
  }

  /** The discounted value of all that is still to come, without end; infinite when nothing is discounted, null without a spend model. */
  residualValue({ frequency, recency, age, monetaryValue }: PurchaseSummary): number | null {
    const expectedValue = this.#expectedValue(frequency, monetaryValue);
    const pAlive = probabilityAlive(this.models.purchase, frequency, recency, age);
    return expectedValue === null ? null : pAlive * this.#outlooks.forever(frequency, age) * expectedValue;
  }

  /** The interval of the discounted value within the horizon; null without a spend model. Occasions are discounted by their mean factor. */
  valueInterval({ frequency, recency, age, monetaryValue }: PurchaseSummary): Interval | null {
    const { spend } = this.models;
    if (!spend) return null;
    const { occasions, discounted } = this.#outlooks.at(frequency, age);
    const unit = (spend.parameters.v + frequency * Math.max(0, monetaryValue)) * (occasions > 0 ? discounted / occasions : 1);
    const [low, high] = this.#intervals.spendInUnits(frequency, recency, age);
    return [low * unit, high * unit];
  }

  /** The interval of the number of occasions within the horizon. */
  occasionsInterval({ frequency, recency, age }: PurchaseSummary): Interval {
    return this.#intervals.occasions(frequency, recency, age);
  }

  #expectedValue(frequency: number, monetaryValue: number): number | null {
    return this.models.spend && expectedValuePerOccasion(this.models.spend.parameters, frequency, Math.max(0, monetaryValue));
  }
}
