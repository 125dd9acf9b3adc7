import '../core.ts';
import { html } from 'lit/html.js';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { css } from '../internal/reactive-element.ts';
import { tierMark } from '../internal/tiers.ts';
import { noTier } from './messages.ts';

type Answers = readonly [TiersAnswer, CustomerAnswer?];

/**
 * A tier as a mark and a word, to stand in a line of text.
 *
 * @element vip-tier-badge
 * @attr tier - Id of the tier to show.
 * @attr customer - Number of the customer whose tier to show, instead of `tier`.
 * @csspart tier - The mark and the word.
 */
export class VipTierBadge extends VipElement<Answers> {
  static override readonly attributes = ['tier', 'customer'];
  static override readonly styles = [...VipElement.styles, css`:host { display: inline-block; container-type: normal; } .quiet { padding: 0; } .skeleton { inline-size: 5em; }`];

  protected override skeletonLines = 1;

  protected override paths(): readonly string[] | null {
    const customer = this.read('customer');
    if (customer) return ['tiers', `customers/${encodeURIComponent(customer)}`];
    return this.read('tier') ? ['tiers'] : null;
  }

  protected override draw([{ tiers }, customer]: Answers): unknown {
    return html`${tierMark(tiers, customer ? customer.tier.id : this.read('tier'), this.language, noTier[this.language].none)}`;
  }
}
