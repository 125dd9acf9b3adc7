import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';

/**
 * The occasions to expect in the next `weeks` weeks from a Pareto/NBD customer who is still there after `frequency` repeats and `age` weeks:
 * (r+x)(β+T) / ((α+T)(s−1)) · [1 − ((β+T)/(β+T+t))^(s−1)], with the logarithm in place of the power at s = 1.
 * Source: Schmittlein, Morrison and Colombo (1987), equation 22; Fader and Hardie (2005), "A note on deriving the Pareto/NBD model", equation 41.
 */
export function expectedIfAlive({ r, alpha, s, beta }: ParetoNbdParameters, frequency: number, age: number, weeks: number): number {
  const rate = (r + frequency) / (alpha + age);
  if (s === 0) return rate * weeks;
  const growth = Math.log1p(weeks / (beta + age));
  const exponent = (s - 1) * growth;
  const shrunk = Math.abs(exponent) < 1e-8 ? growth * (1 - exponent / 2) : -Math.expm1(-exponent) / (s - 1);
  return rate * (beta + age) * shrunk;
}
