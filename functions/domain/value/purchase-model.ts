import { expectedIfAlive as bgNbdExpected } from './bg-nbd/expected-if-alive.ts';
import { expectedForever as bgNbdForever } from './bg-nbd/expected-forever.ts';
import { addOccasionOdds as addBgNbdOdds } from './bg-nbd/occasion-odds.ts';
import { probabilityAlive as bgNbdAlive } from './bg-nbd/probability-alive.ts';
import type { OccasionOdds } from './interval/occasion-odds.ts';
import { expectedIfAlive as paretoNbdExpected } from './pareto-nbd/expected-if-alive.ts';
import { expectedForever as paretoNbdForever } from './pareto-nbd/expected-forever.ts';
import { addOccasionOdds as addParetoNbdOdds } from './pareto-nbd/occasion-odds.ts';
import { probabilityAlive as paretoNbdAlive } from './pareto-nbd/probability-alive.ts';
import type { PurchaseModel } from './purchase-fit.ts';

/** The probability that a customer has not dropped out; times in weeks. */
export function probabilityAlive(model: PurchaseModel, frequency: number, recency: number, age: number): number {
  return model.kind === 'bg-nbd'
    ? bgNbdAlive(model.parameters, frequency, recency, age)
    : paretoNbdAlive(model.parameters, frequency, recency, age);
}

/** Occasions to expect in the next `weeks` weeks, given that she has not dropped out; times P(alive) they are the conditional expectation that both papers are about. */
export function expectedIfAlive(model: PurchaseModel, frequency: number, age: number, weeks: number): number {
  return model.kind === 'bg-nbd'
    ? bgNbdExpected(model.parameters, frequency, age, weeks)
    : paretoNbdExpected(model.parameters, frequency, age, weeks);
}

/** Occasions to expect without end, each discounted at `weeklyRate` (continuous) to today, given that she has not dropped out. */
export function expectedForever(model: PurchaseModel, frequency: number, age: number, weeklyRate: number): number {
  return model.kind === 'bg-nbd'
    ? bgNbdForever(model.parameters, frequency, age, weeklyRate)
    : paretoNbdForever(model.parameters, frequency, age, weeklyRate);
}

/** Adds, with a weight, the probabilities of n or more occasions in the next `weeks` weeks, given that she has not dropped out. */
export function addOccasionOdds(odds: OccasionOdds, weight: number, model: PurchaseModel, frequency: number, age: number, weeks: number): void {
  if (model.kind === 'bg-nbd') addBgNbdOdds(odds, weight, model.parameters, frequency, age, weeks);
  else addParetoNbdOdds(odds, weight, model.parameters, frequency, age, weeks);
}
