import '../core.ts';
import { html, nothing, svg } from 'lit/html.js';
import type { TiersAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { dataTable } from '../internal/data-table.ts';
import { money, number, percent } from '../internal/format.ts';
import { speaker } from '../internal/localize.ts';
import { fromTheTop, tierColour } from '../internal/tiers.ts';
import { pyramidMessages } from './messages.ts';
import { pyramidPicture, type PyramidSlice } from './pyramid.chart.ts';
import { pyramidStyles } from './styles.ts';

type Answers = readonly [TiersAnswer];
type Rung = TiersAnswer['tiers'][number];

/**
 * The customers as a pyramid of tiers whose areas are their numbers, each tier joined to its share of the sales.
 *
 * @element vip-tier-pyramid
 * @attr store - Store to show; the provider's, or all, when absent.
 * @csspart picture - The drawing.
 * @csspart table - The same numbers as a table.
 */
export class VipTierPyramid extends VipElement<Answers> {
  static override readonly attributes = ['store'];
  static override readonly styles = [...VipElement.styles, pyramidStyles];

  #width = 560;
  readonly #resized = new ResizeObserver(([entry]) => {
    this.#width = Math.round(entry?.contentRect.width ?? this.#width);
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override paths(): readonly string[] {
    const store = this.read('store') || this.provider?.store;
    return [store ? `tiers?store=${encodeURIComponent(store)}` : 'tiers'];
  }

  protected override isEmpty([{ tiers }]: Answers): boolean {
    return tiers.every(({ customers }) => customers === 0);
  }

  protected override draw([answer]: Answers): unknown {
    const { language } = this;
    const say = speaker(pyramidMessages[language]);
    const tiers = fromTheTop(answer.tiers);
    const share = (value: number) => percent(value, language);
    const best = tiers.find(({ customers }) => customers > 0);
    const picture = pyramidPicture(tiers.map((tier) => ({ share: tier.share, sales: tier.netSpendShare })), this.#width);
    const rows = tiers.map((tier) => [
      tier.name[language], number(tier.customers, language), share(tier.share), money(tier.netSpend, answer.currency, language),
      share(tier.netSpendShare), number(tier.entered, language), number(tier.left, language),
    ]);
    return html`
      ${best ? html`<p class="headline">${say('headline', { tier: best.name[language], share: share(best.share), sales: share(best.netSpendShare) })}</p>` : nothing}
      <svg part="picture" role="img" aria-label=${say('picture')} viewBox="0 -26 ${this.#width} ${picture.height + 28}" width=${this.#width} height=${picture.height + 28}>
        <text class="head" y="-14">${say('customers')}</text>
        <text class="head" x=${this.#width} y="-14" text-anchor="end">${say('sales')}</text>
        ${picture.slices.map((slice, i) => this.#tier(tiers[i]!, slice, picture.columnX, picture.columnWidth, picture.labelEnd, answer))}
      </svg>
      ${answer.without > 0 ? html`<p class="small muted">${say('without', { n: number(answer.without, language) })}</p>` : nothing}
      ${dataTable(this.words.states.asTable, [say('tier'), say('customers'), say('share'), say('netSpend'), say('salesShare'), say('entered'), say('left')], rows)}`;
  }

  #tier(tier: Rung, { slice, band, column, anchor, labelY, salesLabelY }: PyramidSlice, columnX: number, columnWidth: number, labelEnd: number, answer: TiersAnswer): unknown {
    const { language } = this;
    const say = speaker(pyramidMessages[language]);
    const share = (value: number) => percent(value, language);
    return svg`<g class="rung tier-${tierColour(answer.tiers, tier.id)}">
      <path class="band" d=${band}></path><path class="slice" d=${slice}></path>
      <rect class="slice" x=${columnX} y=${column.y} width=${columnWidth} height=${column.height}></rect>
      <path class="leader" d="M${labelEnd - 6} ${labelY - 8}H${labelEnd}L${anchor.x - 3} ${anchor.y}"></path>
      <text y=${labelY - 4} class="name">${tier.name[language]}</text>
      <text y=${labelY + 11}>${say('people', { n: number(tier.customers, language), share: share(tier.share) })}</text>
      ${tier.entered + tier.left > 0 ? svg`<text y=${labelY + 25} class="faint">${say('moved', { entered: number(tier.entered, language), left: number(tier.left, language) })}</text>` : nothing}
      <text x=${this.#width} y=${salesLabelY - 2} text-anchor="end" class="name">${share(tier.netSpendShare)}</text>
      <text x=${this.#width} y=${salesLabelY + 13} text-anchor="end">${money(tier.netSpend, answer.currency, language, 'compact')}</text>
    </g>`;
  }
}
