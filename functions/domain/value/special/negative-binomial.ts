import { logGamma } from './log-gamma.ts';

const SMALLEST_LOG = -600;
const STANDARD_DEVIATIONS = 15;

/**
 * The probability of exactly k in a negative binomial of a shape A > 0 and a success share w: Γ(A+k)/(Γ(A) k!) wᵏ (1−w)^A.
 * It counts the events of a Poisson process whose rate is Gamma distributed (Greenwood and Yule 1920).
 */
export function negativeBinomial(k: number, shape: number, w: number): number {
  const none = shape * Math.log1p(-w);
  return Math.exp(k === 0 ? none : logGamma(shape + k) - logGamma(k + 1) - logGamma(shape) + k * Math.log(w) + none);
}

/** The number to start a sum over k at: 0, unless the probability of 0 is too small for a double; then 15 standard deviations below the mean. */
export function firstTellingCount(shape: number, w: number): number {
  if (shape * Math.log1p(-w) > SMALLEST_LOG) return 0;
  const mean = shape * w / (1 - w);
  return Math.max(0, Math.floor(mean - STANDARD_DEVIATIONS * Math.sqrt(mean / (1 - w))));
}
