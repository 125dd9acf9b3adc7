import { expectedCurve } from './bg-nbd/expected-curve.ts';
import { weeklyRateOf, type Horizon } from './horizon.ts';
import { evaluateChebyshev, fitChebyshev, fitChebyshevs, type ChebyshevSeries } from './numeric/chebyshev.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import type { Population } from './population.ts';
import type { PurchaseModel } from './purchase-fit.ts';
import { expectedForever, expectedIfAlive } from './purchase-model.ts';
import { DAYS_PER_WEEK } from './summary.ts';

/** What is kept for one frequency: its expectation, and curves over age, null where a curve would lose digits, undefined until asked for. */
interface Known {
  youngest: number;
  expected: (age: number, weeks: number) => number;
  occasions: ChebyshevSeries | null;
  discounted: ChebyshevSeries | null;
  forever: ChebyshevSeries | null | undefined;
  /** The last answer: who became customers on one day often stand one behind the other. */
  lastAge: number;
  last: Outlook;
}

const NOTHING: Outlook = { occasions: 0, discounted: 0 };

/**
 * Outlooks of living customers, quick for many of them.
 *
 * For one frequency an outlook depends on age alone and is smooth in log(α + age) — its nearest singularity lies π off the line —
 * so a polynomial of a degree that the range of ages tells, at most 31, carries 11 digits and answers in a tenth of a microsecond.
 * Whether a curve is used depends on the customer and on what the object was made for, never on who was asked for before,
 * so the same question has the same answer to the last digit.
 */
export class Outlooks {
  readonly #byFrequency = new Map<number, Known>();
  readonly #offset: number;

  /**
   * Curves reach from the age of the youngest, or the least that a frequency can have (a day an occasion), to that of the oldest; others are answered too,
   * only more slowly. So are frequencies that are not shared: a curve for a handful of customers costs more than it saves.
   */
  constructor(readonly model: PurchaseModel, readonly horizon: Horizon, readonly population: Population) {
    this.#offset = model.kind === 'bg-nbd' ? model.parameters.alpha : Math.min(model.parameters.alpha, model.parameters.beta);
  }

  /** What to expect within the horizon. */
  at(frequency: number, age: number): Outlook {
    const known = this.#known(frequency);
    if (known.lastAge !== age) {
      known.last = this.#workOut(known, age);
      known.lastAge = age;
    }
    return known.last;
  }

  /** Occasions to expect without end, discounted to today; infinite when nothing is discounted. */
  forever(frequency: number, age: number): number {
    const weeklyRate = weeklyRateOf(this.horizon);
    if (!(weeklyRate > 0)) return Infinity;
    const known = this.#known(frequency);
    const exactly = (weeks: number) => expectedForever(this.model, frequency, weeks, weeklyRate);
    if (!this.#isCovered(known, age)) return exactly(age);
    if (known.forever === undefined) known.forever = fitChebyshev((u) => exactly(this.#ageAt(u)), ...this.#range(known), Math.PI);
    return known.forever ? evaluateChebyshev(known.forever, Math.log(this.#offset + age)) : exactly(age);
  }

  #workOut(known: Known, age: number): Outlook {
    if (!known.occasions || !known.discounted || !this.#isCovered(known, age)) return this.#outlook(known, age);
    const u = Math.log(this.#offset + age);
    return { occasions: evaluateChebyshev(known.occasions, u), discounted: evaluateChebyshev(known.discounted, u) };
  }

  #isCovered({ youngest }: Known, age: number): boolean {
    const { oldest } = this.population;
    return youngest < oldest && youngest <= age && age <= oldest;
  }

  #outlook({ expected }: Pick<Known, 'expected'>, age: number): Outlook {
    return outlookOf((weeks) => expected(age, weeks), this.horizon);
  }

  #known(frequency: number): Known {
    let known = this.#byFrequency.get(frequency);
    if (!known) this.#byFrequency.set(frequency, (known = this.#learn(frequency)));
    return known;
  }

  #learn(frequency: number): Known {
    const { youngest: youngestOfAll, oldest, isShared } = this.population;
    const youngest = Math.max(youngestOfAll, frequency / DAYS_PER_WEEK);
    const expected = this.#expected(frequency, youngest);
    const known: Known = { youngest, expected, occasions: null, discounted: null, forever: undefined, lastAge: Number.NaN, last: NOTHING };
    if (youngest >= oldest || !isShared(frequency)) return known;
    const [occasions, discounted] = fitChebyshevs((u) => {
      const outlook = this.#outlook({ expected }, this.#ageAt(u));
      return [outlook.occasions, outlook.discounted];
    }, ...this.#range(known), Math.PI) as [ChebyshevSeries | null, ChebyshevSeries | null];
    return { ...known, occasions, discounted };
  }

  #expected(frequency: number, youngest: number): (age: number, weeks: number) => number {
    const { model, horizon } = this;
    const exactly = (age: number, weeks: number) => expectedIfAlive(model, frequency, age, weeks);
    const quick = model.kind === 'bg-nbd' && horizon.steps > 1 ? expectedCurve(model.parameters, frequency, youngest, horizon) : null;
    return quick ? (age, weeks) => (age < youngest ? exactly(age, weeks) : quick(age, weeks)) : exactly;
  }

  #ageAt(u: number): number {
    return Math.max(0, Math.exp(u) - this.#offset);
  }

  #range({ youngest }: Known): [from: number, to: number] {
    return [Math.log(this.#offset + youngest), Math.log(this.#offset + this.population.oldest)];
  }
}
