import type { Cells } from '../cells.ts';
import { inLogarithms, type Objective } from '../numeric/maximise.ts';
import { multiplyFactors, noFactors } from '../special/rising-factorial.ts';
import { sumNeverRepeated } from './group-sums.ts';

/**
 * The log-likelihood when nobody ever drops out, as a function of (log r, log α): the limit that BG/NBD and Pareto/NBD share.
 * log L = log Γ(r+x)/Γ(r) + r log α − (r+x) log(α+T). Source: Ehrenberg (1959); written per customer in Fader, Hardie and Lee (2005).
 */
export function nbdLikelihood(cells: Cells): Objective {
  return (logParameters) => {
    const [r, alpha] = Array.from(logParameters, Math.exp) as [number, number];
    const purchases = noFactors();
    let value = 0;
    const gradient = new Float64Array(2);
    const hessian = new Float64Array(4);
    cells.groupFrequency.forEach((x, g) => {
      multiplyFactors(purchases, r, g > 0 ? cells.groupFrequency[g - 1]! : 0, x);
      const sums = sumNeverRepeated(cells, g, r + x, alpha);
      const n = sums.customers;
      value += n * (purchases.value + r * Math.log(alpha)) + sums.value;
      gradient[0]! += n * (purchases.first + Math.log(alpha)) + sums.byShape;
      gradient[1]! += n * r / alpha + sums.byAlpha;
      hessian[0]! += n * purchases.second;
      hessian[1]! += n / alpha + sums.shapeAlpha;
      hessian[3]! += sums.alphaAlpha - n * r / (alpha * alpha);
    });
    return inLogarithms({ value, gradient, hessian }, [r, alpha]);
  };
}
