import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { marginOf } from './margin.ts';
import { occasionsOf } from './occasions.ts';
import { predictorFor } from './predictor-for.ts';
import type { ValueSettings } from './settings.ts';
import { simpleValue, type SimpleValue } from './simple-value.ts';
import { summaryOf } from './summary.ts';
import { insufficiencyOf, type InsufficientReason, type ValueModel } from './value-model.ts';

/** What a customer is expected to bring; money in minor units of profit, at her margin, discounted to today. */
export interface PredictedWorth {
  /** Within the horizon. */
  lifetimeValue: number;
  /** Without end: all that is still to come, the horizon included; null when nothing is discounted. */
  residualLifetimeValue: number | null;
  /** Where the value within the horizon will lie with the probability `intervalLevel` of the settings. */
  interval: [low: number, high: number];
  horizonMonths: number;
  pAlive: number;
  expectedOccasions: number;
  /** Net spend, not profit. */
  expectedValuePerOccasion: number;
}

/** A customer's worth: the simple formula always, the prediction where the data allow it. */
export interface Worth {
  simple: SimpleValue;
  marginRate: number;
  marginRateSource: 'cost' | 'setting';
  predicted: PredictedWorth | null;
  /** Why there is no prediction. */
  insufficient: InsufficientReason | 'no-purchases' | null;
}

/** What a customer is worth at the end of a day, from her history and the chain's value model (null before the first fit). */
export function worthOf(history: History, model: ValueModel | null, settings: ValueSettings, asOf: Day): Worth {
  const occasions = occasionsOf(history, asOf);
  const { rate, source } = marginOf(occasions, settings.marginRate);
  const simple = simpleValue(occasions, asOf, settings.marginRate, settings.lifespan);
  const known = { simple, marginRate: rate, marginRateSource: source };
  const summary = summaryOf(occasions, asOf);
  if (!summary) return { ...known, predicted: null, insufficient: 'no-purchases' };
  const predictor = model && predictorFor(model, settings);
  if (!predictor) return { ...known, predicted: null, insufficient: insufficiencyOf(model) };
  const { lifetimeValue, pAlive, expectedOccasions, expectedValue } = predictor.predict(summary);
  const residual = predictor.residualValue(summary);
  const [low, high] = predictor.valueInterval(summary) ?? [0, 0];
  const profit = (value: number | null) => Math.round((value ?? 0) * rate);
  return {
    ...known,
    predicted: {
      lifetimeValue: profit(lifetimeValue),
      residualLifetimeValue: residual === Infinity ? null : profit(residual),
      interval: rate < 0 ? [profit(high), profit(low)] : [profit(low), profit(high)],
      horizonMonths: settings.horizonMonths,
      pAlive, expectedOccasions, expectedValuePerOccasion: Math.round(expectedValue ?? 0),
    },
    insufficient: null,
  };
}
