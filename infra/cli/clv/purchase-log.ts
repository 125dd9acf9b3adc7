import type { Day } from '../../../functions/domain/calendar.ts';
import { doubled } from '../../../functions/domain/value/numeric/doubled.ts';

/** Purchases of a file in the order they were read, column by column; customers are numbered from 0. */
export class PurchaseLog {
  length = 0;
  customer: Int32Array;
  day: Int32Array;
  amount: Float64Array;
  /** What the goods of each purchase cost, NaN where that is not known; null when the file says nothing about costs. */
  cost: Float64Array | null;
  firstDay: Day = 0;
  lastDay: Day = 0;

  /** `expected` is how many purchases there may be; more only take longer. */
  constructor(expected: number, hasCost: boolean) {
    const size = Math.max(16, expected);
    this.customer = new Int32Array(size);
    this.day = new Int32Array(size);
    this.amount = new Float64Array(size);
    this.cost = hasCost ? new Float64Array(size) : null;
  }

  /** Adds a purchase and returns its place in the columns, for a cost to be put there. */
  add(customer: number, day: Day, amount: number): number {
    const at = this.length++;
    if (at === this.day.length) this.#grow();
    this.customer[at] = customer;
    this.day[at] = day;
    this.amount[at] = amount;
    return at;
  }

  /** The same purchases in order of day, without their costs; those of one day stay as they were read. */
  byDay(): PurchaseLog {
    const next = new Uint32Array(this.lastDay - this.firstDay + 2);
    for (let i = 0; i < this.length; i++) next[this.day[i]! - this.firstDay + 1]! += 1;
    for (let day = 1; day < next.length; day++) next[day]! += next[day - 1]!;
    const sorted = new PurchaseLog(this.length, false);
    const order = new Uint32Array(this.length);
    for (let i = 0; i < this.length; i++) order[next[this.day[i]! - this.firstDay]!++] = i;
    for (const i of order) sorted.add(this.customer[i]!, this.day[i]!, this.amount[i]!);
    return sorted;
  }

  #grow(): void {
    this.customer = doubled(this.customer);
    this.day = doubled(this.day);
    this.amount = doubled(this.amount);
    this.cost &&= doubled(this.cost);
  }
}
