import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';
import { emptySilence, studySilence } from './silence.ts';

const silence = emptySilence();

/**
 * The probability that a Pareto/NBD customer has not left: 1 / (1 + odds that she left at some moment of her silence).
 * Source: Schmittlein, Morrison and Colombo (1987), equations 11–13, in the integral form of `studySilence`.
 */
export function probabilityAlive(parameters: ParetoNbdParameters, frequency: number, recency: number, age: number): number {
  studySilence(silence, parameters, frequency, recency, age);
  return 1 / (1 + Math.exp(silence.logOddsGone));
}
