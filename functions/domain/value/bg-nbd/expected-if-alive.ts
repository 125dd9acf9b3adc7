import { firstTellingCount, negativeBinomial } from '../special/negative-binomial.ts';
import type { BgNbdParameters } from './bg-nbd-parameters.ts';

const NEGLIGIBLE = 1e-17;

/**
 * The occasions to expect in the next `weeks` weeks from a BG/NBD customer who is still alive after `frequency` repeats and `age` weeks.
 *
 * If she never dropped out she would have k occasions with negative binomial probability N(k; A, w), A = r + x, w = t/(α+T+t);
 * of those she reaches the j-th with probability E[(1−p)^(j−1)] = (b+x)…(b+x+j−2) / (a+b+x)…(a+b+x+j−2). So
 * E = Σₖ N(k; A, w) Σⱼ≤ₖ E[(1−p)^(j−1)]: positive terms only, no pole at a = 1, no cancellation.
 * It equals (a+b+x−1)/(a−1) · [1 − ((α+T)/(α+T+t))^A ₂F₁(A, b+x; a+b+x−1; w)] of Fader, Hardie and Lee (2005), equation 10.
 */
export function expectedIfAlive({ r, alpha, a, b }: BgNbdParameters, frequency: number, age: number, weeks: number): number {
  const shape = r + frequency;
  const w = weeks / (alpha + age + weeks);
  if (!(w > 0) || shape === 0) return 0;
  if (a === 0) return shape * weeks / (alpha + age);
  return sumOverOpportunities(shape, w, a, b + frequency);
}

function sumOverOpportunities(shape: number, w: number, a: number, stays: number): number {
  const from = firstTellingCount(shape, w);
  let probability = negativeBinomial(from, shape, w);
  let reached = 0;
  let survival = 1;
  let sum = 0;
  for (let k = 0; ; k++) {
    if (k >= from) {
      const term = probability * reached;
      sum += term;
      const ratio = w * (shape + k) / (k + 1);
      const slowest = Math.max(ratio, w) * (k + 1) / Math.max(k, 1);
      if (slowest < 1 && k > 0 && term <= NEGLIGIBLE * (1 - slowest) * sum) return sum;
      probability *= ratio;
    }
    reached += survival;
    survival *= (stays + k) / (a + stays + k);
  }
}
