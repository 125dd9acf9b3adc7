import { evaluateChebyshev, fitChebyshev } from '../numeric/chebyshev.ts';
import type { BgNbdParameters } from './bg-nbd-parameters.ts';
import { expectedIfAlive } from './expected-if-alive.ts';

/** Beyond this many terms at its far end a curve costs more than the answers it saves. */
const MOST_TERMS = 20_000;
/** Opportunities that a sum over them looks at beyond their mean, in units of z. */
const TAIL = 40;

/**
 * `expectedIfAlive` for one frequency, quick for many ages and horizons up to `longest` weeks; null where a curve would lose digits or not pay.
 * For one frequency it depends on z = t/(α+T) alone and is smooth in log(1+z), whose nearest singularity lies π off the line.
 */
export function expectedCurve(parameters: BgNbdParameters, frequency: number, longest: number): ((age: number, weeks: number) => number) | null {
  const { r, alpha } = parameters;
  if ((r + frequency + TAIL) * longest / alpha > MOST_TERMS) return null;
  const curve = fitChebyshev((u) => perWeek(parameters, frequency, Math.expm1(u) * alpha), 0, Math.log1p(longest / alpha));
  return curve && ((age, weeks) => {
    const z = weeks / (alpha + age);
    return z * evaluateChebyshev(curve, Math.log1p(z));
  });
}

/** Expected occasions over z, of a customer seen at age 0: they vanish together, and a ratio keeps its digits near 0. */
function perWeek(parameters: BgNbdParameters, frequency: number, weeks: number): number {
  const least = 1e-9 * parameters.alpha;
  const z = Math.max(weeks, least) / parameters.alpha;
  return expectedIfAlive(parameters, frequency, 0, z * parameters.alpha) / z;
}
