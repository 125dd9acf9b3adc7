import type { BgNbdParameters } from './bg-nbd-parameters.ts';

/**
 * The probability that a BG/NBD customer has not dropped out: 1 / (1 + a/(b+x−1) · ((α+T)/(α+tₓ))^(r+x)).
 * Always 1 without a repeat, because this model lets customers drop out only after one.
 * Source: Fader, Hardie and Lee (2008), "Computing P(alive) using the BG/NBD model".
 */
export function probabilityAlive({ r, alpha, a, b }: BgNbdParameters, frequency: number, recency: number, age: number): number {
  if (frequency === 0 || a === 0) return 1;
  return 1 / (1 + a / (b + frequency - 1) * Math.exp((r + frequency) * Math.log((alpha + age) / (alpha + recency))));
}
