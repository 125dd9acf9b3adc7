import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { backtest, type Backtest } from './backtest.ts';
import { fitPurchaseModel } from './fit-purchase-model.ts';
import { fitGammaGamma, type SpendFit } from './gamma-gamma/fit-gamma-gamma.ts';
import { NightlyData } from './nightly-data.ts';
import type { PurchaseFit } from './purchase-fit.ts';
import type { ValueSettings } from './settings.ts';

/** Why there are no predictions: too few customers with sales, too short a history, nobody who came often enough, nothing ever spent on a repeat, or no fit that converged. */
export type InsufficientReason = 'too-few-customers' | 'too-short-history' | 'too-few-occasions' | 'no-repeat-spend' | 'did-not-converge' | 'no-model';

/** Why an earlier model is used in place of tonight's. */
export type KeptReason = 'did-not-converge' | 'fell-behind';

/** The chain's value model as published with a run. Plain JSON. */
export interface ValueModel {
  state: 'ready' | 'insufficient-data' | 'kept';
  /** For `insufficient-data` and `kept`: why. */
  reason: InsufficientReason | KeptReason | null;
  /** The day the models in use were fitted on; null without a model. */
  fittedOn: Day | null;
  customers: number;
  repeatCustomers: number;
  /** The oldest customer's age in weeks. */
  oldest: number;
  purchase: PurchaseFit | null;
  spend: SpendFit | null;
  backtest: Backtest | null;
  /** The back-test of the model that was not used, when an earlier one was kept. */
  rejected: Backtest | null;
}

/**
 * Fits the chain's value model on everybody's history, checks it against what happened in the last `backtestDays`, and decides whether to use it.
 * Reads the histories once. Below the data gate it says why there is no model; a fit that does not converge or predicts clearly worse
 * than the last good one is not used, the last good one is.
 */
export function fitValueModel(histories: Iterable<History>, asOf: Day, settings: ValueSettings, lastGood: ValueModel | null): ValueModel {
  const data = new NightlyData(asOf, settings.backtestDays);
  for (const history of histories) data.add(history);
  const insufficient = shortfall(data, settings);
  if (insufficient) return withoutModel(data, insufficient);
  const summaries = data.summaries();
  const purchase = fitPurchaseModel(settings.model, summaries);
  const spend = fitGammaGamma(summaries);
  if (!spend) return withoutModel(data, 'no-repeat-spend');
  const usable = lastGood?.purchase && lastGood.spend ? lastGood : null;
  const tested = backtest(data.holdout(), settings, usable?.backtest?.calibrated ?? null);
  return chooseModel({ ...countsOf(data), state: 'ready', reason: null, fittedOn: asOf, purchase, spend, backtest: tested, rejected: null }, usable, settings);
}

/** A model that was fitted tonight. */
export interface FreshModel extends ValueModel { purchase: PurchaseFit; spend: SpendFit }

/** Tonight's model, or the last good one where tonight's did not converge or fell behind; without a good one, a model that did not converge is none. */
export function chooseModel(tonight: FreshModel, lastGood: ValueModel | null, settings: ValueSettings): ValueModel {
  const { purchase, spend, backtest: tested } = tonight;
  const refusal = !purchase.converged || !spend.converged ? 'did-not-converge' : fallsBehind(tested, settings) ? 'fell-behind' : null;
  if (refusal && lastGood) return { ...lastGood, state: 'kept', reason: refusal, rejected: tested };
  return refusal === 'did-not-converge' ? withoutModel(tonight, refusal) : tonight;
}

/** Why a model gives no predictions; null when it does. */
export function insufficiencyOf(model: ValueModel | null): InsufficientReason | null {
  if (!model) return 'no-model';
  return model.state === 'insufficient-data' ? (model.reason as InsufficientReason) : null;
}

function shortfall(data: NightlyData, { gate }: ValueSettings): InsufficientReason | null {
  if (data.customers < gate.customers) return 'too-few-customers';
  if (data.days < gate.days) return 'too-short-history';
  return data.mostOccasions < gate.occasions ? 'too-few-occasions' : null;
}

function fallsBehind(tested: Backtest | null, { backtestTolerance }: ValueSettings): boolean {
  return !!tested?.lastGood && tested.occasions.mae > tested.lastGood.mae * (1 + backtestTolerance);
}

function withoutModel(counts: Counts, reason: InsufficientReason): ValueModel {
  return { ...countsOf(counts), state: 'insufficient-data', reason, fittedOn: null, purchase: null, spend: null, backtest: null, rejected: null };
}

type Counts = Pick<ValueModel, 'customers' | 'repeatCustomers' | 'oldest'>;

function countsOf({ customers, repeatCustomers, oldest }: Counts): Counts {
  return { customers, repeatCustomers, oldest };
}
