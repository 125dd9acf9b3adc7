import { bgNbdLikelihood } from './bg-nbd/bg-nbd-likelihood.ts';
import type { Cells } from './cells.ts';
import type { Bounds, Objective } from './numeric/maximise.ts';
import { paretoNbdLikelihood } from './pareto-nbd/pareto-nbd-likelihood.ts';
import type { PurchaseBoundary, PurchaseModel, PurchaseModelKind } from './purchase-fit.ts';

/** What a fit has to know of a purchase model besides its likelihood; parameters are always in the order of `names`. */
export interface PurchaseFamily {
  names: readonly string[];
  likelihood: (cells: Cells) => Objective;
  /** Whether a search may end on a hill beside the highest, so that it has to be begun from two sides. */
  hasSeveralHills: boolean;
  /** Where to look first and how far, as logarithms; `weeks` is a typical age, so that the unit of time does not matter. */
  start: (weeks: number) => number[];
  bounds: (weeks: number) => Bounds;
  model: (parameters: readonly number[]) => PurchaseModel;
  /** The third and fourth parameter when nobody leaves. */
  noDropout: readonly [number, number];
  dropoutBoundary: (third: number, fourth: number, weeks: number) => PurchaseBoundary | null;
}

const AS_GOOD_AS_INFINITE = 1e4;
const AS_GOOD_AS_ZERO = 1e-4;

export const purchaseFamilies: Record<PurchaseModelKind, PurchaseFamily> = {
  'bg-nbd': {
    names: ['r', 'alpha', 'a', 'b'],
    likelihood: bgNbdLikelihood,
    hasSeveralHills: false,
    start: (weeks) => [0, Math.log(weeks), 0, 0],
    bounds: (weeks) => inLogs([1e-5, 1e-3 * weeks, 1e-7, 1e-5], [1e5, 1e7 * weeks, 1e5, 1e7]),
    model: ([r, alpha, a, b]) => ({ kind: 'bg-nbd', parameters: { r: r!, alpha: alpha!, a: a!, b: b! } }),
    noDropout: [0, 1],
    dropoutBoundary: (a, b) => {
      if (a + b >= AS_GOOD_AS_INFINITE) return 'equal-dropout';
      if (a <= AS_GOOD_AS_ZERO) return 'extreme-dropout';
      return b <= AS_GOOD_AS_ZERO ? 'equal-dropout' : null;
    },
  },
  'pareto-nbd': {
    names: ['r', 'alpha', 's', 'beta'],
    likelihood: paretoNbdLikelihood,
    hasSeveralHills: true,
    start: (weeks) => [0, Math.log(weeks), 0, Math.log(weeks)],
    bounds: (weeks) => inLogs([1e-5, 1e-3 * weeks, 1e-7, 1e-4 * weeks], [1e5, 1e7 * weeks, 1e5, 1e7 * weeks]),
    model: ([r, alpha, s, beta]) => ({ kind: 'pareto-nbd', parameters: { r: r!, alpha: alpha!, s: s!, beta: beta! } }),
    noDropout: [0, 1],
    dropoutBoundary: (s, beta, weeks) => {
      if (s >= AS_GOOD_AS_INFINITE) return 'equal-dropout';
      return s <= AS_GOOD_AS_ZERO || beta <= 1.01e-4 * weeks ? 'extreme-dropout' : null;
    },
  },
};

/** Whether the purchase rates lie at an edge. */
export function rateBoundary(r: number): PurchaseBoundary | null {
  if (r >= AS_GOOD_AS_INFINITE) return 'equal-rates';
  return r <= AS_GOOD_AS_ZERO ? 'extreme-rates' : null;
}

function inLogs(lower: number[], upper: number[]): Bounds {
  return { lower: lower.map(Math.log), upper: upper.map(Math.log) };
}
