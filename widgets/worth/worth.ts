import { html } from 'lit/html.js';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import '../core.ts';
import { cardStyles } from '../customer-card/styles.ts';
import { worthFigures } from '../customer-card/worth-section.ts';
import { VipElement } from '../internal/base-element.ts';
import { speaker } from '../internal/localize.ts';

type Answers = readonly [CustomerAnswer, TiersAnswer];

/**
 * What one customer is worth, as on her card: the prediction with its interval, whether she is still a customer, and the ceiling for keeping her.
 *
 * @element vip-worth
 * @attr customer - The customer's number.
 */
export class VipWorth extends VipElement<Answers> {
  static override readonly attributes = ['customer'];
  static override readonly styles = [...VipElement.styles, cardStyles];

  protected override skeletonLines = 4;

  protected override paths(): readonly string[] | null {
    const customer = this.read('customer');
    return customer ? [`customers/${encodeURIComponent(customer)}`, 'tiers'] : null;
  }

  protected override draw([customer, { tiers }]: Answers): unknown {
    const { language, words } = this;
    const say = speaker(words.card);
    return html`<p class="label caps">${say('worth')}</p>${worthFigures({ customer, tiers, language, words, say })}<p class="small muted">${this.provenance(customer)}</p>`;
  }
}
