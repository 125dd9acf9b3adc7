import type { Day } from '../calendar.ts';
import type { Answer, Goods, History } from '../history.ts';
import { pointsFor } from '../points/points-value.ts';
import type { Policy } from './policy.ts';

/**
 * What tier rules look at, one entry a day on which she kept something, with sums up to and including it,
 * so that the value of any window is one subtraction. Sums begin with a 0 and are one longer than `days`.
 */
export interface QualifyingRecord {
  /** Day from which she is a member: enrolled or first bought, whichever was earlier. Null for neither. */
  memberFrom: Day | null;
  /** The same, or 0: the day her membership years and months are counted from. */
  anchor: Day;
  days: Day[];
  netSpend: number[];
  grossMargin: number[];
  tickets: number[];
  units: number[];
  points: number[];
  referrals: readonly Day[];
  answers: readonly Answer[];
  creditRating: number;
  standing: number;
}

/** Goods of one day that had not come back yet. */
interface Kept { day: Day; goods: Goods }

/** The record of a customer as her goods stood at the close of `knownOn`: what was brought back later still counted. */
export function recordOf(history: History, policy: Policy, knownOn: Day = Infinity): QualifyingRecord {
  const days: Day[] = [];
  const [netSpend, grossMargin, tickets, units] = [[0], [0], [0], [0]];
  for (const { day, goods } of keptAt(history, knownOn)) {
    const qualifying = goods.netSpend - goods.excludedSpend;
    if (days[days.length - 1] !== day) days.push(day);
    const last = days.length;
    addUp(netSpend, last, qualifying);
    addUp(grossMargin, last, goods.knownMargin);
    addUp(tickets, last, goods.tickets);
    addUp(units, last, goods.units);
  }
  const points = [0];
  // Of a whole day, as in the points account, so that two tickets of one day do not lose two fractions.
  for (let at = 1; at <= days.length; at++) points.push(points[at - 1]! + pointsFor(netSpend[at]! - netSpend[at - 1]!, policy.points, 1));
  const firstBought = days[0] ?? null;
  const { enrolledOn } = history;
  const memberFrom = enrolledOn === null || firstBought === null ? enrolledOn ?? firstBought : Math.min(enrolledOn, firstBought);
  return {
    memberFrom, anchor: memberFrom ?? 0, days, netSpend, grossMargin, tickets, units, points,
    referrals: history.referrals, answers: history.answers, creditRating: history.creditRating ?? 0, standing: history.standing ?? 0,
  };
}

/** Adds to the sum at `last`, which goes on from the one before. */
function addUp(sums: number[], last: number, amount: number): void {
  sums[last] = (sums[last] ?? sums[last - 1]!) + amount;
}

function keptAt(history: History, knownOn: Day): Kept[] {
  const kept: Kept[] = history.purchases.map((goods) => ({ day: goods.day, goods }));
  const later = history.returns.filter(({ returnedOn }) => returnedOn > knownOn);
  if (later.length === 0) return kept;
  for (const goods of later) kept.push({ day: goods.soldOn, goods });
  return kept.sort((a, b) => a.day - b.day);
}
