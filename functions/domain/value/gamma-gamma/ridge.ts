import type { Evaluation, Objective } from '../numeric/maximise.ts';

/**
 * The same likelihood over (log p, log q, log pv/q) in place of (log p, log q, log v).
 *
 * What an occasion is worth is known well; how p, q and v share it out may hardly be. Seen so, the ridge on which they trade places
 * lies along an axis, and a search needs a third of the steps.
 */
export function overRidge(likelihood: Objective): Objective {
  return (at) => sheared(likelihood(fromRidge(at)), 1);
}

/** The logarithms of p, q and v at a point of the ridge's axes. */
export function fromRidge([logP, logQ, logTypical]: Float64Array): Float64Array {
  return Float64Array.of(logP!, logQ!, logTypical! + logQ! - logP!);
}

/** What was evaluated over the ridge's axes, with its derivatives in (log p, log q, log v). */
export function inLogParameters(evaluation: Evaluation): Evaluation {
  return sheared(evaluation, -1);
}

/** The chain rule for a third variable that is the new one plus or minus (log q − log p): Jᵀg and JᵀHJ, multiplied out. */
function sheared({ value, gradient: [gp, gq, gv], hessian }: Evaluation, sign: 1 | -1): Evaluation {
  const [pp, pq, pv, , qq, qv, , , vv] = hessian as unknown as number[];
  const [ppNew, pqNew, pvNew] = [pp! - 2 * sign * pv! + vv!, pq! + sign * (pv! - qv!) - vv!, pv! - sign * vv!];
  const [qqNew, qvNew] = [qq! + 2 * sign * qv! + vv!, qv! + sign * vv!];
  return {
    value,
    gradient: Float64Array.of(gp! - sign * gv!, gq! + sign * gv!, gv!),
    hessian: Float64Array.of(ppNew, pqNew, pvNew, pqNew, qqNew, qvNew, pvNew, qvNew, vv!),
  };
}
