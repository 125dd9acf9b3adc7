import { partsOf, type Day } from '../../functions/domain/calendar.ts';

/** Monday first: weekends are when people shop. */
const byWeekday = [0.75, 0.75, 0.8, 0.85, 1.05, 1.5, 1.3];
const byMonth = [1.12, 0.92, 0.96, 1, 1.08, 0.96, 0.88, 0.88, 1.04, 1.12, 1.1, 1.1];

/** How busy a business day is; an ordinary day is about 1. */
export function busyness(day: Day): number {
  const { month, date } = partsOf(day);
  const holiday = month === 11 && date === 11 ? 1.8 : (month === 10 && date <= 7) || (month === 5 && date <= 5) ? 1.35 : 1;
  return byWeekday[(((day + 3) % 7) + 7) % 7]! * byMonth[month - 1]! * holiday;
}

/** The days from `first` to `last`, with the time that passes for shoppers: more of it on busy days. */
export class TradingDays {
  /** Shoppers' time at the end of each day, in ordinary days since the start of `first`. */
  readonly #ends: number[] = [];

  constructor(readonly first: Day, readonly last: Day) {
    let time = 0;
    for (let day = first; day <= last; day++) this.#ends.push(time += busyness(day));
  }

  /** The day reached `ordinaryDays` after the end of `day`; undefined when it lies after the last. */
  after(day: Day, ordinaryDays: number): Day | undefined {
    return this.at((this.#ends[day - this.first] ?? 0) + ordinaryDays);
  }

  /** The day that holds the given share of all shoppers' time. */
  atShare(share: number): Day {
    return this.at(share * this.#ends.at(-1)!) ?? this.last;
  }

  private at(time: number): Day | undefined {
    if (time > this.#ends.at(-1)!) return undefined;
    let [low, high] = [0, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return this.first + low;
  }
}
