import type { Cells } from '../cells.ts';
import { inLogarithms, type Evaluation, type Objective } from '../numeric/maximise.ts';
import { multiplyFactors, noFactors } from '../special/rising-factorial.ts';
import { sumNeverRepeated, sumRepeaters } from './group-sums.ts';

/**
 * The BG/NBD log-likelihood of weighted cells as a function of (log r, log α, log a, log b), with gradient and second derivatives.
 *
 * A customer of frequency x, recency tₓ and age T has
 * log L = log B(a, b+x)/B(a, b) + log Γ(r+x)/Γ(r) + r log α + log[(α+T)^−(r+x) + a/(b+x−1) (α+tₓ)^−(r+x)], the last term only for x > 0.
 * Source: Fader, Hardie and Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2), equation 6.
 */
export function bgNbdLikelihood(cells: Cells): Objective {
  return (logParameters) => {
    const [r, alpha, a, b] = Array.from(logParameters, Math.exp) as [number, number, number, number];
    return inLogarithms(evaluate(cells, r, alpha, a, b), [r, alpha, a, b]);
  };
}

/** Gamma functions depend on the frequency alone, so they are taken once a group; the cells add only logarithms of times. */
function evaluate(cells: Cells, r: number, alpha: number, a: number, b: number): Evaluation {
  let value = 0;
  const gradient = new Float64Array(4);
  const hessian = new Float64Array(16);
  const purchases = noFactors();
  const stays = noFactors();
  const chances = noFactors();
  const logAlpha = Math.log(alpha);
  cells.groupFrequency.forEach((x, g) => {
    const before = g > 0 ? cells.groupFrequency[g - 1]! : 0;
    multiplyFactors(purchases, r, before, x);
    multiplyFactors(stays, b, before, x);
    multiplyFactors(chances, a + b, before, x);
    const left = x > 0 ? 1 / (b + x - 1) : 0;
    const sums = x > 0 ? sumRepeaters(cells, g, r + x, alpha, Math.log(a * left)) : sumNeverRepeated(cells, g, r, alpha);
    const n = sums.customers;
    value += n * (purchases.value + r * logAlpha + stays.value - chances.value) + sums.value;
    gradient[0]! += n * (purchases.first + logAlpha) + sums.byShape;
    gradient[1]! += n * r / alpha + sums.byAlpha;
    gradient[2]! += sums.dropped / a - n * chances.first;
    gradient[3]! += n * (stays.first - chances.first) - sums.dropped * left;
    hessian[0]! += n * purchases.second + sums.shapeShape;
    hessian[1]! += n / alpha + sums.shapeAlpha;
    hessian[2]! += sums.mixedShape / a;
    hessian[3]! -= sums.mixedShape * left;
    hessian[5]! += sums.alphaAlpha - n * r / (alpha * alpha);
    hessian[6]! += sums.mixedAlpha / a;
    hessian[7]! -= sums.mixedAlpha * left;
    hessian[10]! += (sums.mixed - sums.dropped) / (a * a) - n * chances.second;
    hessian[11]! -= n * chances.second + sums.mixed * left / a;
    hessian[15]! += n * (stays.second - chances.second) + (sums.mixed + sums.dropped) * left * left;
  });
  return { value, gradient, hessian };
}
