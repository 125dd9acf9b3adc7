import type { Day } from '../calendar.ts';
import type { SaleLine } from '../ledger/facts.ts';

/** How somebody shops, counted over the goods she kept. Money is minor units of the reporting currency. */
export interface ShoppingHabits {
  firstOn: Day;
  lastOn: Day;
  occasions: number;
  tickets: number;
  units: number;
  amount: number;
  newArrivalUnits: number;
  /** Units on promotion, or paid with a fifth or more off the list price. */
  promotionUnits: number;
  /** Units of the category, and of the style, she bought most. Styles are tags such as `style:classic`. */
  topCategoryUnits: number;
  topStyleUnits: number;
}

const bargain = 0.8;

/** Counts habits ticket by ticket, in any order. */
export class HabitCounter {
  readonly #days = new Set<Day>();
  readonly #categories = new Map<string, number>();
  readonly #styles = new Map<string, number>();
  #tickets = 0;
  #units = 0;
  #amount = 0;
  #newArrivals = 0;
  #promotions = 0;

  /** Adds what was kept of a ticket; `factor` turns its currency into the reporting one. */
  add(day: Day, kept: Iterable<{ line: SaleLine; kept: number }>, factor: number): void {
    const before = this.#units;
    for (const { line, kept: units } of kept) this.#addLine(line, units, factor);
    if (this.#units === before) return;
    this.#days.add(day);
    this.#tickets += 1;
  }

  /** The habits; null when nothing was kept. */
  habits(): ShoppingHabits | null {
    if (this.#days.size === 0) return null;
    const days = [...this.#days].sort((a, b) => a - b);
    return {
      firstOn: days[0]!, lastOn: days[days.length - 1]!, occasions: days.length,
      tickets: this.#tickets, units: this.#units, amount: Math.round(this.#amount),
      newArrivalUnits: this.#newArrivals, promotionUnits: this.#promotions,
      topCategoryUnits: Math.max(0, ...this.#categories.values()), topStyleUnits: Math.max(0, ...this.#styles.values()),
    };
  }

  #addLine(line: SaleLine, units: number, factor: number): void {
    const tags = line.tags ?? [];
    const price = (line.amount ?? line.quantity * line.unitPrice) / line.quantity;
    this.#units += units;
    this.#amount += price * units * factor;
    if (tags.includes('new-arrival')) this.#newArrivals += units;
    if (tags.includes('promotion') || price <= (line.listPrice ?? 0) * bargain) this.#promotions += units;
    if (line.category !== undefined) count(this.#categories, line.category, units);
    for (const style of new Set(tags)) if (style.startsWith('style:')) count(this.#styles, style, units);
  }
}

function count(counts: Map<string, number>, key: string, units: number): void {
  counts.set(key, (counts.get(key) ?? 0) + units);
}
