import { monthOf, type Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { nonSales, urgencyOf, type Purpose } from './purposes.ts';
import type { ContactSettings } from './settings.ts';
import type { Trigger } from './triggers.ts';

/**
 * What a customer was told so far, seen from a day that moves forward, and what she may still be told on it:
 * so many messages in seven days, one non-sales message a month, a survey a quarter, nothing that was said already.
 */
export class Limits {
  readonly #made: History['contacts'];
  readonly #surveysSent: Day[];
  readonly #planned: { purpose: Purpose; day: Day; to: Day }[] = [];
  /** The latest day before today on which a contact for each purpose was made. */
  readonly #latestMade = new Map<string, Day>();
  #today: Day = -Infinity;
  #madeBefore = 0;
  #surveysBefore = 0;
  #latestSurvey = -Infinity;
  #latestNonSales: { month: number; count: number } = { month: -Infinity, count: 0 };

  constructor(history: History, readonly birthdays: readonly Day[], readonly settings: ContactSettings) {
    // She who looks in is not being contacted.
    this.#made = history.contacts.filter(({ purpose }) => purpose !== 'visit').sort((a, b) => a.day - b.day);
    this.#surveysSent = history.surveysSent.map(({ day }) => day).sort((a, b) => a - b);
  }

  /** Goes on to a later day; what was done before it is known from then on. */
  moveTo(day: Day): void {
    this.#today = day;
    for (; (this.#made[this.#madeBefore]?.day ?? day) < day; this.#madeBefore++) {
      const made = this.#made[this.#madeBefore]!;
      this.#latestMade.set(made.purpose, made.day);
    }
    for (; (this.#surveysSent[this.#surveysBefore] ?? day) < day; this.#surveysBefore++) {
      this.#latestSurvey = Math.max(this.#latestSurvey, this.#surveysSent[this.#surveysBefore]!);
    }
  }

  /** Whether a reason may be acted upon today. */
  allow({ purpose, from, voidFrom }: Trigger): boolean {
    const { mostPerWeek, mostNonSalesPerMonth, daysBetweenSurveys } = this.settings;
    if (voidFrom !== null && voidFrom <= this.#today) return false;
    if ((this.#latestMade.get(purpose) ?? -Infinity) >= from - 1) return false;
    if (purpose === 'survey' && this.#latestSurvey > this.#today - daysBetweenSurveys) return false;
    if (nonSales.has(purpose) && this.#latestNonSales.month === monthOf(this.#today) && this.#latestNonSales.count >= mostNonSalesPerMonth) return false;
    return this.#messagesInWeek() + this.#placesKept(purpose) < mostPerWeek;
  }

  /** Books a reason that is acted upon today. */
  add({ purpose, to }: Trigger): void {
    const month = monthOf(this.#today);
    this.#planned.push({ purpose, day: this.#today, to });
    if (purpose === 'survey') this.#latestSurvey = this.#today;
    if (nonSales.has(purpose)) this.#latestNonSales = { month, count: this.#latestNonSales.month === month ? this.#latestNonSales.count + 1 : 1 };
  }

  /** Messages planned or made in the seven days that end today; one that was planned and made counts once. */
  #messagesInWeek(): number {
    let count = 0;
    for (let i = this.#planned.length - 1; i >= 0 && this.#planned[i]!.day > this.#today - 7; i--) count += 1;
    for (let i = this.#madeBefore - 1; i >= 0 && this.#made[i]!.day > this.#today - 7; i--) {
      if (!this.#wasPlanned(this.#made[i]!)) count += 1;
    }
    return count;
  }

  #wasPlanned(made: { day: Day; purpose: string }): boolean {
    return this.#planned.some(({ purpose, day, to }) => purpose === made.purpose && day <= made.day && made.day <= to);
  }

  /** Places that birthdays of the coming days need, which less urgent messages must leave free. */
  #placesKept(purpose: Purpose): number {
    if (urgencyOf(purpose) <= urgencyOf('birthday')) return 0;
    return this.birthdays.filter((day) => day > this.#today && day < this.#today + 7).length;
  }
}
