/** A standard deviation beyond this on the log scale says "unknown"; taking it at its word would only overflow. */
export const UNKNOWN = 3;

/** A parameter moved on the log scale, no farther than anything is known. */
export function shifted(parameter: number, shift: number): number {
  return parameter * Math.exp(Math.max(-UNKNOWN, Math.min(UNKNOWN, shift)));
}

/**
 * A few equally likely parameter vectors that have the mean and covariance of an estimate on the log scale: two along each axis of the covariance.
 * Without a covariance, or for a parameter held fixed at 0, there is only the estimate itself.
 * Source: Julier and Uhlmann (2004), "Unscented filtering and nonlinear estimation", symmetric set.
 */
export function sigmaPoints(parameters: readonly number[], logCovariance: readonly number[] | null): number[][] {
  const n = parameters.length;
  if (!logCovariance) return [[...parameters]];
  const lower = semidefiniteCholesky(logCovariance, n);
  const axes = Array.from({ length: n }, (_, j) => Array.from({ length: n }, (_, i) => lower[i * n + j]!)).filter((axis) => axis.some((v) => v !== 0));
  if (axes.length === 0) return [[...parameters]];
  const reach = Math.sqrt(axes.length);
  return axes.flatMap((axis) => [-reach, reach].map((side) => parameters.map((parameter, i) => shifted(parameter, side * axis[i]!))));
}

/** A triangle L with L Lᵀ = A where rows of zeros are allowed. */
function semidefiniteCholesky(matrix: readonly number[], n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i === j) lower[i * n + i] = Math.sqrt(Math.max(sum, 0));
      else lower[i * n + j] = lower[j * n + j]! > 0 ? sum / lower[j * n + j]! : 0;
    }
  }
  return lower;
}
