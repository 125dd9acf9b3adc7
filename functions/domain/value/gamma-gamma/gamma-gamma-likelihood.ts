import { inLogarithms, type Evaluation, type Objective } from '../numeric/maximise.ts';
import { digamma } from '../special/digamma.ts';
import { logGamma } from '../special/log-gamma.ts';
import { FACTORS } from '../special/sum-of-logs.ts';
import { trigamma } from '../special/trigamma.ts';
import type { Spenders } from './spenders.ts';

/**
 * The Gamma-Gamma log-likelihood as a function of (log p, log q, log v), with gradient and second derivatives; v is in units of `scale`.
 *
 * A customer with x repeat occasions and total repeat spend y = x·m has
 * log L = log Γ(px+q) − log Γ(px) − log Γ(q) + q log v + px log y − log m − (px+q) log(v+y).
 * Source: Fader and Hardie (2013), "The Gamma-Gamma model of monetary value", equation 1a; model of Colombo and Jiang (1999).
 */
export function gammaGammaLikelihood(spenders: Spenders): Objective {
  return (logParameters) => {
    const [p, q, v] = Array.from(logParameters, Math.exp) as [number, number, number];
    return inLogarithms(evaluate(spenders, p, q, v), [p, q, v]);
  };
}

function evaluate({ spend, groupFrequency, groupStart, groupLogSpend, logMonetaryValue }: Spenders, p: number, q: number, v: number): Evaluation {
  let value = -logMonetaryValue;
  const gradient = new Float64Array(3);
  const hessian = new Float64Array(9);
  const own = { value: logGamma(q), first: digamma(q), second: trigamma(q) };
  groupFrequency.forEach((x, g) => {
    const n = groupStart[g + 1]! - groupStart[g]!;
    const shape = p * x;
    const { logs, inverses, squares } = sums(spend, groupStart[g]!, groupStart[g + 1]!, v);
    const firstAll = digamma(shape + q);
    const secondAll = trigamma(shape + q);
    value += n * (logGamma(shape + q) - logGamma(shape) - own.value + q * Math.log(v)) + shape * groupLogSpend[g]! - (shape + q) * logs;
    gradient[0]! += x * (n * (firstAll - digamma(shape)) + groupLogSpend[g]! - logs);
    gradient[1]! += n * (firstAll - own.first + Math.log(v)) - logs;
    gradient[2]! += n * q / v - (shape + q) * inverses;
    hessian[0]! += n * x * x * (secondAll - trigamma(shape));
    hessian[1]! += n * x * secondAll;
    hessian[2]! -= x * inverses;
    hessian[4]! += n * (secondAll - own.second);
    hessian[5]! += n / v - inverses;
    hessian[8]! += (shape + q) * squares - n * q / (v * v);
  });
  return { value, gradient, hessian };
}

/** Sums over one group of log(v+y), 1/(v+y) and 1/(v+y)² in one pass, the logarithms as in `sumOfLogs`. */
function sums(spend: Float64Array, start: number, end: number, v: number) {
  let logs = 0, inverses = 0, squares = 0;
  for (let k = start; k < end;) {
    let product = 1;
    for (const stop = Math.min(end, k + FACTORS); k < stop; k++) {
      const sum = v + spend[k]!;
      const inverse = 1 / sum;
      inverses += inverse;
      squares += inverse * inverse;
      product *= sum;
    }
    logs += Math.log(product);
  }
  return { logs, inverses, squares };
}
