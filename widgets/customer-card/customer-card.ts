import { html, nothing } from 'lit/html.js';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { day, monthAndDay } from '../internal/format.ts';
import { speaker } from '../internal/localize.ts';
import { tierMark } from '../internal/tiers.ts';
import { feelingSection } from './feeling-section.ts';
import { lifeSection } from './life-section.ts';
import type { CardContext } from './section.ts';
import { cardStyles } from './styles.ts';
import { tierSection } from './tier-section.ts';
import { todaySection } from './today-section.ts';
import { worthSection } from './worth-section.ts';

type Answers = readonly [CustomerAnswer, TiersAnswer];

/**
 * Who is in front of me: tier and why, what is missing to the next, worth, feelings, risk, likes, purchases, and what to do today.
 *
 * @element vip-customer-card
 * @attr customer - The customer's number.
 * @csspart section - Each section; also under its own name (today, tier-why, worth, feelings, life, likes, history).
 */
export class VipCustomerCard extends VipElement<Answers> {
  static override readonly attributes = ['customer'];
  static override readonly styles = [...VipElement.styles, cardStyles];

  protected override skeletonLines = 9;

  protected override paths(): readonly string[] | null {
    const customer = this.read('customer');
    return customer ? [`customers/${encodeURIComponent(customer)}`, 'tiers'] : null;
  }

  protected override draw([customer, { tiers }]: Answers): unknown {
    if (!later) void this.#fetchLater();
    const context: CardContext = { customer, tiers, language: this.language, words: this.words, say: speaker(this.words.card) };
    return html`<article part="card" aria-labelledby="name">
      ${masthead(context)}
      <div class="grid">
        ${todaySection(context, later?.todayContacts(context))}${tierSection(context, later?.tierTools(context))}${worthSection(context)}${lifeSection(context)}${feelingSection(context)}${later?.likesSection(context)}${later?.historySection(context)}
      </div>
      <footer class="small muted">${this.provenance(customer)}</footer>
    </article>`;
  }

  async #fetchLater(): Promise<void> {
    later = await import('./later-sections.ts');
    this.requestUpdate();
  }
}

let later: typeof import('./later-sections.ts') | undefined;

function masthead({ customer, tiers, language, say }: CardContext): unknown {
  const { file, tier, customerId } = customer;
  const facts = [
    file.name === null ? null : customerId,
    say('store', { id: file.storeId }),
    file.associateId === null ? null : say('associate', { id: file.associateId }),
    file.birthday === null ? null : say('birthday', { day: monthAndDay(file.birthday, language) }),
    file.phone,
  ];
  return html`<header>
    <h2 id="name">${file.name ?? say('unnamed', { id: customerId })}</h2>
    <p class="rank">${tierMark(tiers, tier.id, language, say('noTier'))} ${tier.since ? html`<span class="small muted">${say('since', { day: day(tier.since, language) })}</span>` : nothing}</p>
    <p class="who small muted">${facts.map((fact) => fact === null ? nothing : html`<span>${fact}</span>`)}</p>
  </header>`;
}
