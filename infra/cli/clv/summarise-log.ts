import type { Day } from '../../../functions/domain/calendar.ts';
import { DAYS_PER_WEEK } from '../../../functions/domain/value/summary.ts';
import type { IdTable } from './id-table.ts';
import type { Input } from './input.ts';
import { marginsOf } from './margins.ts';
import type { PurchaseLog } from './purchase-log.ts';

/**
 * Summarises purchases as seen at the end of a day; several on one day are one occasion. Customers who first bought later are left out.
 * What follows within `holdoutDays` goes to the hold-out.
 */
export function summariseLog(log: PurchaseLog, ids: IdTable, calibrationEnd: Day, holdoutDays: number, hasMoney: boolean, marginRate: number | null): Input {
  const { order, start } = byCustomer(log, ids.length);
  const [frequency, recency, age, monetaryValue, later, laterSpend] = Array.from({ length: 6 }, () => new Float64Array(ids.length)) as [
    Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const kept = new Int32Array(ids.length);
  let customers = 0;
  for (let customer = 0; customer < ids.length; customer++) {
    const from = start[customer]!;
    const to = start[customer + 1]!;
    if (!isInOrder(log.day, order, from, to)) order.subarray(from, to).sort((one, other) => log.day[one]! - log.day[other]!);
    const first = log.day[order[from]!]!;
    if (first > calibrationEnd) continue;
    const at = customers++;
    kept[at] = customer;
    let last = first;
    let lastLater = -Infinity;
    let spend = 0;
    for (let k = from; k < to; k++) {
      const event = order[k]!;
      const day = log.day[event]!;
      if (day > calibrationEnd + holdoutDays) break;
      if (day > calibrationEnd) {
        if (day !== lastLater) later[at]! += 1;
        lastLater = day;
        laterSpend[at]! += log.amount[event]!;
        continue;
      }
      if (day !== last) frequency[at]! += 1;
      if (day !== first) spend += log.amount[event]!;
      last = day;
    }
    recency[at] = (last - first) / DAYS_PER_WEEK;
    age[at] = (calibrationEnd - first) / DAYS_PER_WEEK;
    monetaryValue[at] = frequency[at]! > 0 ? spend / frequency[at]! : 0;
  }
  const margins = marginsOf(log, ids.length, calibrationEnd, marginRate);
  const cut = (column: Float64Array) => column.subarray(0, customers);
  return {
    idOf: (place) => ids.text(kept[place]!), hasMoney, calibrationEnd,
    marginOf: (place) => margins.byCustomer?.[kept[place]!] ?? margins.rate, marginSource: margins.byCustomer ? 'cost' : marginRate === null ? null : 'setting',
    summaries: { length: customers, frequency: cut(frequency), recency: cut(recency), age: cut(age), monetaryValue: cut(monetaryValue) },
    holdout: holdoutDays > 0 ? { weeks: holdoutDays / DAYS_PER_WEEK, occasions: cut(later), spend: cut(laterSpend) } : null,
  };
}

/** Files mostly are in order of day, and a view to sort for every customer would cost more than the rest. */
function isInOrder(day: Int32Array, order: Uint32Array, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (day[order[k]!]! < day[order[k - 1]!]!) return false;
  return true;
}

/** Event numbers, those of one customer together, and where each customer's start. */
function byCustomer({ length, customer }: PurchaseLog, customers: number): { order: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(customers + 1);
  for (let i = 0; i < length; i++) start[customer[i]! + 1]! += 1;
  for (let c = 0; c < customers; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[next[customer[i]!]!++] = i;
  return { order, start };
}
