import { expectedCurve } from './bg-nbd/expected-curve.ts';
import { weeklyRateOf, weeksOf, type Horizon } from './horizon.ts';
import { evaluateChebyshev, fitChebyshev, fitChebyshevs, type ChebyshevSeries } from './numeric/chebyshev.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import type { PurchaseModel } from './purchase-fit.ts';
import { expectedForever, expectedIfAlive } from './purchase-model.ts';

/** A curve costs as much as this many direct answers, so it is drawn only for frequencies that are asked for more often. */
const WORTH_A_CURVE = 32;

/** What is kept for one frequency: how often it was asked for, and curves over age once they pay. */
interface Known {
  asked: number;
  /** The least age a curve is drawn for: half the least that the first customers had. */
  youngest: number;
  expected: (age: number, weeks: number) => number;
  occasions: ChebyshevSeries | null;
  discounted: ChebyshevSeries | null;
  /** Undefined until asked for. */
  forever: ChebyshevSeries | null | undefined;
}

/**
 * Outlooks of living customers, quick for many of them.
 *
 * For one frequency an outlook depends on age alone and is smooth in log(α + age) — its nearest singularity lies π off the line —
 * so a polynomial of degree 31 carries 11 digits and answers in a tenth of a microsecond.
 */
export class Outlooks {
  readonly #byFrequency = new Map<number, Known>();
  readonly #offset: number;

  /** Ages above `oldest` weeks are answered too, only more slowly. */
  constructor(readonly model: PurchaseModel, readonly horizon: Horizon, readonly oldest: number) {
    this.#offset = model.kind === 'bg-nbd' ? model.parameters.alpha : Math.min(model.parameters.alpha, model.parameters.beta);
  }

  /** What to expect within the horizon. */
  at(frequency: number, age: number): Outlook {
    const known = this.#known(frequency);
    if (++known.asked < WORTH_A_CURVE) known.youngest = Math.min(known.youngest, age / 2);
    else if (known.asked === WORTH_A_CURVE) this.#drawOutlook(known);
    if (!known.occasions || !known.discounted || age > this.oldest || age < known.youngest) return this.#outlook(known, age);
    const u = Math.log(this.#offset + age);
    return { occasions: evaluateChebyshev(known.occasions, u), discounted: evaluateChebyshev(known.discounted, u) };
  }

  /** Occasions to expect without end, discounted to today; infinite when nothing is discounted. */
  forever(frequency: number, age: number): number {
    const weeklyRate = weeklyRateOf(this.horizon);
    if (!(weeklyRate > 0)) return Infinity;
    const known = this.#known(frequency);
    if (known.forever === undefined && known.asked >= WORTH_A_CURVE) {
      known.forever = fitChebyshev((u) => expectedForever(this.model, frequency, this.#ageAt(u), weeklyRate), ...this.#range(known));
    }
    if (!known.forever || age > this.oldest || age < known.youngest) return expectedForever(this.model, frequency, age, weeklyRate);
    return evaluateChebyshev(known.forever, Math.log(this.#offset + age));
  }

  #outlook({ expected }: Known, age: number): Outlook {
    return outlookOf((weeks) => expected(age, weeks), this.horizon);
  }

  #drawOutlook(known: Known): void {
    [known.occasions, known.discounted] = fitChebyshevs((u) => {
      const { occasions, discounted } = this.#outlook(known, this.#ageAt(u));
      return [occasions, discounted];
    }, ...this.#range(known)) as [ChebyshevSeries | null, ChebyshevSeries | null];
  }

  #known(frequency: number): Known {
    let known = this.#byFrequency.get(frequency);
    if (!known) {
      known = { asked: 0, youngest: this.oldest, expected: this.#expected(frequency), occasions: null, discounted: null, forever: undefined };
      this.#byFrequency.set(frequency, known);
    }
    return known;
  }

  #expected(frequency: number): (age: number, weeks: number) => number {
    const { model, horizon } = this;
    const quick = model.kind === 'bg-nbd' && horizon.steps > 1 ? expectedCurve(model.parameters, frequency, weeksOf(horizon)) : null;
    return quick ?? ((age, weeks) => expectedIfAlive(model, frequency, age, weeks));
  }

  #ageAt(u: number): number {
    return Math.max(0, Math.exp(u) - this.#offset);
  }

  #range({ youngest }: Known): [from: number, to: number] {
    return [Math.log(this.#offset + youngest), Math.log(this.#offset + this.oldest)];
  }
}
