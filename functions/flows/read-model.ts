import type { ModelAnswer } from '../contract/service-answers.ts';
import type { TiersQuestion } from '../contract/questions.ts';
import { formatDay } from '../domain/calendar.ts';
import type { Backtest } from '../domain/value/backtest.ts';
import type { SpendFit } from '../domain/value/gamma-gamma/fit-gamma-gamma.ts';
import type { PurchaseFit } from '../domain/value/purchase-fit.ts';
import type { ValueModel } from '../domain/value/value-model.ts';
import { spreadOf } from '../domain/value/value-spread.ts';
import type { Remembered } from './remembered.ts';
import type { View } from './view.ts';

/** The chain's value model with its back-test, and how the predicted value is spread among the reader's customers. Throws OtherStore and RunForgotten. */
export async function readModel(question: TiersQuestion, view: View, remembered: Remembered): Promise<ModelAnswer> {
  const store = view.scope.storeFor(question.store);
  const { publication: { runId }, saved: { run: { model, settings: { value: { horizonMonths } } } } } = view.run;
  const worth = await remembered.get(JSON.stringify([runId, view.scope.key, 'model', store]), async () => {
    const values: number[] = [];
    for (const { history: { homeStore }, score: { lifetimeValue } } of await view.everybody()) {
      if (lifetimeValue !== null && (store === null || homeStore === store)) values.push(lifetimeValue);
    }
    return spreadOf(values);
  });
  return { ...view.provenance, model: model && told(model), worth: worth && { horizonMonths, ...worth } };
}

function told({ state, reason, fittedOn, customers, repeatCustomers, purchase, spend, backtest, rejected }: ValueModel): ModelAnswer['model'] {
  return {
    state, reason, fittedOn: fittedOn === null ? null : formatDay(fittedOn), customers, repeatCustomers,
    purchase: purchase && fitOf(purchase), spend: spend && spendOf(spend), backtest: backtest && tested(backtest), rejected: rejected && tested(rejected),
  };
}

function fitOf({ kind, parameters, standardErrors, logLikelihood, boundary, converged, iterations, customers, cells }: PurchaseFit) {
  return { kind, parameters: { ...parameters }, standardErrors, logLikelihood, boundary, converged, iterations, customers, cells };
}

function spendOf({ parameters, standardErrors, logLikelihood, boundary, converged, iterations, customers }: SpendFit) {
  return { parameters: { ...parameters }, standardErrors, logLikelihood, boundary, converged, iterations, customers };
}

function tested({ calibrated, ...backtest }: Backtest) {
  return { ...backtest, calibrated: { purchase: fitOf(calibrated.purchase), spend: calibrated.spend && spendOf(calibrated.spend) } };
}
