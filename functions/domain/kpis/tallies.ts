import { isWalkIn } from '../ledger/partition.ts';
import { latestAnswers } from '../satisfaction/latest-answers.ts';
import { shown } from '../satisfaction/shown.ts';
import type { SatisfactionSettings } from '../satisfaction/settings.ts';
import { addAnswer, emptyTally, type Score, type Tally } from '../satisfaction/tally.ts';
import { wilson } from '../statistics/proportion.ts';
import { occasionsIn, type CustomerInPeriod, type KpiTally, type Measure } from './kpi.ts';

/** Tallies that several KPIs are made of. */

type Quantity = (customer: CustomerInPeriod) => number;

/** A sum over customers; its n is another sum, such as the tickets behind net sales. */
export function sumTally(quantity: Quantity, count: Quantity = quantity): KpiTally {
  let sum = 0;
  let n = 0;
  return {
    add(customer) { sum += quantity(customer); n += count(customer); },
    measure: () => ({ value: sum, n }),
  };
}

/** One sum divided by another, such as net sales by tickets; no value where there is nothing to divide by. */
export function ratioTally(numerator: Quantity, denominator: Quantity): KpiTally {
  let above = 0;
  let below = 0;
  return {
    add(customer) { above += numerator(customer); below += denominator(customer); },
    measure: () => ({ value: below === 0 ? null : above / below, n: below }),
  };
}

/** The share of customers for whom something holds, with its Wilson interval; `null` leaves a customer out. */
export function shareTally(holds: (customer: CustomerInPeriod) => boolean | null): KpiTally {
  let holding = 0;
  let n = 0;
  return {
    add(customer) {
      const answer = holds(customer);
      if (answer === null) return;
      n += 1;
      if (answer) holding += 1;
    },
    measure: () => ({ value: n === 0 ? null : holding / n, n, interval: wilson(holding, n) }),
  };
}

/** The number of customers for whom something holds. */
export function countTally(holds: (customer: CustomerInPeriod) => boolean): KpiTally {
  return sumTally((customer) => Number(holds(customer)));
}

export const netSpendIn: Quantity = ({ purchases }) => purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);
export const ticketsIn: Quantity = ({ purchases }) => purchases.reduce((sum, { tickets }) => sum + tickets, 0);
export const unitsIn: Quantity = ({ purchases }) => purchases.reduce((sum, { units }) => sum + units, 0);
export const occasionsOf: Quantity = ({ purchases }) => occasionsIn(purchases);

/** True for a customer with a name or number, false for a partition of walk-ins. */
export const isKnown = ({ history }: CustomerInPeriod) => !isWalkIn(history.customerId);

/** True for a customer whose first purchase, in this place, lies in the period. */
export const isNew = ({ allPurchases, from }: CustomerInPeriod) => allPurchases[0]!.day >= from;

/** Days since she last kept something, seen at the end of the period; null when she never did. */
export function silenceAtEnd({ allPurchases, to }: CustomerInPeriod): number | null {
  const last = allPurchases.findLast(({ day }) => day < to);
  return last ? to - 1 - last.day : null;
}

/** A satisfaction score over each customer's latest answer of the period; below the display limit only the count is told. */
export function answersTally(settings: SatisfactionSettings, scoreOf: (tally: Tally) => Score): KpiTally {
  const tally = emptyTally();
  return {
    add(customer) { for (const answer of latestAnswers(customer, customer)) addAnswer(tally, answer, settings); },
    measure: () => hiddenIfSmall(scoreOf(tally), settings),
  };
}

/** A score as readers may see it: one that rests on few answers is not told, only on how many. */
export function hiddenIfSmall({ value, n, interval }: Score, settings: SatisfactionSettings): Measure {
  return shown(n, settings) === 'hidden' ? { value: null, n, suppressed: true } : { value, n, interval };
}

/** Something computed from the net spends of all customers of the cell. */
export function spendsTally(measure: (spends: readonly number[]) => number): KpiTally {
  const spends: number[] = [];
  return {
    add(customer) { spends.push(netSpendIn(customer)); },
    measure: () => ({ value: spends.length === 0 ? null : measure(spends), n: spends.length }),
  };
}
