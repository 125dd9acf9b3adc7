import { monthlyHorizon } from './horizon.ts';
import { Predictor } from './predictor.ts';
import type { ValueSettings } from './settings.ts';
import type { ValueModel } from './value-model.ts';

/** Ages are prepared this many weeks beyond the oldest customer at the fit, for a model that stays in use. */
const WEEKS_TO_COME = 52;

const remembered = new WeakMap<ValueModel, { settings: ValueSettings; predictor: Predictor | null }>();

/** The predictor of a model under the settings, made once and used for every customer; null for a model without predictions. */
export function predictorFor(model: ValueModel, settings: ValueSettings): Predictor | null {
  const known = remembered.get(model);
  if (known && sameQuestion(known.settings, settings)) return known.predictor;
  const predictor = model.purchase && model.spend
    ? new Predictor({ purchase: model.purchase, spend: model.spend }, monthlyHorizon(settings.horizonMonths, settings.yearlyDiscountRate), settings.intervalLevel, { youngest: 0, oldest: model.oldest + WEEKS_TO_COME, isShared: () => true })
    : null;
  remembered.set(model, { settings, predictor });
  return predictor;
}

function sameQuestion(one: ValueSettings, other: ValueSettings): boolean {
  return one.horizonMonths === other.horizonMonths && one.yearlyDiscountRate === other.yearlyDiscountRate && one.intervalLevel === other.intervalLevel;
}
