import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { Holdout } from './backtest.ts';
import { occasionsOf, type Occasion } from './occasions.ts';
import { SummaryColumns } from './summary-columns.ts';
import { DAYS_PER_WEEK, summaryOf, type PurchaseSummaries } from './summary.ts';

/** What a night gathers from the histories in one pass: everybody's summary today, the same as seen before the hold-out, and what happened in it. */
export class NightlyData {
  customers = 0;
  repeatCustomers = 0;
  mostOccasions = 0;
  /** The oldest customer's age in weeks, and the days from the first sale to today. */
  oldest = 0;
  days = 0;
  readonly #today = new SummaryColumns();
  readonly #before = new SummaryColumns();
  /** Occasions and spend in the hold-out, kept as frequency and monetary value. */
  readonly #outcome = new SummaryColumns();

  constructor(readonly asOf: Day, readonly holdoutDays: number) {}

  add(history: History): void {
    const occasions = occasionsOf(history, this.asOf);
    this.#addToday(occasions);
    // Who brought everything back since is nobody's customer today; before the hold-out she was.
    const from = this.asOf - this.holdoutDays;
    const before = summaryOf(history.returns.length > 0 ? occasionsOf(history, from) : until(occasions, from), from);
    if (!before) return;
    this.#before.add(before);
    const later = occasions.filter(({ day }) => day > from);
    this.#outcome.add({ frequency: later.length, recency: 0, age: 0, monetaryValue: later.reduce((sum, { netSpend }) => sum + netSpend, 0) });
  }

  #addToday(occasions: readonly Occasion[]): void {
    const today = summaryOf(occasions, this.asOf);
    if (!today) return;
    this.#today.add(today);
    this.customers += 1;
    this.repeatCustomers += today.frequency > 0 ? 1 : 0;
    this.mostOccasions = Math.max(this.mostOccasions, occasions.length);
    this.oldest = Math.max(this.oldest, today.age);
    this.days = Math.max(this.days, this.asOf - occasions[0]!.day);
  }

  /** Everybody's summary today. */
  summaries(): PurchaseSummaries {
    return this.#today.columns();
  }

  /** What a back-test needs. */
  holdout(): Holdout {
    const outcome = this.#outcome.columns();
    return { summaries: this.#before.columns(), occasions: outcome.frequency, spend: outcome.monetaryValue, weeks: this.holdoutDays / DAYS_PER_WEEK };
  }
}

function until(occasions: readonly Occasion[], day: Day): readonly Occasion[] {
  const last = occasions[occasions.length - 1];
  return last && last.day <= day ? occasions : occasions.filter((occasion) => occasion.day <= day);
}
