import type { BgNbdParameters } from './bg-nbd/bg-nbd-parameters.ts';
import type { ParetoNbdParameters } from './pareto-nbd/pareto-nbd-parameters.ts';

/**
 * Where the best purchase model lies at the edge of its family:
 * `no-repeats` nobody came back (r = 0); `no-dropout` nobody leaves (a = 0 or s = 0), what is left is the NBD;
 * `equal-rates` all buy at one rate (r, α → ∞); `equal-dropout` all leave at one rate (a, b or s, β → ∞, or all at once);
 * `extreme-rates`, `extreme-dropout` a few do everything and the rest nothing (a parameter near 0).
 */
export type PurchaseBoundary = 'no-repeats' | 'no-dropout' | 'equal-rates' | 'equal-dropout' | 'extreme-rates' | 'extreme-dropout';

export type PurchaseModel =
  | { kind: 'bg-nbd'; parameters: BgNbdParameters }
  | { kind: 'pareto-nbd'; parameters: ParetoNbdParameters };

export type PurchaseModelKind = PurchaseModel['kind'];

/** A fitted purchase model. Plain JSON: it is published with the run and read back the next night. */
export type PurchaseFit = PurchaseModel & {
  logLikelihood: number;
  /** By parameter name; null where the data do not determine the parameter. */
  standardErrors: Record<string, number | null>;
  /** Covariance of the parameters' logarithms in the order of `parameters`, row by row, 0 for a parameter held fixed; null when unknown. */
  logCovariance: number[] | null;
  boundary: PurchaseBoundary | null;
  iterations: number;
  converged: boolean;
  customers: number;
  cells: number;
};
