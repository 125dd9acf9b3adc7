import { digamma } from './digamma.ts';
import { logGamma } from './log-gamma.ts';
import { trigamma } from './trigamma.ts';

const LONGEST_SUM = 256;

/** log Γ(z + n) − log Γ(z) with its first and second derivative in z. */
export interface LogRisingFactorial { value: number; first: number; second: number }

/** The logarithm of z (z + 1) … (z + n − 1) before any factor is in it: zero, like its derivatives. */
export function noFactors(): LogRisingFactorial {
  return { value: 0, first: 0, second: 0 };
}

/**
 * Multiplies the factors z + from … z + to − 1 into a running product, in place; `from` and `to` are whole numbers.
 * A plain sum of logarithms loses nothing when z is huge, which a difference of two log-gammas would; only long stretches use the latter.
 */
export function multiplyFactors(running: LogRisingFactorial, z: number, from: number, to: number): void {
  if (to - from > LONGEST_SUM) {
    running.value += logGamma(z + to) - logGamma(z + from);
    running.first += digamma(z + to) - digamma(z + from);
    running.second += trigamma(z + to) - trigamma(z + from);
    return;
  }
  for (let j = from; j < to; j++) {
    const inverse = 1 / (z + j);
    running.value += Math.log(z + j);
    running.first += inverse;
    running.second -= inverse * inverse;
  }
}
