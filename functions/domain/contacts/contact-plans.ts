import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { contactsBetween, type Contact } from './plan.ts';
import type { ContactSettings } from './settings.ts';

/**
 * The contacts that were due for one customer after the other up to a day, each customer planned once however often she is asked about.
 * Those about tiers coming near are not among them: what was near on a day long past is not worked out again.
 */
export class ContactPlans {
  #last: { history: History; contacts: readonly Contact[] } | null = null;

  constructor(readonly settings: ContactSettings, readonly asOf: Day) {}

  /** In the order of days. Her tier is that of today. */
  of(history: History, tier: string | null): readonly Contact[] {
    if (this.#last?.history !== history) this.#last = { history, contacts: this.#planned(history, tier) };
    return this.#last.contacts;
  }

  #planned(history: History, tier: string | null): readonly Contact[] {
    if (history.profile.consent.length === 0) return [];
    return contactsBetween({ history, tier, tierMoves: [] }, this.settings, -Infinity, this.asOf + 1);
  }
}
