import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { CustomerList, CustomerSummary, TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { speaker } from '../internal/localize.ts';
import { tierMark } from '../internal/tiers.ts';
import { searchMessages } from './messages.ts';
import { searchStyles } from './styles.ts';

type Answers = readonly [TiersAnswer];

const PAUSE_MS = 250;
const SHOWN = 8;

/**
 * Finds a customer while the associate types: by number, name, or the end of the phone number.
 * Arrow keys go through what was found, Enter chooses, Escape closes.
 *
 * @element vip-search
 * @attr store - Store to search in; the provider's, or all the reader may see, when absent.
 * @fires vip-select - A customer was chosen; the detail is her `customerId` and `name`.
 * @csspart option - One customer found.
 */
export class VipSearch extends VipElement<Answers> {
  static override readonly attributes = ['store'];
  static override readonly styles = [...VipElement.styles, searchStyles];

  protected override skeletonLines = 1;
  #found: CustomerList | null = null;
  #typed = '';
  /** What was typed when the customers found were asked for. */
  #askedFor = '';
  /** The place of the customer that Enter would choose; -1 for none. */
  #active = -1;
  #pause: ReturnType<typeof setTimeout> | undefined;

  protected override paths(): readonly string[] {
    return ['tiers'];
  }

  protected override draw([{ tiers }]: Answers): unknown {
    const say = speaker(searchMessages[this.language]);
    const items = this.#found?.items.slice(0, SHOWN) ?? [];
    return html`<label><span class="label">${say('label')}</span>
      <input type="search" autocomplete="off" role="combobox" aria-autocomplete="list" aria-expanded=${String(items.length > 0)} aria-controls="found"
        aria-activedescendant=${this.#active >= 0 ? `option-${this.#active}` : nothing} .value=${this.#typed} @input=${this.#onInput} @keydown=${this.#onKey}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="5"></circle><path d="m10.500 10.500 4.500 4.500"></path></svg></label>
      <p class="hidden-visually" role="status">${this.#found ? say('found', { n: this.#found.total }) : nothing}</p>
      <div class="found" ?hidden=${this.#found === null}>
        ${items.length === 0 ? html`<p class="muted">${say('nobody')}</p>` : nothing}
        <ul id="found" role="listbox" aria-label=${say('list')}>${items.map((item, at) => this.#option(item, at, tiers))}</ul>
      </div>`;
  }

  #option({ customerId, name, tier, matched = [] }: CustomerSummary, at: number, tiers: TiersAnswer['tiers']): unknown {
    const say = speaker(searchMessages[this.language]);
    const by = matched.filter((each) => each !== 'id');
    return html`<li id="option-${at}" part="option" role="option" aria-selected=${String(at === this.#active)} @click=${() => this.#choose(customerId, name)}>
      <span>${name ?? say('unnamed', { id: customerId })} <span class="small muted">${customerId}</span></span>
      ${by.length > 0 ? html`<span class="small muted">${by.map((each) => say(each)).join(' | ')}</span>` : nothing}
      ${tierMark(tiers, tier, this.language, say('none'))}</li>`;
  }

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#search(), PAUSE_MS);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const shown = Math.min(this.#found?.items.length ?? 0, SHOWN);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.#show(null);
    else if (event.key === 'Enter') void this.#chooseActive();
    else if (step !== undefined && shown > 0) this.#active = step < 0 && this.#active < 0 ? shown - 1 : (this.#active + step + shown) % shown;
    else return;
    event.preventDefault();
    this.requestUpdate();
  };

  /** Whoever is the only one found need not be pointed at. A scanner or quick fingers press Enter before their words were asked for; nobody is chosen from what was found for other words. */
  async #chooseActive(): Promise<void> {
    if (this.#askedFor !== this.#typed) await this.#search();
    const items = this.#askedFor === this.#typed ? this.#found?.items ?? [] : [];
    const chosen = items[items.length === 1 ? 0 : this.#active];
    if (chosen) this.#choose(chosen.customerId, chosen.name);
  }

  #choose(customerId: string, name: string | null): void {
    this.#show(null);
    this.tell('vip-select', { customerId, name });
  }

  #show(found: CustomerList | null): void {
    this.#found = found;
    this.#active = -1;
    this.requestUpdate();
  }

  async #search(): Promise<void> {
    clearTimeout(this.#pause);
    const typed = this.#typed;
    const query = new URLSearchParams({ q: typed, limit: String(SHOWN) });
    const store = this.read('store') || this.provider?.store;
    if (store) query.set('store', store);
    try {
      const found = typed === '' ? null : await this.provider?.client.get(`customers?${query.toString()}`) as CustomerList;
      if (typed !== this.#typed) return;
      this.#askedFor = typed;
      this.#show(found);
    } catch (cause) {
      if (typed !== this.#typed) return;
      this.#show(null);
      this.tell('vip-error', cause);
    }
  }
}
