import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
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
  static override styles = [...VipElement.styles, css`:host { display: inline-block; container-type: normal; } .quiet { padding: 0; } .skeleton { inline-size: 5em; }`];

  @property() tier = '';
  @property() customer = '';
  protected override skeletonLines = 1;

  protected override paths(): readonly string[] | null {
    if (this.customer) return ['tiers', `customers/${encodeURIComponent(this.customer)}`];
    return this.tier ? ['tiers'] : null;
  }

  protected override draw([{ tiers }, customer]: Answers): unknown {
    return html`${tierMark(tiers, customer ? customer.tier.id : this.tier, this.language, noTier[this.language].none)}`;
  }
}
