import { invertPositiveDefinite } from './numeric/cholesky.ts';
import type { Maximum } from './numeric/maximise.ts';
import { UNKNOWN } from './numeric/sigma-points.ts';

/**
 * How certain a fit is: the covariance of the parameters' logarithms row by row, 0 for a parameter held at a wall, and each parameter's standard error.
 * Null where the data do not say.
 */
export interface Uncertainty { standardErrors: (number | null)[]; logCovariance: number[] | null }

/** Reads standard errors off the curvature at a maximum: the inverse of −H in the logarithms of the free parameters, times the parameter (delta method). */
export function uncertaintyOf({ evaluation: { hessian }, free }: Maximum, parameters: readonly number[]): Uncertainty {
  const n = parameters.length;
  const inverse = invertPositiveDefinite(Float64Array.from(free.flatMap((i) => free.map((j) => -hessian[i * n + j]!))), free.length);
  if (!inverse) return { standardErrors: parameters.map(() => null), logCovariance: null };
  const logCovariance = Array.from({ length: n * n }, () => 0);
  free.forEach((i, row) => { free.forEach((j, column) => { logCovariance[i * n + j] = inverse[row * free.length + column]!; }); });
  return {
    standardErrors: parameters.map((parameter, i) => {
      const ofLogarithm = Math.sqrt(logCovariance[i * n + i]!);
      return free.includes(i) && ofLogarithm < UNKNOWN ? parameter * ofLogarithm : null;
    }),
    logCovariance,
  };
}
