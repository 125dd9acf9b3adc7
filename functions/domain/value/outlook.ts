import type { Horizon } from './horizon.ts';

/** What to expect within a horizon of a customer who has not dropped out. */
export interface Outlook {
  occasions: number;
  /** The same occasions, each discounted to today. */
  discounted: number;
}

/** The outlook that follows from the occasions expected within a number of weeks; what falls into a step of the horizon is discounted at the step's end. */
export function outlookOf(expectedWithin: (weeks: number) => number, { steps, stepWeeks, discountPerStep }: Horizon): Outlook {
  let before = 0;
  let discounted = 0;
  let factor = 1;
  for (let i = 1; i <= steps; i++) {
    const until = expectedWithin(i * stepWeeks);
    factor /= discountPerStep;
    discounted += (until - before) * factor;
    before = until;
  }
  return { occasions: before, discounted };
}
