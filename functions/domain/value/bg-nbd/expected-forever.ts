import { integrateBell } from '../numeric/integrate-bell.ts';
import { gaussFraction } from '../special/gauss-fraction.ts';
import { logGamma } from '../special/log-gamma.ts';
import type { BgNbdParameters } from './bg-nbd-parameters.ts';

/**
 * Occasions to expect without end from a living BG/NBD customer, discounted continuously at `weeklyRate` δ > 0.
 *
 * For a purchase rate λ the k-th occasion comes at discount yᵏ, y = λ/(λ+δ), and is reached with probability E[(1−p)^(k−1)], so their sum is
 * y ₂F₁(1, b+x; a+b+x; y); the mean over λ ~ Gamma(r+x, α+T) is an integral over log λ. Derived for this product on the model of
 * Fader, Hardie and Lee (2005), who give no discounted form.
 */
export function expectedForever({ r, alpha, a, b }: BgNbdParameters, frequency: number, age: number, weeklyRate: number): number {
  const shape = r + frequency;
  if (shape === 0) return 0;
  if (a === 0) return shape / (alpha + age) / weeklyRate;
  const scaled = weeklyRate * (alpha + age);
  const norm = logGamma(shape);
  const density = (v: number) => {
    const rate = Math.exp(v);
    const y = rate / (rate + scaled);
    return Math.exp(shape * v - rate - norm) * y * gaussFraction(b + frequency, a + b + frequency, y);
  };
  return integrateBell(density, Math.log(shape + 1), Math.min(0.35, 0.7 / Math.sqrt(shape)));
}
