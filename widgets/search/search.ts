import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { CustomerList, TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { speaker } from '../internal/localize.ts';
import { css } from '../internal/reactive-element.ts';
import { tierMark } from '../internal/tiers.ts';
import { searchMessages } from './messages.ts';

type Answers = readonly [TiersAnswer];

const PAUSE_MS = 250;
const SHOWN = 8;

/**
 * Finds a customer while the associate types.
 *
 * @element vip-search
 * @attr store - Store to search in; the provider's, or all the reader may see, when absent.
 * @fires vip-select - A customer was chosen; the detail is her `customerId` and `name`.
 */
export class VipSearch extends VipElement<Answers> {
  static override readonly attributes = ['store'];
  static override readonly styles = [...VipElement.styles, css`
    :host { position: relative; container-type: normal; }
    label { display: block; position: relative; }
    label svg { position: absolute; inset-inline-end: 0; inset-block-end: 9px; fill: none; stroke: var(--muted); stroke-width: 1.5; pointer-events: none; }
    ::-webkit-search-cancel-button { display: none; }
    input { inline-size: 100%; padding: 6px 0; border: 0; border-block-end: 1px solid var(--ink); border-radius: 0; background: none; font-size: 1.143em; }
    .found { position: absolute; z-index: 1; inset-inline: 0; margin-block-start: 4px; padding: 4px 12px; background: var(--surface); border: 1px solid var(--line); box-shadow: 0 6px 24px rgb(0 0 0 / 0.12); }
    li + li { border-block-start: 1px solid var(--line); }
    li button { display: flex; justify-content: space-between; gap: 12px; inline-size: 100%; padding-block: 7px; overflow-wrap: anywhere; }
    li button:hover { color: var(--accent); }
  `];

  protected override skeletonLines = 1;
  #found: CustomerList | null = null;
  #typed = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  protected override paths(): readonly string[] {
    return ['tiers'];
  }

  protected override draw([{ tiers }]: Answers): unknown {
    const say = speaker(searchMessages[this.language]);
    return html`<label><span class="label">${say('label')}</span>
      <input type="search" autocomplete="off" .value=${this.#typed} @input=${this.#onInput} @keydown=${this.#onKey}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="5"></circle><path d="m10.500 10.500 4.500 4.500"></path></svg></label>
      <p class="hidden-visually" role="status">${this.#found ? say('found', { n: this.#found.total }) : nothing}</p>
      ${this.#found ? html`<div class="found">${this.#found.items.length === 0 ? html`<p class="muted">${say('nobody')}</p>` : html`<ul>${this.#found.items.slice(0, SHOWN).map(({ customerId, name, tier }) => html`
        <li><button @click=${() => this.#choose(customerId, name)}><span>${name ?? say('unnamed', { id: customerId })} <span class="small muted">${customerId}</span></span>${tierMark(tiers, tier, this.language, say('none'))}</button></li>`)}</ul>`}</div>` : nothing}`;
  }

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#search(), PAUSE_MS);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#close();
  };

  #choose(customerId: string, name: string | null): void {
    this.#close();
    this.tell('vip-select', { customerId, name });
  }

  #close(): void {
    this.#found = null;
    this.requestUpdate();
  }

  async #search(): Promise<void> {
    const typed = this.#typed;
    const query = new URLSearchParams({ q: typed, limit: String(SHOWN) });
    const store = this.read('store') || this.provider?.store;
    if (store) query.set('store', store);
    try {
      const found = typed === '' ? null : await this.provider?.client.get(`customers?${query.toString()}`) as CustomerList;
      if (typed !== this.#typed) return;
      this.#found = found;
    } catch (cause) {
      this.#found = null;
      this.tell('vip-error', cause);
    }
    this.requestUpdate();
  }
}
