import { formatDay } from '../../../functions/domain/calendar.ts';
import type { Accuracy } from '../../../functions/domain/value/accuracy.ts';
import type { ClvResult, CustomerScore } from './result.ts';

/** Customers put into one piece of output; a million do not fit into one string. */
const PIECE = 5000;

/** The result as one JSON object, in pieces. Weeks are whole days ÷ 7; money is in the file's own unit. */
export function* jsonOf(result: ClvResult): Generator<string> {
  const head = JSON.stringify(withoutCustomers(result));
  yield `${head.slice(0, -1)},"customers":[`;
  for (let from = 0; from < result.listed.length; from += PIECE) {
    const piece = Array.from(result.listed.slice(from, from + PIECE), (place) => JSON.stringify(customerOf(result.scoreOf(place), result.input.marginSource !== null)));
    yield (from > 0 ? ',' : '') + piece.join(',');
  }
  yield ']}\n';
}

function withoutCustomers({ input: { summaries, purchases, calibrationEnd, marginSource }, settings, horizonWeeks, models: { purchase, spend }, holdout }: ClvResult) {
  return {
    model: purchase.kind,
    input: {
      customers: summaries.length,
      repeatCustomers: summaries.frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0),
      sumFrequency: summaries.frequency.reduce((sum, x) => sum + x, 0),
      calibrationEnd: calibrationEnd === null ? null : formatDay(calibrationEnd),
      horizonWeeks,
      ...(purchases && { ...purchases, firstDay: formatDay(purchases.firstDay) }),
      ...(marginSource !== null && { marginSource }),
    },
    settings,
    purchase: {
      parameters: purchase.parameters, logLikelihood: purchase.logLikelihood, standardErrors: purchase.standardErrors,
      boundary: purchase.boundary, iterations: purchase.iterations, converged: purchase.converged,
    },
    spend: spend && {
      parameters: spend.parameters, logLikelihood: spend.logLikelihood, standardErrors: spend.standardErrors,
      boundary: spend.boundary, iterations: spend.iterations, converged: spend.converged, customers: spend.customers,
    },
    holdout: holdout && {
      weeks: holdout.weeks, ...flat(holdout.occasions),
      naive: flat(holdout.naive),
      spend: holdout.spend && { ...flat(holdout.spend), intervalCoverage: holdout.spendCoverage?.held ?? null },
      intervalLevel: holdout.intervalLevel,
      intervalCoverage: (holdout.spendCoverage ?? holdout.occasionsCoverage).held,
      intervalCoveragePromised: (holdout.spendCoverage ?? holdout.occasionsCoverage).promised,
      occasionsIntervalCoverage: holdout.occasionsCoverage.held,
    },
  };
}

function flat({ totalPredicted, totalActual, mae, rmse, byFrequency }: Accuracy) {
  return { totalPredicted, totalActual, mae, rmse, byFrequency };
}

function customerOf(score: CustomerScore, hasMargin: boolean) {
  const { id, frequency, recency, age, monetaryValue, pAlive, expectedOccasions, expectedValue, lifetimeValue, interval, occasionsInterval, marginRate } = score;
  return { id, frequency, recency, T: age, monetaryValue, pAlive, expectedOccasions, expectedValue, lifetimeValue, interval, occasionsInterval, ...(hasMargin && { marginRate }) };
}
