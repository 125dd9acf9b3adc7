import { compare, type Backtest } from '../../../functions/domain/value/backtest.ts';
import { UnusableSummaryError } from '../../../functions/domain/value/errors.ts';
import { fitPurchaseModel } from '../../../functions/domain/value/fit-purchase-model.ts';
import { fitGammaGamma } from '../../../functions/domain/value/gamma-gamma/fit-gamma-gamma.ts';
import { weeklyHorizon } from '../../../functions/domain/value/horizon.ts';
import type { Interval } from '../../../functions/domain/value/interval/value-intervals.ts';
import { populationOf } from '../../../functions/domain/value/population.ts';
import { Predictor, type FittedModels, type Prediction } from '../../../functions/domain/value/predictor.ts';
import type { PurchaseSummary } from '../../../functions/domain/value/summary.ts';
import { UnusableInput } from '../errors.ts';
import type { Input } from './input.ts';
import type { ClvSettings } from './settings.ts';
import { thousands } from './thousands.ts';

const WEEKS = 52;

/** One customer's scores, money in the file's own unit. */
export interface CustomerScore extends PurchaseSummary, Prediction { id: string; marginRate: number; interval: Interval | null; occasionsInterval: Interval }

/** All that a call found out; columns by a customer's place in the input. */
export interface ClvResult {
  input: Input;
  /** As they were given or taken for granted; what margin was asked for is null where known costs say it. */
  settings: Pick<ClvSettings, 'discountRate' | 'intervalLevel' | 'marginRate'>;
  horizonWeeks: number;
  models: FittedModels;
  holdout: Backtest | null;
  pAlive: Float64Array;
  expectedOccasions: Float64Array;
  /** All 0 without a spend model. */
  lifetimeValue: Float64Array;
  /** Places of the customers to list, in the order to list them. */
  listed: Uint32Array;
  scoreOf: (place: number) => CustomerScore;
}

/** Fits both models on the calibration, compares them with the hold-out and scores everybody. Throws UnusableInput that names the row of unusable data. */
export function evaluate(input: Input, settings: ClvSettings, say: (line: string) => void): ClvResult {
  const { summaries, holdout } = input;
  const { length, frequency, recency, age, monetaryValue } = summaries;
  const models = fit(input, settings);
  say(`fitted ${settings.model} on ${thousands(length)} customers in ${thousands(models.purchase.cells)} cells, ${models.purchase.iterations} steps`);
  const horizonWeeks = settings.horizonWeeks ?? (settings.calibrationEnd !== null && holdout ? holdout.weeks : WEEKS);
  const compared = holdout && compare({ summaries, ...holdout, spend: models.spend && holdout.spend }, models, settings.intervalLevel, null);
  const predictor = new Predictor(models, weeklyHorizon(horizonWeeks, settings.discountRate), settings.intervalLevel, populationOf(summaries));
  const summaryAt = (place: number): PurchaseSummary => ({
    frequency: frequency[place]!, recency: recency[place]!, age: age[place]!, monetaryValue: monetaryValue[place]!,
  });
  const [pAlive, expectedOccasions, lifetimeValue] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  for (let place = 0; place < length; place++) {
    const predicted = predictor.predict(summaryAt(place));
    pAlive[place] = predicted.pAlive;
    expectedOccasions[place] = predicted.expectedOccasions;
    lifetimeValue[place] = (predicted.lifetimeValue ?? 0) * input.marginOf(place);
  }
  say(`scored ${thousands(length)} customers over ${Number(horizonWeeks.toFixed(2))} weeks`);
  const { discountRate, intervalLevel, marginRate: askedMargin } = settings;
  return {
    input, settings: { discountRate, intervalLevel, marginRate: askedMargin }, horizonWeeks, models, holdout: compared, pAlive, expectedOccasions, lifetimeValue,
    listed: listedPlaces(models.spend ? lifetimeValue : expectedOccasions, settings),
    scoreOf: (place) => {
      const summary = summaryAt(place);
      const marginRate = input.marginOf(place);
      const predicted = predictor.predict(summary);
      return {
        id: input.idOf(place), marginRate, ...summary, ...predicted,
        lifetimeValue: predicted.lifetimeValue === null ? null : predicted.lifetimeValue * marginRate,
        interval: atMargin(predictor.valueInterval(summary), marginRate), occasionsInterval: predictor.occasionsInterval(summary),
      };
    },
  };
}

/** What is left of an interval of spend; where goods cost more than they brought in, the ends change places. */
function atMargin(interval: Interval | null, rate: number): Interval | null {
  if (!interval) return null;
  const [low, high] = interval;
  return rate < 0 ? [high * rate, low * rate] : [low * rate, high * rate];
}

function fit({ summaries, hasMoney }: Input, { model, path }: ClvSettings): FittedModels {
  try {
    return { purchase: fitPurchaseModel(model, summaries), spend: hasMoney ? fitGammaGamma(summaries) : null };
  } catch (error) {
    if (error instanceof UnusableSummaryError) throw new UnusableInput(`${path}, ${error.message}`);
    throw error;
  }
}

/** Everybody in the order of the file, or the best if only some are to be listed. */
function listedPlaces(by: Float64Array, { top, output }: ClvSettings): Uint32Array {
  const shown = top ?? (output === 'table' ? 10 : Infinity);
  const places = Uint32Array.from({ length: shown === 0 ? 0 : by.length }, (_, place) => place);
  return shown === Infinity ? places : places.sort((one, other) => by[other]! - by[one]! || one - other).subarray(0, shown);
}
