import type { Horizon } from './horizon.ts';
import { expectedIfAlive } from './purchase-model.ts';
import type { PurchaseModel } from './purchase-fit.ts';

/** What to expect within a horizon of a customer who has not dropped out. */
export interface Outlook {
  occasions: number;
  /** The same occasions, each discounted to today. */
  discounted: number;
}

/** The outlook of a living customer of a frequency and an age in weeks; what falls into a step of the horizon is discounted at the step's end. */
export function outlookIfAlive(model: PurchaseModel, horizon: Horizon, frequency: number, age: number): Outlook {
  let before = 0;
  let discounted = 0;
  let factor = 1;
  for (let i = 1; i <= horizon.steps; i++) {
    const until = expectedIfAlive(model, frequency, age, i * horizon.stepWeeks);
    factor /= horizon.discountPerStep;
    discounted += (until - before) * factor;
    before = until;
  }
  return { occasions: before, discounted };
}

/** The continuous rate a week that a horizon discounts at. */
export function weeklyRateOf({ discountPerStep, stepWeeks }: Horizon): number {
  return Math.log(discountPerStep) / stepWeeks;
}
