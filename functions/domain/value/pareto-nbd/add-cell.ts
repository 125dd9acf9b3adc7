import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';
import { emptySilence, studySilence } from './silence.ts';

const silence = emptySilence();

/**
 * Adds what customers of one cell contribute to the Pareto/NBD log-likelihood's last term: returns the value, adds to gradient and upper Hessian (r, α, s, β).
 * The term is the logarithm of a sum over ways she may be (alive, or gone since one of the moments of silence), so its derivatives are
 * means, and mean curvature plus covariance, over those ways.
 */
export function addCell(gradient: Float64Array, hessian: Float64Array, customers: number, parameters: ParetoNbdParameters,
  frequency: number, recency: number, age: number): number {
  const { r, alpha, s, beta } = parameters;
  studySilence(silence, parameters, frequency, recency, age);
  const { count, moments, weights, logOddsGone } = silence;
  const gone = 1 / (1 + Math.exp(-logOddsGone));
  const alive = 1 - gone;
  const shape = r + frequency;
  const ageAlpha = 1 / (alpha + age);
  const ageBeta = 1 / (beta + age);
  const logAlpha = Math.log(alpha + age);
  const logBeta = Math.log(beta + age);
  // Means over the moments of each derivative's difference to being alive, of their products, and of the curvature.
  let m0 = 0, m1 = 0, m2 = 0, m3 = 0;
  let c00 = 0, c01 = 0, c02 = 0, c03 = 0, c11 = 0, c12 = 0, c13 = 0, c22 = 0, c23 = 0, c33 = 0;
  let h01 = 0, h11 = 0, h23 = 0, h33 = 0;
  for (let j = 0; j < count; j++) {
    const w = weights[j]!;
    const a = 1 / (alpha + moments[j]!);
    const b = 1 / (beta + moments[j]!);
    const d0 = logAlpha + Math.log(a);
    const d1 = shape * (ageAlpha - a);
    const d2 = 1 / s + logBeta + Math.log(b);
    const d3 = s * ageBeta - (s + 1) * b;
    m0 += w * d0; m1 += w * d1; m2 += w * d2; m3 += w * d3;
    c00 += w * d0 * d0; c01 += w * d0 * d1; c02 += w * d0 * d2; c03 += w * d0 * d3;
    c11 += w * d1 * d1; c12 += w * d1 * d2; c13 += w * d1 * d3;
    c22 += w * d2 * d2; c23 += w * d2 * d3; c33 += w * d3 * d3;
    h01 -= w * a;
    h11 += w * shape * a * a;
    h23 -= w * b;
    h33 += w * (s + 1) * b * b;
  }
  const n = customers;
  const nGone = n * gone;
  gradient[0]! += nGone * m0 - n * logAlpha;
  gradient[1]! += nGone * m1 - n * shape * ageAlpha;
  gradient[2]! += nGone * m2 - n * logBeta;
  gradient[3]! += nGone * m3 - n * s * ageBeta;
  hessian[0]! += nGone * (c00 - gone * m0 * m0);
  hessian[1]! += nGone * (c01 - gone * m0 * m1 + h01) - n * alive * ageAlpha;
  hessian[2]! += nGone * (c02 - gone * m0 * m2);
  hessian[3]! += nGone * (c03 - gone * m0 * m3);
  hessian[5]! += nGone * (c11 - gone * m1 * m1 + h11) + n * alive * shape * ageAlpha * ageAlpha;
  hessian[6]! += nGone * (c12 - gone * m1 * m2);
  hessian[7]! += nGone * (c13 - gone * m1 * m3);
  hessian[10]! += nGone * (c22 - gone * m2 * m2 - 1 / (s * s));
  hessian[11]! += nGone * (c23 - gone * m2 * m3 + h23) - n * alive * ageBeta;
  hessian[15]! += nGone * (c33 - gone * m3 * m3 + h33) + n * alive * s * ageBeta * ageBeta;
  const logSum = logOddsGone > 0 ? logOddsGone + Math.log1p(Math.exp(-logOddsGone)) : Math.log1p(Math.exp(logOddsGone));
  return n * (logSum - shape * logAlpha - s * logBeta);
}
