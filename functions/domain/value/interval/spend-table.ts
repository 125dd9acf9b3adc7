import { expectedValuePerOccasion } from '../gamma-gamma/expected-value.ts';
import type { SpendFit, SpendParameters } from '../gamma-gamma/fit-gamma-gamma.ts';
import { shifted } from '../numeric/sigma-points.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';

const POINTS = 56;
/** The grid of spends, relative to the expected value of one occasion, from nearly nothing to more than anybody spends. */
const LOWEST = 0.01;
const HIGHEST = 4000;
/** Up to here every number of occasions has its own row; above, rows are 4 % apart. */
const EXACT_ROWS = 32;
const ROW_STEP = 0.04;

/**
 * How much n occasions of a customer of one frequency bring in all: the distribution function on a grid of spends, each value computed when it is first asked for.
 *
 * Given her own spend so far, the total of n occasions divided by v + x m is beta prime distributed with shapes p n and q + p x
 * (a sum of n Gammas of a common unknown scale: Fader and Hardie 2013), whatever m is, so one table serves all customers of a frequency.
 * Each probability is the mean of two such curves, one standard error of the expected value to either side.
 */
export class SpendTable {
  /** Total spends in units of v + x m. */
  readonly grid = new Float64Array(POINTS);
  /** By number of occasions; −1 where nobody has asked yet. */
  readonly #rows: Float64Array[] = [];
  readonly #variants: { parameters: SpendParameters; scale: number }[];

  constructor(fit: SpendFit, readonly frequency: number) {
    const { typicalValue } = fit;
    const known = frequency * typicalValue;
    const unit = fit.parameters.p / (fit.parameters.p * frequency + fit.parameters.q - 1);
    for (let k = 0; k < POINTS; k++) this.grid[k] = unit * LOWEST * (HIGHEST / LOWEST) ** (k / (POINTS - 1));
    this.#variants = eitherSide(fit, frequency, typicalValue).map((parameters) => ({
      parameters, scale: (parameters.v + known) / (fit.parameters.v + known),
    }));
  }

  /** The probability that n occasions bring in at most the k-th spend of the grid. */
  atMost(n: number, k: number): number {
    const place = n <= EXACT_ROWS ? n : EXACT_ROWS + Math.round(Math.log(n / EXACT_ROWS) / ROW_STEP);
    const row = (this.#rows[place] ??= new Float64Array(POINTS).fill(-1));
    if (row[k]! < 0) row[k] = this.#compute(n <= EXACT_ROWS ? n : EXACT_ROWS * Math.exp((place - EXACT_ROWS) * ROW_STEP), this.grid[k]!);
    return row[k]!;
  }

  #compute(n: number, total: number): number {
    let sum = 0;
    for (const { parameters: { p, q }, scale } of this.#variants) {
      const spend = total / scale;
      sum += incompleteBeta(spend / (1 + spend), p * n, q + p * this.frequency);
    }
    return sum / this.#variants.length;
  }
}

/** The estimate moved by a standard error of the expected value in the direction that the covariance makes most likely (delta method), both ways. */
function eitherSide({ parameters, logCovariance }: SpendFit, frequency: number, monetaryValue: number): SpendParameters[] {
  if (!logCovariance) return [parameters];
  const values = [parameters.p, parameters.q, parameters.v];
  const moved = (shift: readonly number[]) => {
    const [p, q, v] = values.map((value, i) => shifted(value, shift[i]!)) as [number, number, number];
    return { p, q: Math.max(q, 1.001), v };
  };
  const expected = (shift: readonly number[]) => Math.log(expectedValuePerOccasion(moved(shift), frequency, monetaryValue));
  const slope = [0, 1, 2].map((i) => (expected(unit(i, 1e-4)) - expected(unit(i, -1e-4))) / 2e-4);
  const direction = [0, 1, 2].map((i) => slope.reduce((sum, s, j) => sum + logCovariance[i * 3 + j]! * s, 0));
  const variance = direction.reduce((sum, d, i) => sum + d * slope[i]!, 0);
  if (!(variance > 0)) return [parameters];
  return [-1, 1].map((side) => moved(direction.map((d) => side * d / Math.sqrt(variance))));
}

function unit(axis: number, length: number): number[] {
  return [0, 1, 2].map((i) => (i === axis ? length : 0));
}
