import { addOdds, UNLIKELY, type OccasionOdds } from '../interval/occasion-odds.ts';
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import { firstTellingCount, negativeBinomial } from '../special/negative-binomial.ts';
import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';

/** Moments of leaving to look at; an interval needs no more. */
const MOMENTS = 8;

/**
 * Adds, with a weight, the probabilities that a living Pareto/NBD customer has n or more occasions in the next `weeks` weeks:
 * the mean over when she leaves (density s (β+T)^s / (β+T+t)^(s+1), or not within those weeks) of the negative binomial count until then.
 */
export function addOccasionOdds(odds: OccasionOdds, weight: number, { r, alpha, s, beta }: ParetoNbdParameters, frequency: number, age: number, weeks: number): void {
  const shape = r + frequency;
  const stays = Math.exp(-s * Math.log1p(weeks / (beta + age)));
  addCount(odds, weight * stays, shape, weeks / (alpha + age + weeks));
  if (stays === 1) return;
  const { nodes, weights } = gaussLegendre(MOMENTS);
  for (let j = 0; j < MOMENTS; j++) {
    const reached = 1 - nodes[j]! * (1 - stays);
    const until = (beta + age) * Math.expm1(-Math.log(reached) / s);
    addCount(odds, weight * (1 - stays) * weights[j]!, shape, until / (alpha + age + until));
  }
}

function addCount(odds: OccasionOdds, weight: number, shape: number, w: number): void {
  const from = shape > 0 && w > 0 ? firstTellingCount(shape, w) : 0;
  let exactly = shape > 0 && w > 0 ? negativeBinomial(from, shape, w) : 1;
  let orMore = 1;
  for (let n = 0; addOdds(odds, n, weight * orMore); n++) {
    if (n >= from) {
      orMore = Math.max(0, orMore - exactly);
      exactly *= w * (shape + n) / (n + 1);
    }
    if (orMore < UNLIKELY) return;
  }
}
