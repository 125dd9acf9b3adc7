import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { TiersAnswer } from '../../functions/contract/answers.ts';
import type { ContactItem, ContactList } from '../../functions/contract/contact-answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { day } from '../internal/format.ts';
import { sayCode, speaker } from '../internal/localize.ts';
import { ApiProblem } from '../internal/problem.ts';
import { problemKey } from '../internal/problem-key.ts';
import { tierMark } from '../internal/tiers.ts';
import { channelMark } from './channel-mark.ts';
import { contactMessages } from './contact-messages.ts';
import type { ContactMessages } from './languages/en.ts';
import { contactsStyles } from './styles.ts';
import { whySentence } from './why-sentence.ts';

type Answers = readonly [ContactList, TiersAnswer];
type Closing = { state: 'saving' | 'failed'; outcome: string; why: string } | { state: 'done'; outcome: string };

const grains = ['day', 'week', 'month'] as const;
const usualLimit = 20;
const usualOutcomes = ['reached', 'no-answer', 'not-interested'];
const answered = new Set(['invitation', 'launch', 'promotion', 'new-arrivals']);

/**
 * What there is to say to whom: today, in the next seven days or in a month, with the words to say and a button for how it went.
 *
 * @element vip-contacts
 * @attr store - Store to show; the provider's, or all the reader may see, when absent.
 * @attr associate - Only contacts of this associate.
 * @attr customer - Only contacts of this customer, without her name and the choice of days.
 * @attr grain - `day`, `week` or `month`; `day` when absent.
 * @attr limit - How many contacts; 20 when absent.
 * @fires vip-select - A customer was chosen; the detail is her `customerId` and `name`.
 * @fires vip-contact-made - A contact was closed; the detail is its `id` and `outcome`.
 * @csspart row - One contact.
 */
export class VipContacts extends VipElement<Answers> {
  static override readonly attributes = ['store', 'associate', 'customer', 'grain', 'limit'];
  static override readonly styles = [...VipElement.styles, contactsStyles];

  protected override skeletonLines = 6;
  readonly #closings = new Map<string, Closing>();
  #said = '';

  protected override paths(): readonly string[] {
    const query = new URLSearchParams({ limit: this.read('limit', String(usualLimit)) });
    const asked = { store: this.read('store') || this.provider?.store, associate: this.read('associate'), customer: this.read('customer'), grain: this.read('grain') };
    for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
    return [`lists/contacts-due?${query.toString()}`, 'tiers'];
  }

  protected override draw([list, { tiers }]: Answers): unknown {
    const messages = contactMessages(this.language, () => this.requestUpdate());
    if (!messages) return html`<div class="skeleton"><i></i></div>`;
    const say = speaker(messages.list);
    const isOfOne = this.read('customer') !== '';
    const closedHere = list.items.filter(({ id, done }) => !done && this.#closings.get(id)?.state === 'done').length;
    return html`
      ${isOfOne ? nothing : html`<div class="bar">
        <div role="group" aria-label=${say('view')}>${grains.map((grain) => html`<button aria-pressed=${String(grain === this.read('grain', 'day'))} @click=${() => this.setAttribute('grain', grain)}>${say(grain)}</button>`)}</div>
        ${list.total > 0 ? html`<p class="label">${say('open', { open: list.open - closedHere, total: list.total })}</p>` : nothing}
      </div>`}
      ${list.items.length === 0 ? html`<p class=${isOfOne ? 'muted' : 'quiet'}>${say('empty')}</p>` : this.#groups(list).map(([name, items], at) => html`
        <div class="group"><p id=${`group-${at}`} class="label caps">${name}</p>
          <ol aria-labelledby=${`group-${at}`}>${items.map((item) => this.#row(item, list, tiers, messages, isOfOne))}</ol>
        </div>`)}
      ${list.next === null ? nothing : html`<p class="more"><button class="link" @click=${() => this.setAttribute('limit', '200')}>${say('more', { n: list.total - list.items.length })}</button></p>`}
      <p class="hidden-visually" role="status">${this.#said}</p>`;
  }

  /** Today by the hours of the day, otherwise by day. */
  #groups(list: ContactList): [name: string, items: ContactItem[]][] {
    const groups = new Map<string, ContactItem[]>();
    for (const item of list.items) {
      const name = this.read('grain', 'day') === 'day' ? this.#hours(item) : day(item.day < list.from ? list.from : item.day, this.language);
      groups.set(name, [...groups.get(name) ?? [], item]);
    }
    return [...groups];
  }

  #row(item: ContactItem, list: ContactList, tiers: TiersAnswer['tiers'], messages: ContactMessages, isOfOne: boolean): unknown {
    const { language, words } = this;
    const say = speaker(messages.list);
    const closing: Closing | undefined = item.done ? { state: 'done', outcome: item.outcome ?? '' } : this.#closings.get(item.id);
    const name = item.name ?? say('unnamed', { id: item.customerId });
    const times = [
      this.read('grain', 'day') === 'day' ? null : this.#hours(item), item.day < list.from ? say('since', { day: day(item.day, language) }) : null,
      item.lastDay > item.day ? say('until', { day: day(item.lastDay, language) }) : null, item.associateName ?? item.associateId,
    ].filter((part) => part !== null);
    return html`<li part="row" class=${closing?.state ?? nothing}>
      <div>
        ${isOfOne ? nothing : html`<p class="who"><button @click=${() => this.tell('vip-select', { customerId: item.customerId, name: item.name })}>${name}</button> <span class="small">${tierMark(tiers, item.tier, language, say('none'))}</span></p>`}
        <p><span class="purpose">${messages.purposes[item.purpose]}</span> <span class="by small muted">${channelMark(item.channel)}${sayCode(words.codes, item.channel)}</span></p>
        <p class="small muted facts">${times.map((part) => html`<span>${part}</span>`)}</p>
      </div>
      <div>
        <p class="why">${whySentence(item, list, tiers, language, messages)}</p>
        <blockquote lang=${item.language} aria-label=${say('say')}>${item.text}</blockquote>
        <p class="small"><button class="link" @click=${(event: Event) => void this.#copy(event, item, messages)}>${say('copy')}</button></p>
      </div>
      <div>${this.#closing(item, name, closing, messages)}</div>
    </li>`;
  }

  #closing(item: ContactItem, name: string, closing: Closing | undefined, messages: ContactMessages): unknown {
    const say = speaker(messages.list);
    if (closing?.state === 'done') return html`<p class="good" tabindex="-1">${say('saved', { outcome: sayCode(messages.outcomes, closing.outcome) })}</p>`;
    const outcomes = answered.has(item.purpose) ? ['will-come', ...usualOutcomes] : usualOutcomes;
    const saving = closing?.state === 'saving';
    return html`<div class="outcomes" role="group" aria-label=${say('how', { name })}>${outcomes.map((outcome) => html`<button aria-disabled=${saving ? 'true' : nothing} @click=${(event: Event) => void this.#close(event, item, outcome, messages)}>${sayCode(messages.outcomes, outcome)}</button>`)}</div>
      ${saving ? html`<p class="small muted">${say('saving')}</p>` : closing ? html`<p class="small bad" role="alert">${say('failed', { why: closing.why })}</p>` : nothing}`;
  }

  async #close(event: Event, item: ContactItem, outcome: string, messages: ContactMessages): Promise<void> {
    if (this.#closings.get(item.id)?.state === 'saving') return;
    const row = (event.target as Element).closest('li');
    this.#set(item.id, { state: 'saving', outcome, why: '' });
    try {
      await this.provider!.client.post(`contacts/${encodeURIComponent(item.id)}/made`, { outcome });
      this.#said = speaker(messages.list)('saved', { outcome: sayCode(messages.outcomes, outcome) });
      this.#set(item.id, { state: 'done', outcome });
      this.provider!.client.expire();
      await this.updateComplete;
      // The button that had the focus is gone; whoever works with the keyboard stays in this row.
      row?.querySelector<HTMLElement>('.good')?.focus();
      this.tell('vip-contact-made', { id: item.id, outcome });
    } catch (cause) {
      const problem = cause instanceof ApiProblem ? cause : new ApiProblem(500, 'unexpected', String(cause));
      this.#set(item.id, { state: 'failed', outcome, why: this.say(problemKey(problem.status, problem.retryAfter), { seconds: problem.retryAfter ?? 0 }) });
      this.tell('vip-error', problem);
    }
  }

  #set(id: string, closing: Closing): void {
    this.#closings.set(id, closing);
    this.requestUpdate();
  }

  /** Where the page may not write to the clipboard, the text is selected. */
  async #copy(event: Event, { text }: ContactItem, messages: ContactMessages): Promise<void> {
    const quote = (event.target as Element).closest('li')!.querySelector('blockquote')!;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = false;
      getSelection()?.selectAllChildren(quote);
    }
    this.#said = speaker(messages.list)(done ? 'copied' : 'selected');
    this.requestUpdate();
  }

  #hours({ hours: { from, to } }: ContactItem): string {
    return `${from}:00–${to}:00`;
  }
}
