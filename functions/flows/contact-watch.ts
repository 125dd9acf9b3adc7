import { monthOf, type Day } from '../domain/calendar.ts';
import { contactId, openContacts, type Contact } from '../domain/contacts/plan.ts';
import { nonSales, type Purpose } from '../domain/contacts/purposes.ts';
import type { ContactSettings } from '../domain/contacts/settings.ts';
import { contactSubject, subjectOfToday } from '../domain/contacts/subject.ts';
import { triggersOf } from '../domain/contacts/triggers.ts';
import type { RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import type { CustomerScore } from '../domain/score.ts';
import type { KeepTier } from '../domain/tiers/counterfactual.ts';

/** A contact that was announced: on which day, and until when it makes sense. */
export interface ToldContact { customerId: string; id: string; purpose: Purpose; on: Day; lastDay: Day }

/** A contact to be announced, with her to whom it belongs. */
export interface NewContact { contact: Contact; history: History; score: CustomerScore }

/** What was announced is remembered for as long after its last day, in case a late fact brings its reason back. */
const rememberedDays = 35;

/**
 * Watches the customers of a shard for contacts that are open on the day after the as-of date, and tells those apart that were announced before.
 * Facts and settings that change the past can change a plan, so what was announced counts besides the plan: nothing is announced twice, and nobody gets more than the caps allow.
 */
export class ContactWatch {
  readonly found: NewContact[] = [];
  readonly #told = new Map<string, ToldContact[]>();
  readonly #day: Day;

  constructor(private readonly context: RunContext, private readonly settings: ContactSettings, told: readonly ToldContact[]) {
    this.#day = context.asOf + 1;
    for (const each of told) if (Math.max(each.on, each.lastDay) + rememberedDays >= this.#day) this.#toldTo(each.customerId).push(each);
  }

  /** Looks at a customer; `fall` is the fall of her tier that is expected, which the night knows already. */
  look(history: History, score: CustomerScore, fall: KeepTier | null): void {
    if (history.profile.consent.length === 0) return;
    const { policy, population, asOf } = this.context;
    const held = { tier: score.tier, since: score.tierSince };
    const rules = { policy, cuts: population.percentileCuts, asOf, fall };
    const told = this.#told.get(history.customerId) ?? [];
    const isTold = (id: string): boolean => told.some((each) => each.id === id);
    // Where no reason of the day is new, the plan need not be worked out again.
    const reasons = triggersOf(subjectOfToday(history, held, rules, this.settings), this.settings, this.#day + 1, this.#day);
    if (reasons.every((reason) => isTold(contactId(history.customerId, reason)) || (reason.voidFrom !== null && reason.voidFrom <= this.#day))) return;
    for (const contact of openContacts(contactSubject(history, held, rules, this.settings), this.settings, this.#day)) {
      if (isTold(contact.id) || !this.#fits(contact.purpose, told)) continue;
      const { id, customerId, purpose, lastDay } = contact;
      this.#toldTo(customerId).push({ customerId, id, purpose, on: this.#day, lastDay });
      this.found.push({ contact, history, score });
    }
  }

  /** All that was announced, for the next night. */
  told(): ToldContact[] {
    return [...this.#told.values()].flat();
  }

  #fits(purpose: Purpose, told: readonly ToldContact[]): boolean {
    const { mostPerWeek, mostNonSalesPerMonth } = this.settings;
    if (told.filter(({ on }) => on > this.#day - 7 && on <= this.#day).length >= mostPerWeek) return false;
    return !nonSales.has(purpose) || told.filter((each) => nonSales.has(each.purpose) && monthOf(each.on) === monthOf(this.#day)).length < mostNonSalesPerMonth;
  }

  #toldTo(customerId: string): ToldContact[] {
    let told = this.#told.get(customerId);
    if (!told) this.#told.set(customerId, told = []);
    return told;
  }
}
