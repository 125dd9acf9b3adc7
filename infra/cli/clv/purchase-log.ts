import type { Day } from '../../../functions/domain/calendar.ts';

/** Purchases of a file in the order they were read, column by column; `customer` is a place in `ids`. */
export class PurchaseLog {
  readonly ids: string[] = [];
  length = 0;
  customer = new Int32Array(4096);
  day = new Int32Array(4096);
  amount = new Float64Array(4096);
  firstDay: Day = Infinity;
  lastDay: Day = -Infinity;
  readonly #place = new Map<string, number>();

  add(id: string, day: Day, amount: number): void {
    let place = this.#place.get(id);
    if (place === undefined) {
      place = this.ids.push(id) - 1;
      this.#place.set(id, place);
    }
    if (this.length === this.day.length) this.#grow();
    this.customer[this.length] = place;
    this.day[this.length] = day;
    this.amount[this.length] = amount;
    this.length += 1;
    this.firstDay = Math.min(this.firstDay, day);
    this.lastDay = Math.max(this.lastDay, day);
  }

  #grow(): void {
    const size = this.day.length * 2;
    const [customer, day, amount] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    customer.set(this.customer);
    day.set(this.day);
    amount.set(this.amount);
    this.customer = customer;
    this.day = day;
    this.amount = amount;
  }
}
