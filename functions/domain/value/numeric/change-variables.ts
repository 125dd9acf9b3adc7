import type { Evaluation } from './maximise.ts';

/** Row by row, how the variables of an objective depend on others: w = M u. */
export type LinearMap = readonly (readonly number[])[];

/** M u. */
export function mapped(map: LinearMap, u: ArrayLike<number>): Float64Array {
  return Float64Array.from(map, (row) => row.reduce((sum, factor, i) => sum + factor * u[i]!, 0));
}

/** What was evaluated in w = M u, as an evaluation in u: gradient Mᵀg, second derivatives MᵀHM. */
export function inVariables({ value, gradient, hessian }: Evaluation, map: LinearMap): Evaluation {
  const n = gradient.length;
  const sumOver = (term: (k: number) => number) => gradient.reduce((sum, _, k) => sum + term(k), 0);
  const half = Float64Array.from(hessian, (_, at) => sumOver((k) => hessian[Math.floor(at / n) * n + k]! * map[k]![at % n]!));
  return {
    value,
    gradient: gradient.map((_, i) => sumOver((k) => map[k]![i]! * gradient[k]!)),
    hessian: hessian.map((_, at) => sumOver((k) => map[k]![Math.floor(at / n)]! * half[k * n + at % n]!)),
  };
}
