import type { Horizon } from './horizon.ts';
import { evaluateChebyshev, fitChebyshev, type ChebyshevSeries } from './numeric/chebyshev.ts';
import { outlookIfAlive, weeklyRateOf, type Outlook } from './outlook.ts';
import type { PurchaseModel } from './purchase-fit.ts';
import { expectedForever } from './purchase-model.ts';

/** A curve costs as much as this many direct answers, so it is drawn only for frequencies that are asked for more often. */
const WORTH_A_CURVE = 32;

interface Frequency { asked: number; occasions: ChebyshevSeries | null; discounted: ChebyshevSeries | null; forever: ChebyshevSeries | null | undefined }

/**
 * Outlooks of living customers, quick for many of them.
 *
 * For one frequency an outlook depends on age alone and is smooth in log(α + age) — its nearest singularity lies π off the line —
 * so a polynomial of degree 31 carries 11 digits and answers in a tenth of a microsecond.
 */
export class Outlooks {
  readonly #byFrequency = new Map<number, Frequency>();
  readonly #offset: number;

  /** Ages above `oldest` weeks are answered too, only more slowly. */
  constructor(readonly model: PurchaseModel, readonly horizon: Horizon, readonly oldest: number) {
    this.#offset = model.kind === 'bg-nbd' ? model.parameters.alpha : Math.min(model.parameters.alpha, model.parameters.beta);
  }

  /** What to expect within the horizon. */
  at(frequency: number, age: number): Outlook {
    const known = this.#known(frequency);
    if (++known.asked === WORTH_A_CURVE) {
      known.occasions = this.#curve((weeks) => outlookIfAlive(this.model, this.horizon, frequency, weeks).occasions);
      known.discounted = this.#curve((weeks) => outlookIfAlive(this.model, this.horizon, frequency, weeks).discounted);
    }
    if (!known.occasions || !known.discounted || age > this.oldest) return outlookIfAlive(this.model, this.horizon, frequency, age);
    const u = Math.log(this.#offset + age);
    return { occasions: evaluateChebyshev(known.occasions, u), discounted: evaluateChebyshev(known.discounted, u) };
  }

  /** Occasions to expect without end, discounted to today; infinite when nothing is discounted. */
  forever(frequency: number, age: number): number {
    const weeklyRate = weeklyRateOf(this.horizon);
    if (!(weeklyRate > 0)) return Infinity;
    const known = this.#known(frequency);
    if (known.forever === undefined && known.asked >= WORTH_A_CURVE) {
      known.forever = this.#curve((weeks) => expectedForever(this.model, frequency, weeks, weeklyRate));
    }
    if (!known.forever || age > this.oldest) return expectedForever(this.model, frequency, age, weeklyRate);
    return evaluateChebyshev(known.forever, Math.log(this.#offset + age));
  }

  #known(frequency: number): Frequency {
    let known = this.#byFrequency.get(frequency);
    if (!known) this.#byFrequency.set(frequency, (known = { asked: 0, occasions: null, discounted: null, forever: undefined }));
    return known;
  }

  #curve(byAge: (weeks: number) => number): ChebyshevSeries | null {
    return fitChebyshev((u) => byAge(Math.max(0, Math.exp(u) - this.#offset)), Math.log(this.#offset), Math.log(this.#offset + this.oldest));
  }
}
