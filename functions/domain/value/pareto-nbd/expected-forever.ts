import { integrateBell } from '../numeric/integrate-bell.ts';
import type { ParetoNbdParameters } from './pareto-nbd-parameters.ts';

/**
 * Occasions to expect without end from a living Pareto/NBD customer, discounted continuously at `weeklyRate` δ > 0:
 * (r+x)/(α+T) ∫ e^(−δt) ((β+T)/(β+T+t))^s dt, taken over log t.
 * Times P(alive) this is the DERT of Fader, Hardie and Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4), equation 2.
 */
export function expectedForever({ r, alpha, s, beta }: ParetoNbdParameters, frequency: number, age: number, weeklyRate: number): number {
  const rate = (r + frequency) / (alpha + age);
  if (s === 0 || rate === 0) return rate / weeklyRate;
  const discount = weeklyRate * (beta + age);
  const density = (v: number) => Math.exp(v - discount * Math.exp(v) - s * Math.log1p(Math.exp(v)));
  return rate * (beta + age) * integrateBell(density, -Math.log(discount + s), 0.3);
}
