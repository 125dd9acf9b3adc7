import { z95 } from './proportion.ts';

const known = new Map<number, number>();

/**
 * The two-sided 95 % quantile of Student's t, for the interval of a mean of few answers.
 * Takes whole degrees of freedom from 1; exact to about 1e-12, beyond 200 degrees to about 1e-9.
 * Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 26.7.3–26.7.5.
 */
export function studentT95(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError(`${degrees} is no number of degrees of freedom`);
  if (degrees > 200) return expansion(degrees);
  let quantile = known.get(degrees);
  if (quantile === undefined) {
    quantile = bisect(degrees);
    known.set(degrees, quantile);
  }
  return quantile;
}

/** The share of the distribution between −t and t. */
function central(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  let term = degrees % 2 === 0 ? 1 : cosine;
  let sum = degrees === 1 ? 0 : term;
  for (let k = degrees % 2 === 0 ? 2 : 3; k < degrees; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return degrees % 2 === 0 ? Math.sin(angle) * sum : (2 / Math.PI) * (angle + Math.sin(angle) * sum);
}

function bisect(degrees: number): number {
  let low = 1.9;
  let high = 12.8;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (central(middle, degrees) < 0.95) low = middle; else high = middle;
  }
  return (low + high) / 2;
}

function expansion(degrees: number): number {
  const z = z95;
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}
