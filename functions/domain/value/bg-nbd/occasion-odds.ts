import { addOdds, UNLIKELY, type OccasionOdds } from '../interval/occasion-odds.ts';
import { firstTellingCount, negativeBinomial } from '../special/negative-binomial.ts';
import type { BgNbdParameters } from './bg-nbd-parameters.ts';

/**
 * Adds, with a weight, the probabilities that a living BG/NBD customer has n or more occasions in the next `weeks` weeks.
 * She has n or more if a customer who never drops out would have, and if she did not drop out after any of the first n − 1.
 */
export function addOccasionOdds(odds: OccasionOdds, weight: number, { r, alpha, a, b }: BgNbdParameters, frequency: number, age: number, weeks: number): void {
  const shape = r + frequency;
  const w = weeks / (alpha + age + weeks);
  const from = shape > 0 && w > 0 ? firstTellingCount(shape, w) : 0;
  let exactly = shape > 0 ? negativeBinomial(from, shape, w) : 1;
  let orMore = 1;
  let survival = 1;
  for (let n = 0; addOdds(odds, n, weight * orMore * survival); n++) {
    if (n >= from) {
      orMore = Math.max(0, orMore - exactly);
      exactly *= w * (shape + n) / (n + 1);
    }
    if (n > 0 && a > 0) survival *= (b + frequency + n - 1) / (a + b + frequency + n - 1);
    if (orMore * survival < UNLIKELY) return;
  }
}
