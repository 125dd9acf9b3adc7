import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { CustomerList, CustomerSummary, TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { money, monthAndDay } from '../internal/format.ts';
import { sayCode, speaker } from '../internal/localize.ts';
import { css } from '../internal/reactive-element.ts';
import { tierMark } from '../internal/tiers.ts';
import { birthdaysMessages } from './messages.ts';

type Answers = readonly [CustomerList, TiersAnswer];

/**
 * Whose birthday is coming, for the month after the as-of date: the day, the gift that goes with the tier, and the greeting.
 *
 * @element vip-birthdays
 * @attr store - Store to show; the provider's, or all the reader may see, when absent.
 * @attr associate - Only customers of this associate.
 * @attr month - Another month, 1 to 12.
 * @attr limit - How many customers; 20 when absent.
 * @fires vip-select - A customer was chosen; the detail is her `customerId` and `name`.
 * @csspart row - One birthday.
 */
export class VipBirthdays extends VipElement<Answers> {
  static override readonly attributes = ['store', 'associate', 'month', 'limit'];
  static override readonly styles = [...VipElement.styles, css`
    ol { margin-block-start: 8px; border-block-start: 2px solid var(--ink); }
    li { position: relative; display: grid; grid-template-columns: minmax(4.5em, auto) 1fr; gap: 2px 16px; padding-block: 9px; border-block-end: 1px solid var(--line); }
    li:hover { background: var(--sunken); box-shadow: -10px 0 var(--sunken), 10px 0 var(--sunken); }
    .day { font-weight: 600; white-space: nowrap; }
    .who { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: baseline; }
    .who button { overflow-wrap: anywhere; }
    .who button::after { content: ''; position: absolute; inset: 0; }
    .plan { grid-column: 2; }
    blockquote { margin: 0; overflow-wrap: anywhere; }
    @container (inline-size > 620px) {
      li { grid-template-columns: 6em minmax(160px, 0.8fr) 1.6fr; }
      .plan { grid-column: 3; }
    }
  `];

  protected override skeletonLines = 6;

  protected override paths(): readonly string[] {
    const query = new URLSearchParams({ limit: this.read('limit', '20') });
    const asked = { store: this.read('store') || this.provider?.store, associate: this.read('associate'), month: this.read('month') };
    for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
    return [`lists/birthdays?${query.toString()}`, 'tiers'];
  }

  protected override draw([list, { tiers }]: Answers): unknown {
    const { language } = this;
    const say = speaker(birthdaysMessages[language]);
    const month = monthName(Number(this.read('month')) || Number(list.asOf.slice(5, 7)) % 12 + 1, language);
    if (list.items.length === 0) return html`<p class="quiet">${say('empty', { month })}</p>`;
    const cost = list.items.reduce((sum, { birthdayPlan }) => sum + (birthdayPlan?.gift?.cost ?? 0), 0);
    const left = list.total - list.items.length;
    return html`
      <p class="label">${say('month', { month, n: list.total })}${cost > 0 && left === 0 ? html` | ${say('cost', { value: money(cost, list.currency, language) })}` : nothing}</p>
      <ol aria-label=${say('title')}>${list.items.map((customer) => this.#row(customer, list.currency, tiers))}</ol>
      ${left > 0 ? html`<p class="small"><button class="link" @click=${() => this.setAttribute('limit', '200')}>${say('more', { n: left })}</button></p>` : nothing}`;
  }

  #row({ customerId, name, tier, birthday, birthdayPlan: plan }: CustomerSummary, currency: string, tiers: TiersAnswer['tiers']): unknown {
    const { language, words } = this;
    const say = speaker(birthdaysMessages[language]);
    const gift = plan?.gift ? say('gift', { name: plan.gift.name, cost: money(plan.gift.cost, currency, language) }) : say('noGift');
    const way = plan?.channel ? say('reach', { channel: sayCode(words.codes, plan.channel) }) : say('inShop');
    return html`<li part="row">
      <span class="day">${birthday === null ? nothing : monthAndDay(birthday, language)}</span>
      <div class="who"><button @click=${() => this.tell('vip-select', { customerId, name })}>${name ?? say('unnamed', { id: customerId })}</button> <span class="small">${tierMark(tiers, tier, language, say('none'))}</span></div>
      <div class="plan"><p>${gift}</p><p class="small muted">${way}</p>${plan?.text ? html`<blockquote class="small">${plan.text}</blockquote>` : nothing}</div>
    </li>`;
  }
}

function monthName(month: number, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
}
