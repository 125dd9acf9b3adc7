import { invertPositiveDefinite } from './numeric/cholesky.ts';
import type { Evaluation } from './numeric/maximise.ts';

/** How certain a fit is: the covariance of the parameters' logarithms row by row, and each parameter's standard error; null where the data do not say. */
export interface Uncertainty { standardErrors: (number | null)[]; logCovariance: number[] | null }

/** Reads standard errors off the curvature at a maximum: the inverse of −H in logarithms, times the parameter (delta method). */
export function uncertaintyOf({ hessian }: Evaluation, parameters: readonly number[]): Uncertainty {
  const n = parameters.length;
  const covariance = invertPositiveDefinite(hessian.map((h) => -h), n);
  if (!covariance) return { standardErrors: parameters.map(() => null), logCovariance: null };
  return {
    standardErrors: parameters.map((parameter, i) => parameter * Math.sqrt(covariance[i * n + i]!)),
    logCovariance: Array.from(covariance),
  };
}
