import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { wilson, z95, type Interval } from '../statistics/proportion.ts';
import type { Score } from './tally.ts';

/** Surveys answered out of surveys sent. A survey that was dismissed was not answered; answers nobody was sent a survey for raise the number sent. */
export function responseRate(answered: number, sent: number): Score {
  const n = Math.max(answered, sent);
  return { value: n === 0 ? null : answered / n, n, interval: wilson(answered, n) };
}

/**
 * Complaints per 1,000 occasions with the interval of a Poisson rate; null without occasions.
 * Source: Byar's approximation, N. E. Breslow, N. E. Day, Statistical Methods in Cancer Research II (1987), equations 2.13 and 2.14.
 */
export function complaintRate(complaints: number, occasions: number): Score {
  if (occasions === 0) return { value: null, n: 0, interval: null };
  const scale = 1_000 / occasions;
  const bound = (count: number, z: number) => (count === 0 ? 0 : count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3);
  const interval: Interval = [scale * bound(complaints, -z95), scale * bound(complaints + 1, z95)];
  return { value: scale * complaints, n: occasions, interval };
}

/** Complaints whose customer bought again in time, out of resolved complaints whose time is over. */
export interface Repurchase { resolved: number; boughtAgain: number }

/**
 * How many of a customer's resolved complaints were followed by a purchase within `withinDays` after the day of resolution.
 * Complaints resolved so lately that the time is not over yet count neither way, so that a young month does not look bad.
 */
export function repurchaseAfterComplaint(history: Pick<History, 'complaints' | 'purchases'>, asOf: Day, withinDays = 90): Repurchase {
  let resolved = 0;
  let boughtAgain = 0;
  for (const { resolvedOn } of history.complaints) {
    if (resolvedOn === null || resolvedOn + withinDays > asOf) continue;
    resolved += 1;
    if (history.purchases.some(({ day }) => day > resolvedOn && day <= resolvedOn + withinDays)) boughtAgain += 1;
  }
  return { resolved, boughtAgain };
}

/** The share of resolved complaints after which the customer bought again. */
export function repurchaseRate({ resolved, boughtAgain }: Repurchase): Score {
  return { value: resolved === 0 ? null : boughtAgain / resolved, n: resolved, interval: wilson(boughtAgain, resolved) };
}
