/**
 * The lower triangle L with L Lᵀ = A of a symmetric n × n matrix given row by row, or null when A is not positive definite.
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i === j) {
        if (!(sum > 1e-13 * Math.abs(matrix[i * n + i]!))) return null;
        lower[i * n + i] = Math.sqrt(sum);
      } else {
        lower[i * n + j] = sum / lower[j * n + j]!;
      }
    }
  }
  return lower;
}

/** The solution of L Lᵀ s = y for a triangle from `cholesky`. */
export function solveCholesky(lower: Float64Array, n: number, y: Float64Array): Float64Array {
  const s = Float64Array.from(y);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) s[i]! -= lower[i * n + k]! * s[k]!;
    s[i]! /= lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) s[i]! -= lower[k * n + i]! * s[k]!;
    s[i]! /= lower[i * n + i]!;
  }
  return s;
}

/** The inverse of a symmetric positive definite n × n matrix, or null when it is not positive definite. */
export function invertPositiveDefinite(matrix: Float64Array, n: number): Float64Array | null {
  const lower = cholesky(matrix, n);
  if (!lower) return null;
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const unit = new Float64Array(n);
    unit[i] = 1;
    inverse.set(solveCholesky(lower, n, unit), i * n);
  }
  return inverse;
}
