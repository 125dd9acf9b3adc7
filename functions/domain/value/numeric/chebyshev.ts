const NODES = 32;
/** Share of the largest coefficient that the last ones must have fallen below. */
const SETTLED = 1e-11;
/** Coefficients below this share of the largest are left out at the end. */
const NEGLIGIBLE = 1e-14;

/** A polynomial in Chebyshev form on an interval, by its coefficients. */
export interface ChebyshevSeries { from: number; to: number; coefficients: Float64Array }

/**
 * Interpolates a smooth function on an interval at 32 Chebyshev points, or returns null if that does not give 11 digits.
 * Source: Trefethen (2019), Approximation Theory and Approximation Practice, chapters 3 and 8.
 */
export function fitChebyshev(curve: (at: number) => number, from: number, to: number): ChebyshevSeries | null {
  return fitChebyshevs((at) => [curve(at)], from, to)[0]!;
}

/** Interpolates several functions that are known together. */
export function fitChebyshevs(curves: (at: number) => number[], from: number, to: number): (ChebyshevSeries | null)[] {
  const samples = Array.from({ length: NODES }, (_, j) => curves((from + to) / 2 + (to - from) / 2 * Math.cos(Math.PI * (j + 0.5) / NODES)));
  return samples[0]!.map((_, curve) => seriesOf(samples.map((values) => values[curve]!), from, to));
}

function seriesOf(values: readonly number[], from: number, to: number): ChebyshevSeries | null {
  const coefficients = new Float64Array(NODES);
  for (let k = 0; k < NODES; k++) {
    let sum = 0;
    for (let j = 0; j < NODES; j++) sum += values[j]! * COSINES[(k * (2 * j + 1)) % (4 * NODES)]!;
    coefficients[k] = sum * (k === 0 ? 1 : 2) / NODES;
  }
  const largest = coefficients.reduce((max, c) => Math.max(max, Math.abs(c)), 0);
  const last = coefficients.subarray(NODES - 3).reduce((max, c) => Math.max(max, Math.abs(c)), 0);
  if (!(last <= SETTLED * largest)) return null;
  let needed = NODES;
  while (needed > 1 && Math.abs(coefficients[needed - 1]!) <= NEGLIGIBLE * largest) needed--;
  return { from, to, coefficients: coefficients.slice(0, needed) };
}

/** The cosines of all multiples of π/64 in a full turn. */
const COSINES = Float64Array.from({ length: 4 * NODES }, (_, i) => Math.cos(Math.PI * i / (2 * NODES)));

/** The value of a Chebyshev series by Clenshaw's recurrence. */
export function evaluateChebyshev({ from, to, coefficients }: ChebyshevSeries, at: number): number {
  const twice = to > from ? 2 * (2 * at - from - to) / (to - from) : 0;
  let last = 0;
  let beforeLast = 0;
  for (let k = coefficients.length - 1; k >= 1; k--) {
    const next = coefficients[k]! + twice * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  return coefficients[0]! + twice / 2 * last - beforeLast;
}
