import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { CustomerList, CustomerSummary, TiersAnswer } from '../../functions/contract/answers.ts';
import { meter } from '../internal/bars.ts';
import { VipElement } from '../internal/base-element.ts';
import { day, money, percent } from '../internal/format.ts';
import { sayCode, speaker } from '../internal/localize.ts';
import { riskSentences } from '../internal/risk-sentences.ts';
import { tierMark } from '../internal/tiers.ts';
import { atRiskMessages } from './messages.ts';
import { atRiskStyles } from './styles.ts';
import { winBackSteps } from './win-back-steps.ts';

type Answers = readonly [CustomerList, TiersAnswer];

/**
 * Whom the shop is about to lose, worst first: why, what is at stake, what to spend, what to do, and winning them back step by step.
 *
 * @element vip-at-risk
 * @attr store - Store to show; the provider's, or all the reader may see, when absent.
 * @attr limit - How many customers; 10 when absent.
 * @fires vip-select - A customer was chosen; the detail is her `customerId` and `name`.
 * @csspart row - One customer.
 */
export class VipAtRisk extends VipElement<Answers> {
  static override readonly attributes = ['store', 'limit'];
  static override readonly styles = [...VipElement.styles, atRiskStyles];

  protected override skeletonLines = 8;

  protected override paths(): readonly string[] {
    const query = new URLSearchParams({ limit: this.read('limit', '10') });
    const store = this.read('store') || this.provider?.store;
    if (store) query.set('store', store);
    return [`lists/at-risk?${query.toString()}`, 'tiers'];
  }

  protected override draw([list, { tiers }]: Answers): unknown {
    const { language } = this;
    const say = speaker(atRiskMessages[language]);
    if (list.items.length === 0) return html`<p class="quiet">${say('empty')}</p>`;
    const stake = list.items.reduce((sum, { risk }) => sum + risk.valueAtRisk, 0);
    const most = Math.max(1, ...list.items.map(({ risk }) => risk.valueAtRisk));
    return html`
      <p class="label">${say('total', { shown: list.items.length, total: list.total, value: money(stake, list.currency, language, 'compact') })}</p>
      <ol aria-label=${say('title')}>${list.items.map((customer) => this.#row(customer, most, list.currency, tiers))}</ol>`;
  }

  #row({ customerId, name, tier, lastOn, lifetimeValue, pAlive, risk, winBack }: CustomerSummary, most: number, currency: string, tiers: TiersAnswer['tiers']): unknown {
    const { language, words } = this;
    const say = speaker(atRiskMessages[language]);
    const write = (amount: number) => money(amount, currency, language);
    const facts = [
      lifetimeValue === null ? null : say('worth', { value: write(lifetimeValue) }),
      pAlive === null ? null : say('alive', { share: percent(pAlive, language, 0) }),
      lastOn === null ? null : say('last', { day: day(lastOn, language) }),
    ].filter((fact) => fact !== null);
    return html`<li part="row" class=${risk.level}>
      <div class="who"><button @click=${() => this.tell('vip-select', { customerId, name })}>${name ?? say('unnamed', { id: customerId })}</button> <span class="small">${tierMark(tiers, tier, language, say('none'))}</span></div>
      <div class="stake">${risk.valueAtRisk > 0 ? html`<span class="strong">${say('stake', { value: write(risk.valueAtRisk) })}</span>${meter(risk.valueAtRisk / most)}` : nothing}</div>
      <div class="why">${riskSentences(risk, currency, language, words.risks).map((sentence) => html`<p>${sentence}</p>`)}<p class="small muted facts">${facts.join(' | ')}</p></div>
      <div class="todo">${risk.action ? html`<p>${sayCode(words.codes, risk.action)}</p>` : nothing}${risk.sensibleSpend > 0 ? html`<p class="small muted">${say('spend', { value: write(risk.sensibleSpend) })}</p>` : nothing}</div>
      ${winBack ? winBackSteps(winBack, risk, currency, language, words) : nothing}
    </li>`;
  }
}
