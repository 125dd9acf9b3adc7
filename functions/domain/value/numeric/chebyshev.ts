/** As many points as are ever worth it. */
const MOST_NODES = 32;
/** Share of the largest coefficient that the last ones must have fallen below. */
const SETTLED = 1e-11;
/** Coefficients below this share of the largest are left out at the end. */
const NEGLIGIBLE = 1e-14;

/** A polynomial in Chebyshev form on an interval, by its coefficients. */
export interface ChebyshevSeries { from: number; to: number; coefficients: Float64Array }

/**
 * Interpolates a smooth function on an interval at up to 32 Chebyshev points, or returns null if that does not give 11 digits.
 * `singularity` is how far off the line the function stops being smooth: it says how many points mostly do.
 * Source: Trefethen (2019), Approximation Theory and Approximation Practice, chapters 3 and 8.
 */
export function fitChebyshev(curve: (at: number) => number, from: number, to: number, singularity: number): ChebyshevSeries | null {
  return fitChebyshevs((at) => [curve(at)], from, to, singularity)[0]!;
}

/** Interpolates several functions that are known together. */
export function fitChebyshevs(curves: (at: number) => number[], from: number, to: number, singularity: number): (ChebyshevSeries | null)[] {
  let series: (ChebyshevSeries | null)[] = [];
  for (const nodes of new Set([nodesFor((to - from) / 2, singularity), MOST_NODES])) {
    const cosines = cosinesFor(nodes);
    const samples = Array.from({ length: nodes }, (_, j) => curves((from + to) / 2 + (to - from) / 2 * cosines[2 * j + 1]!));
    series = samples[0]!.map((_, curve) => seriesOf(samples.map((values) => values[curve]!), cosines, from, to));
    if (series.every((each) => each !== null)) break;
  }
  return series;
}

/** Coefficients fall like powers of the sum ρ of the half axes of the largest ellipse around the interval that the singularity leaves; the last three must be negligible. */
function nodesFor(halfWidth: number, singularity: number): number {
  const ratio = singularity / halfWidth;
  return Math.min(MOST_NODES, 4 + Math.ceil(-Math.log(SETTLED) / Math.log(ratio + Math.hypot(1, ratio))));
}

function seriesOf(values: readonly number[], cosines: Float64Array, from: number, to: number): ChebyshevSeries | null {
  const nodes = values.length;
  const coefficients = new Float64Array(nodes);
  for (let k = 0; k < nodes; k++) {
    let sum = 0;
    for (let j = 0; j < nodes; j++) sum += values[j]! * cosines[(k * (2 * j + 1)) % (4 * nodes)]!;
    coefficients[k] = sum * (k === 0 ? 1 : 2) / nodes;
  }
  const largest = coefficients.reduce((max, c) => Math.max(max, Math.abs(c)), 0);
  const last = coefficients.subarray(nodes - 3).reduce((max, c) => Math.max(max, Math.abs(c)), 0);
  if (!(last <= SETTLED * largest)) return null;
  let needed = nodes;
  while (needed > 1 && Math.abs(coefficients[needed - 1]!) <= NEGLIGIBLE * largest) needed--;
  return { from, to, coefficients: coefficients.slice(0, needed) };
}

const knownCosines = new Map<number, Float64Array>();

/** The cosines of all multiples of π/2n in a full turn; the odd ones are n Chebyshev points. */
function cosinesFor(nodes: number): Float64Array {
  let cosines = knownCosines.get(nodes);
  if (!cosines) knownCosines.set(nodes, (cosines = Float64Array.from({ length: 4 * nodes }, (_, i) => Math.cos(Math.PI * i / (2 * nodes)))));
  return cosines;
}

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
