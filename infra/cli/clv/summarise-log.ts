import type { Day } from '../../../functions/domain/calendar.ts';
import { DAYS_PER_WEEK } from '../../../functions/domain/value/summary.ts';
import type { IdTable } from './id-table.ts';
import type { Input } from './input.ts';
import { marginsOf } from './margins.ts';
import type { PurchaseLog } from './purchase-log.ts';

/** No day of any file. */
const NEVER = -0x8000_0000;

/** What is known of each customer, by her number in the log. */
interface Known {
  first: Int32Array;
  frequency: Float64Array;
  recency: Float64Array;
  repeatSpend: Float64Array;
  laterOccasions: Float64Array;
  laterSpend: Float64Array;
}

/**
 * Summarises purchases as seen at the end of a day; several on one day are one occasion. Customers who first bought later are left out.
 * What follows within `holdoutDays` goes to the hold-out.
 */
export function summariseLog(log: PurchaseLog, ids: IdTable, calibrationEnd: Day, holdoutDays: number, hasMoney: boolean, marginRate: number | null): Omit<Input, 'purchases'> {
  const known = gather(log, ids.length, calibrationEnd, holdoutDays) ?? gather(log.byDay(), ids.length, calibrationEnd, holdoutDays)!;
  const { first, frequency, recency, repeatSpend: monetaryValue, laterOccasions, laterSpend } = known;
  const age = new Float64Array(ids.length);
  const kept = new Int32Array(ids.length);
  let customers = 0;
  for (let customer = 0; customer < ids.length; customer++) {
    if (first[customer] === NEVER) continue;
    const at = customers++;
    kept[at] = customer;
    frequency[at] = frequency[customer]!;
    recency[at] = recency[customer]!;
    age[at] = (calibrationEnd - first[customer]!) / DAYS_PER_WEEK;
    monetaryValue[at] = frequency[at] === 0 ? 0 : monetaryValue[customer]! / frequency[at];
    if (holdoutDays === 0) continue;
    laterOccasions[at] = laterOccasions[customer]!;
    laterSpend[at] = laterSpend[customer]!;
  }
  const margins = marginsOf(log, ids.length, calibrationEnd, marginRate);
  const cut = (column: Float64Array) => column.subarray(0, customers);
  return {
    idOf: (place) => ids.text(kept[place]!), hasMoney, calibrationEnd,
    marginOf: (place) => margins.byCustomer?.[kept[place]!] ?? margins.rate, marginSource: margins.byCustomer ? 'cost' : marginRate === null ? null : 'setting',
    summaries: { length: customers, frequency: cut(frequency), recency: cut(recency), age: cut(age), monetaryValue: cut(monetaryValue) },
    holdout: holdoutDays > 0 ? { weeks: holdoutDays / DAYS_PER_WEEK, occasions: cut(laterOccasions), spend: cut(laterSpend) } : null,
  };
}

/** Goes once through the purchases; null when those of a customer are not in order of day. */
function gather({ length, customer, day, amount }: PurchaseLog, customers: number, calibrationEnd: Day, holdoutDays: number): Known | null {
  const first = new Int32Array(customers).fill(NEVER);
  const last = new Int32Array(customers).fill(NEVER);
  const [frequency, recency, repeatSpend] = [new Float64Array(customers), new Float64Array(customers), new Float64Array(customers)];
  const later = holdoutDays > 0 ? customers : 0;
  const [laterOccasions, laterSpend] = [new Float64Array(later), new Float64Array(later)];
  for (let i = 0; i < length; i++) {
    const who = customer[i]!;
    const today = day[i]!;
    const before = last[who]!;
    if (today < before) return null;
    last[who] = today;
    if (today > calibrationEnd) {
      if (first[who] === NEVER || today > calibrationEnd + holdoutDays) continue;
      if (today !== before) laterOccasions[who]! += 1;
      laterSpend[who]! += amount[i]!;
    } else if (before === NEVER) {
      first[who] = today;
    } else if (today !== first[who]) {
      if (today !== before) frequency[who]! += 1;
      repeatSpend[who]! += amount[i]!;
      recency[who] = (today - first[who]!) / DAYS_PER_WEEK;
    }
  }
  return { first, frequency, recency, repeatSpend, laterOccasions, laterSpend };
}
