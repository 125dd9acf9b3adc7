import { lotOf } from '../lifecycle/control-group.ts';

/** A sample of customers who stream by, each as likely to be in it as any other. Which ones depends on their ids alone, not on their order. */
export class EvenSample<Customer extends { customerId: string }> {
  /** All that were added. */
  count = 0;
  #kept: { lot: number; customer: Customer }[] = [];
  #highest = Infinity;

  constructor(private readonly size: number) {}

  add(customer: Customer): void {
    this.count += 1;
    const lot = lotOf(customer.customerId, 'rank');
    if (lot >= this.#highest) return;
    this.#kept.push({ lot, customer });
    // Thrown out in bulk, because sorting for each one would cost more than holding a few too many.
    if (this.#kept.length >= 2 * this.size) this.#throwOut();
  }

  /** Whether nobody had to be left out. */
  get isWhole(): boolean {
    return this.count <= this.size;
  }

  /** Those with the lowest lots, in no particular order. */
  kept(): Customer[] {
    if (this.#kept.length > this.size) this.#throwOut();
    return this.#kept.map(({ customer }) => customer);
  }

  #throwOut(): void {
    this.#kept.sort((a, b) => a.lot - b.lot);
    this.#highest = this.#kept[this.size]!.lot;
    this.#kept = this.#kept.filter(({ lot }) => lot < this.#highest);
  }
}
