import { formatDay, type Day } from '../../../functions/domain/calendar.ts';
import { UnusableInput } from '../errors.ts';
import type { PurchaseLog } from './purchase-log.ts';

/** A profit share of spend for everybody whose costs are not known, and each customer's where they are; `byCustomer` by her number in the log. */
export interface Margins { rate: number; byCustomer: Float64Array | null }

/**
 * What share of their spend customers leave as profit, from purchases up to a day: real where a cost stands in the file, on the rest `rate`,
 * or, where that is null, what the known ones leave on average. Without a column of costs everybody has the one rate, 1 if none is given: value is spend.
 * Throws UnusableInput when there is neither a cost up to that day nor a rate.
 */
export function marginsOf({ length, customer, day, amount, cost }: PurchaseLog, customers: number, until: Day, rate: number | null): Margins {
  if (cost === null) return { rate: rate ?? 1, byCustomer: null };
  const [spend, knownSpend, knownProfit] = [new Float64Array(customers), new Float64Array(customers), new Float64Array(customers)];
  for (let i = 0; i < length; i++) {
    if (day[i]! > until) continue;
    const who = customer[i]!;
    spend[who]! += amount[i]!;
    if (Number.isNaN(cost[i]!)) continue;
    knownSpend[who]! += amount[i]!;
    knownProfit[who]! += amount[i]! - cost[i]!;
  }
  const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
  const known = total(knownSpend);
  if (rate === null && known === 0) throw new UnusableInput(`no cost is known up to ${formatDay(until)}; say --margin-rate R, or leave cost out of --map for the value to be spend`);
  const usual = rate ?? total(knownProfit) / known;
  return { rate: usual, byCustomer: spend.map((all, who) => (all > 0 && knownSpend[who]! > 0 ? (knownProfit[who]! + usual * (all - knownSpend[who]!)) / all : usual)) };
}
