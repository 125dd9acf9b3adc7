import { maximise } from '../numeric/maximise.ts';
import type { PurchaseSummaries } from '../summary.ts';
import { uncertaintyOf } from '../uncertainty.ts';
import { gammaGammaLikelihood } from './gamma-gamma-likelihood.ts';
import { fromRidge, inLogParameters, overRidge } from './ridge.ts';
import { spendersOf } from './spenders.ts';

export interface SpendParameters { p: number; q: number; v: number }

/** Where the best spend model lies at the edge of the family: everybody spends alike, each customer always spends the same, or the mean is about to become infinite. */
export type SpendBoundary = 'equal-spenders' | 'constant-spend' | 'heavy-tail';

/** A fitted Gamma-Gamma model; `v` is in the unit of the monetary values. */
export interface SpendFit {
  parameters: SpendParameters;
  logLikelihood: number;
  standardErrors: Record<keyof SpendParameters, number | null>;
  /** Covariance of (log p, log q, log v), row by row. */
  logCovariance: number[] | null;
  boundary: SpendBoundary | null;
  iterations: number;
  converged: boolean;
  customers: number;
  /** Mean monetary value of those customers. */
  typicalValue: number;
}

/** Below this q the population mean p·v/(q−1) is finite only in name. */
const SMALLEST_Q = 1.05;
/** Where the search begins and how far it goes, along the axes of the ridge. */
const START = [2, 3, 2 / 3].map(Math.log);
const BOUNDS = { lower: [1e-3, SMALLEST_Q, 1e-9].map(Math.log), upper: [1e5, 1e5, 1e9].map(Math.log) };
const AS_GOOD_AS_INFINITE = 1e4;

/** Fits value per occasion by maximum likelihood on the customers with repeat spend, or returns null when there is none. */
export function fitGammaGamma(summaries: PurchaseSummaries): SpendFit | null {
  const spenders = spendersOf(summaries);
  if (spenders.length === 0) return null;
  const maximum = maximise(overRidge(gammaGammaLikelihood(spenders)), START, BOUNDS);
  const { at, iterations, converged } = maximum;
  const evaluation = inLogParameters(maximum.evaluation);
  const [p, q, v] = Array.from(fromRidge(at), Math.exp) as [number, number, number];
  const parameters = { p, q, v: v * spenders.scale };
  const { standardErrors: [seP, seQ, seV], logCovariance } = uncertaintyOf({ ...maximum, evaluation }, [p, q, parameters.v]);
  return {
    parameters,
    logLikelihood: evaluation.value - spenders.length * Math.log(spenders.scale),
    standardErrors: { p: seP!, q: seQ!, v: seV! },
    logCovariance, boundary: boundaryAt(p, q), iterations, converged, customers: spenders.length, typicalValue: spenders.scale,
  };
}

function boundaryAt(p: number, q: number): SpendBoundary | null {
  if (q >= AS_GOOD_AS_INFINITE) return 'equal-spenders';
  if (p >= AS_GOOD_AS_INFINITE) return 'constant-spend';
  return q <= SMALLEST_Q * 1.0001 ? 'heavy-tail' : null;
}
