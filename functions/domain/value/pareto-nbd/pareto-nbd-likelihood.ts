import type { Cells } from '../cells.ts';
import { inLogarithms, type Evaluation, type Objective } from '../numeric/maximise.ts';
import { multiplyFactors, noFactors } from '../special/rising-factorial.ts';
import { addCell } from './add-cell.ts';
import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';

/**
 * The Pareto/NBD log-likelihood of weighted cells as a function of (log r, log α, log s, log β), with gradient and second derivatives.
 *
 * A customer of frequency x, recency tₓ and age T has
 * log L = log Γ(r+x)/Γ(r) + r log α + s log β + log[(α+T)^−(r+x) (β+T)^−s + s ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy], y from tₓ to T:
 * either she is alive at T, or she left at some moment y of her silence.
 * Source: Schmittlein, Morrison and Colombo (1987); the integral is the A₀ of Fader and Hardie (2005), "A note on deriving the Pareto/NBD model",
 * who write it as a difference of two ₂F₁ that cancel; as an integral of a positive function it keeps its digits and can be differentiated under the sign.
 */
export function paretoNbdLikelihood(cells: Cells): Objective {
  return (logParameters) => {
    const [r, alpha, s, beta] = Array.from(logParameters, Math.exp) as [number, number, number, number];
    return inLogarithms(evaluate(cells, { r, alpha, s, beta }), [r, alpha, s, beta]);
  };
}

function evaluate(cells: Cells, parameters: ParetoNbdParameters): Evaluation {
  const { r, alpha, s, beta } = parameters;
  let value = 0;
  const gradient = new Float64Array(4);
  const hessian = new Float64Array(16);
  const purchases = noFactors();
  cells.groupFrequency.forEach((x, g) => {
    multiplyFactors(purchases, r, g > 0 ? cells.groupFrequency[g - 1]! : 0, x);
    let n = 0;
    for (let k = cells.groupStart[g]!; k < cells.groupStart[g + 1]!; k++) {
      n += cells.weight[k]!;
      value += addCell(gradient, hessian, cells.weight[k]!, parameters, x, cells.recency[k]!, cells.age[k]!);
    }
    value += n * (purchases.value + r * Math.log(alpha) + s * Math.log(beta));
    gradient[0]! += n * (purchases.first + Math.log(alpha));
    gradient[1]! += n * r / alpha;
    gradient[2]! += n * Math.log(beta);
    gradient[3]! += n * s / beta;
    hessian[0]! += n * purchases.second;
    hessian[1]! += n / alpha;
    hessian[5]! -= n * r / (alpha * alpha);
    hessian[11]! += n / beta;
    hessian[15]! -= n * s / (beta * beta);
  });
  return { value, gradient, hessian };
}
