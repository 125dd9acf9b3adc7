import { weeksOf, type Horizon } from '../horizon.ts';
import { evaluateChebyshev, fitChebyshev } from '../numeric/chebyshev.ts';
import type { BgNbdParameters } from './bg-nbd-parameters.ts';
import { expectedIfAlive } from './expected-if-alive.ts';

/** With more terms at its far end, for each step of the horizon, a curve costs more than the answers it saves. */
const MOST_TERMS_A_STEP = 1000;
/** Opportunities that a sum over them looks at beyond their mean, in units of z. */
const TAIL = 40;
/** The share of z = 0 is a limit; this is near enough. */
const LEAST = 1e-9;

/**
 * `expectedIfAlive` for one frequency, quick for many ages from `youngest` weeks and every step of a horizon; null where a curve would lose digits or not pay.
 * For one frequency it depends on z = t/(α+T) alone and is smooth in log(1+z), whose nearest singularity lies π off the line;
 * the curve is of E/z, which keeps its digits near 0.
 */
export function expectedCurve(parameters: BgNbdParameters, frequency: number, youngest: number, horizon: Horizon): ((age: number, weeks: number) => number) | null {
  const { r, alpha } = parameters;
  const largest = weeksOf(horizon) / (alpha + youngest);
  if ((r + frequency + TAIL) * largest > MOST_TERMS_A_STEP * horizon.steps) return null;
  const curve = fitChebyshev((u) => {
    const z = Math.max(Math.expm1(u), LEAST);
    return expectedIfAlive(parameters, frequency, 0, z * alpha) / z;
  }, 0, Math.log1p(largest), Math.PI);
  return curve && ((age, weeks) => {
    const z = weeks / (alpha + age);
    return z * evaluateChebyshev(curve, Math.log1p(z));
  });
}
