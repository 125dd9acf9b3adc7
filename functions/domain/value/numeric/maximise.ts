import { cholesky, solveCholesky } from './cholesky.ts';

/** A log-likelihood at one point: its value, gradient and (row by row) second derivatives. */
export interface Evaluation { value: number; gradient: Float64Array; hessian: Float64Array }

/** Something to be maximised over the logarithms of positive parameters. */
export type Objective = (logParameters: Float64Array) => Evaluation;

export interface Bounds { lower: readonly number[]; upper: readonly number[] }

/** Where the search ended; `free` are the parameters that no wall holds there. */
export interface Maximum { at: Float64Array; evaluation: Evaluation; free: number[]; iterations: number; converged: boolean }

const LONGEST_STEP = 3;
const MAX_ITERATIONS = 200;
/** Half of gᵀ(−H)⁻¹g: how much log-likelihood the next Newton step still promises. */
const SMALLEST_PROMISE = 1e-10;

/**
 * Maximises a smooth function inside a box by Newton's method with a Levenberg–Marquardt shift and an active set at the walls.
 * Uses exact second derivatives; stops when the next step promises less than 1e-10, so the result does not depend on units.
 * Source: Nocedal and Wright (2006), Numerical Optimization, chapters 4 and 16.7.
 */
export function maximise(objective: Objective, start: readonly number[], bounds: Bounds): Maximum {
  let at = Float64Array.from(start, (v, i) => clamp(v, bounds, i));
  let evaluation = objective(at);
  let shift = 0;
  const endedWith = (iterations: number, converged: boolean): Maximum => ({ at, evaluation, free: freeAt(evaluation, at, bounds), iterations, converged });
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const step = shiftedStep(evaluation, at, bounds, shift);
    if (step.promise < SMALLEST_PROMISE && step.shift === 0) return endedWith(iterations, true);
    const next = at.map((v, i) => clamp(v + step.direction[i]!, bounds, i));
    const candidate = objective(next);
    const gain = candidate.value - evaluation.value;
    const noise = 1e-14 * Math.abs(evaluation.value);
    if (gain >= -noise) {
      const settled = step.promise < SMALLEST_PROMISE && gain <= SMALLEST_PROMISE + noise;
      at = next;
      evaluation = candidate;
      if (settled) return endedWith(iterations, true);
      shift = gain > 0.75 * step.promise ? step.shift / 8 : gain < 0.25 * step.promise ? Math.max(1e-3, step.shift * 4) : step.shift;
      if (shift < 1e-6) shift = 0;
    } else {
      shift = Math.max(1e-3, step.shift * 8);
      if (shift > 1e12) return endedWith(iterations, step.promise < 1e-6);
    }
  }
  return endedWith(MAX_ITERATIONS, false);
}

/** The parameters that are not at a wall, or are drawn away from it. */
function freeAt({ gradient }: Evaluation, at: Float64Array, { lower, upper }: Bounds): number[] {
  return Array.from(at.keys()).filter((i) => !(at[i]! <= lower[i]! && gradient[i]! <= 0) && !(at[i]! >= upper[i]! && gradient[i]! >= 0));
}

/** A step of bounded length from (−H + shift · scale) d = g, with the shift raised until that matrix is positive definite. */
function shiftedStep(evaluation: Evaluation, at: Float64Array, bounds: Bounds, firstShift: number) {
  const { gradient, hessian } = evaluation;
  const all = at.length;
  const free = freeAt(evaluation, at, bounds);
  const n = free.length;
  const direction = new Float64Array(all);
  if (n === 0) return { direction, promise: 0, shift: 0 };
  const slope = Float64Array.from(free, (i) => gradient[i]!);
  const scale = free.map((i) => Math.max(Math.abs(hessian[i * all + i]!), 1e-8));
  for (let shift = firstShift; ; shift = Math.max(1e-3, shift * 4)) {
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) matrix[i * n + j] = -hessian[free[i]! * all + free[j]!]!;
      matrix[i * n + i]! += shift * scale[i]!;
    }
    const lower = cholesky(matrix, n);
    if (!lower && shift < 1e12) continue;
    const step = lower ? solveCholesky(lower, n, slope) : slope.map((g) => Math.sign(g) * 1e-3);
    const longest = step.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
    const cut = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    let promise = 0;
    for (let i = 0; i < n; i++) {
      direction[free[i]!] = step[i]! * cut;
      promise += 0.5 * slope[i]! * step[i]! * cut;
    }
    return { direction, promise, shift };
  }
}

function clamp(value: number, { lower, upper }: Bounds, i: number): number {
  return Math.min(Math.max(value, lower[i]!), upper[i]!);
}

/** Turns derivatives in the parameters, the second ones given above the diagonal, into all derivatives in their logarithms, in place. */
export function inLogarithms(evaluation: Evaluation, parameters: readonly number[]): Evaluation {
  const n = parameters.length;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) evaluation.hessian[i * n + j]! *= parameters[i]! * parameters[j]!;
    evaluation.gradient[i]! *= parameters[i]!;
    evaluation.hessian[i * n + i]! += evaluation.gradient[i]!;
    for (let j = 0; j < i; j++) evaluation.hessian[i * n + j] = evaluation.hessian[j * n + i]!;
  }
  return evaluation;
}
