import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';

/** When a silent customer may have left: moments between her last occasion and now (weeks of age) with weights that sum to 1, and the log odds that she left at all. */
export interface Silence { count: number; moments: Float64Array; weights: Float64Array; logOddsGone: number }

const MOST_NODES = 48;
/** e^−40 of the first moment's density is nothing to a double. */
const FAINT = 40;

/** Room for the answer of `studySilence`, to be used again for every customer. */
export function emptySilence(): Silence {
  return { count: 0, moments: new Float64Array(MOST_NODES), weights: new Float64Array(MOST_NODES), logOddsGone: -Infinity };
}

/**
 * Weighs the moments at which a Pareto/NBD customer may have left, density ∝ s (α+y)^−(r+x) (β+y)^−(s+1) for y from tₓ to T, into `silence`.
 *
 * Gauss–Legendre in u = log(min(α, β) + y): there the integrand's nearest singularity is π away whatever the parameters,
 * and the range is cut where the density has fallen by e^−40, so a few dozen nodes give 13 digits.
 */
export function studySilence(silence: Silence, { r, alpha, s, beta }: ParetoNbdParameters, frequency: number, recency: number, age: number): void {
  const shape = r + frequency;
  const least = Math.min(alpha, beta);
  const startAlpha = alpha + recency;
  const startBeta = beta + recency;
  const fallen = (y: number) => shape * Math.log((alpha + y) / startAlpha) + s * Math.log((beta + y) / startBeta);
  const whole = fallen(age);
  const from = Math.log(least + recency);
  let span = Math.log(least + age) - from;
  if (!(span > 0) || s === 0) {
    silence.count = 0;
    silence.logOddsGone = -Infinity;
    return;
  }
  if (whole > FAINT) span = faintAfter((u) => fallen(Math.exp(from + u) - least), span);
  const { nodes, weights } = gaussLegendre(nodesNeeded(span, Math.min(whole, FAINT)));
  let total = 0;
  for (let j = 0; j < nodes.length; j++) {
    const shifted = Math.exp(from + span * nodes[j]!);
    const y = shifted - least;
    const density = weights[j]! * Math.exp(-fallen(y)) * shifted / (beta + y);
    silence.moments[j] = y;
    silence.weights[j] = density;
    total += density;
  }
  for (let j = 0; j < nodes.length; j++) silence.weights[j]! /= total;
  silence.count = nodes.length;
  silence.logOddsGone = Math.log(s * total * span) + whole;
}

function nodesNeeded(span: number, fall: number): number {
  if (span <= 1 && fall <= 4) return 12;
  if (span <= 2.5 && fall <= 14) return 20;
  return span <= 5 ? 32 : MOST_NODES;
}

/** A span after which `fallen` has passed FAINT, by bisection to a few per cent. */
function faintAfter(fallen: (u: number) => number, span: number): number {
  let below = 0;
  let above = span;
  for (let step = 0; step < 40 && above - below > 0.05 * above; step++) {
    const middle = (below + above) / 2;
    if (fallen(middle) > FAINT) above = middle;
    else below = middle;
  }
  return above;
}
