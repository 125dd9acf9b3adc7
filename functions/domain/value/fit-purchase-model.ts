import { nbdLikelihood } from './bg-nbd/nbd-likelihood.ts';
import { mergeCells, type Cells } from './cells.ts';
import { checkSummaries } from './check-summaries.ts';
import { coarsen } from './coarsen.ts';
import { NoCustomersError } from './errors.ts';
import { uncertaintyOf } from './uncertainty.ts';
import { maximise, type Maximum } from './numeric/maximise.ts';
import { purchaseFamilies, rateBoundary, type PurchaseFamily } from './purchase-family.ts';
import type { PurchaseBoundary, PurchaseFit, PurchaseModelKind } from './purchase-fit.ts';
import type { PurchaseSummaries } from './summary.ts';

/** A model whose log-likelihood is within this of the limit without dropout knows nothing about dropout. */
const TELLING_GAIN = 1e-3;
/** More cells than this are first looked at coarsely, which brings the start so near that one or two full steps remain. */
const MANY_CELLS = 2000;
/** Dropout parameters this many standard errors off zero cannot be the limit without dropout, whose log-likelihood is then by about half the square of it lower. */
const BEYOND_DOUBT = 5;

/**
 * Fits when and whether customers come back, by maximum likelihood from a cold start.
 * Always answers: an optimum at the edge of the family is returned with its `boundary`.
 * Throws an UnusableSummaryError that names the row for data no customer can have, a NoCustomersError for none at all.
 */
export function fitPurchaseModel(kind: PurchaseModelKind, summaries: PurchaseSummaries): PurchaseFit {
  checkSummaries(summaries);
  if (summaries.length === 0) throw new NoCustomersError();
  const family = purchaseFamilies[kind];
  const cells = mergeCells(summaries);
  const weeks = typicalAge(cells);
  if (cells.groupFrequency[cells.groupFrequency.length - 1] === 0) return noRepeats(family, cells, weeks);
  const full = cells.length > MANY_CELLS ? maximise(family.likelihood(cells), Array.from(fromCold(family, coarsen(cells), weeks).at), family.bounds(weeks)) : fromCold(family, cells, weeks);
  if (full.converged && isSureOfDropout(full)) return withDropout(family, cells, full, weeks);
  const nobodyLeaves = fitNobodyLeaves(family, cells, weeks);
  const best = full.converged ? full : better(full, restart(family, cells, weeks, nobodyLeaves));
  if (best.evaluation.value - nobodyLeaves.evaluation.value < TELLING_GAIN) return withoutDropout(family, cells, nobodyLeaves);
  return withDropout(family, cells, best, weeks);
}

/** The maximum that is found without knowing anything. */
function fromCold(family: PurchaseFamily, cells: Cells, weeks: number): Maximum {
  const found = maximise(family.likelihood(cells), family.start(weeks), family.bounds(weeks));
  return family.hasSeveralHills ? better(found, restart(family, cells, weeks, fitNobodyLeaves(family, cells, weeks))) : found;
}

/** Whether both parameters of dropout are so well determined that there is no need to ask what the data look like without it. */
function isSureOfDropout(maximum: Maximum): boolean {
  const { standardErrors } = uncertaintyOf(maximum, Array.from(maximum.at, () => 1));
  return standardErrors.slice(2).every((ofLogarithm) => ofLogarithm !== null && ofLogarithm * BEYOND_DOUBT < 1);
}

function fitNobodyLeaves(family: PurchaseFamily, cells: Cells, weeks: number): Maximum {
  return maximise(nbdLikelihood(cells), family.start(weeks).slice(0, 2), firstTwo(family, weeks));
}

/** A second attempt from where nobody leaves, with a little dropout. */
function restart(family: PurchaseFamily, cells: Cells, weeks: number, nobodyLeaves: Maximum): Maximum {
  const [third, fourth] = family.start(weeks).slice(2);
  return maximise(family.likelihood(cells), [...nobodyLeaves.at, third! - 2, fourth! + 2], family.bounds(weeks));
}

function better(one: Maximum, other: Maximum): Maximum {
  return other.evaluation.value > one.evaluation.value ? other : one;
}

function withDropout(family: PurchaseFamily, cells: Cells, maximum: Maximum, weeks: number): PurchaseFit {
  const { at, evaluation, iterations, converged } = maximum;
  const parameters = Array.from(at, Math.exp);
  const { standardErrors, logCovariance } = uncertaintyOf(maximum, parameters);
  return {
    ...family.model(parameters), logLikelihood: evaluation.value, standardErrors: named(family, standardErrors), logCovariance,
    boundary: rateBoundary(parameters[0]!) ?? family.dropoutBoundary(parameters[2]!, parameters[3]!, weeks),
    iterations, converged, customers: cells.customers, cells: cells.length,
  };
}

function withoutDropout(family: PurchaseFamily, cells: Cells, maximum: Maximum): PurchaseFit {
  const { at, evaluation, iterations, converged } = maximum;
  const [r, alpha] = Array.from(at, Math.exp) as [number, number];
  const { standardErrors, logCovariance } = uncertaintyOf(maximum, [r, alpha]);
  return {
    ...family.model([r, alpha, ...family.noDropout]), logLikelihood: evaluation.value,
    standardErrors: named(family, [...standardErrors, null, null]), logCovariance: logCovariance && widened(logCovariance),
    boundary: 'no-dropout', iterations, converged, customers: cells.customers, cells: cells.length,
  };
}

function noRepeats(family: PurchaseFamily, cells: Cells, weeks: number): PurchaseFit {
  const boundary: PurchaseBoundary = 'no-repeats';
  return {
    ...family.model([0, weeks, ...family.noDropout]), logLikelihood: 0, standardErrors: named(family, [null, null, null, null]), logCovariance: null,
    boundary, iterations: 0, converged: true, customers: cells.customers, cells: cells.length,
  };
}

function typicalAge({ length, age, weight, customers }: Cells): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += age[k]! * weight[k]!;
  return sum / customers || 1;
}

function firstTwo(family: PurchaseFamily, weeks: number) {
  const { lower, upper } = family.bounds(weeks);
  return { lower: lower.slice(0, 2), upper: upper.slice(0, 2) };
}

function widened([rr, ra, ar, aa]: number[]): number[] {
  return [rr!, ra!, 0, 0, ar!, aa!, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
}

function named(family: PurchaseFamily, values: readonly (number | null)[]): Record<string, number | null> {
  return Object.fromEntries(family.names.map((name, i) => [name, values[i] ?? null]));
}
