import { html, nothing, svg } from 'lit/html.js';
import type { KpiAnswer } from '../../functions/contract/answers.ts';
import '../core.ts';
import { VipElement } from '../internal/base-element.ts';
import { dataTable } from '../internal/data-table.ts';
import { percent } from '../internal/format.ts';
import { kpiPath } from '../internal/kpi-path.ts';
import { speaker } from '../internal/localize.ts';
import { css } from '../internal/reactive-element.ts';
import { contributionMessages } from './messages.ts';

type Answers = readonly [KpiAnswer, KpiAnswer, KpiAnswer];

const TOP = 0.2;
const KEY = 0.8;

/**
 * How much of the sales few customers make: the best 20 per cent, the customers who make 80 per cent, and members against everybody.
 *
 * @element vip-contribution
 * @attr from - First business day, `YYYY-MM-DD`.
 * @attr to - Business day after the last.
 * @attr store - Store to show; the provider's, or all, when absent.
 */
export class VipContribution extends VipElement<Answers> {
  static override readonly attributes = ['from', 'to', 'store'];
  static override readonly styles = [...VipElement.styles, css`
    .facts { display: grid; gap: 18px 40px; }
    .fact p:first-child { font-size: 1.071em; text-wrap: balance; }
    .ends { display: flex; justify-content: space-between; }
    svg { display: block; inline-size: 100%; block-size: 58px; margin-block: 4px; color: var(--tier-1); fill: currentColor; }
    .ground { fill: var(--sunken); }
    @container (inline-size > 640px) { .facts { grid-template-columns: repeat(3, 1fr); } }
  `];

  protected override paths(): readonly string[] {
    const scope = { from: this.read('from'), to: this.read('to'), store: this.read('store') || this.provider?.store };
    return ['top-share', 'key-customer-share', 'contribution-rate'].map((kpi) => kpiPath(kpi, scope));
  }

  protected override isEmpty(answers: Answers): boolean {
    return answers.every(({ rows }) => (rows.at(-1)?.value ?? null) === null);
  }

  protected override draw([top, key, members]: Answers): unknown {
    const { language } = this;
    const say = speaker(contributionMessages[language]);
    const valueOf = ({ rows }: KpiAnswer) => rows.at(-1)?.value ?? null;
    const write = (share: number | null) => (share === null ? '—' : percent(share, language));
    const fact = (name: 'top' | 'key' | 'members', answer: KpiAnswer, picture: (share: number) => unknown) => {
      const share = valueOf(answer);
      return share === null ? nothing : html`<div class="fact"><p>${say(name, { share: write(share) })}</p>${picture(share)}</div>`;
    };
    return html`<div class="facts">
      ${fact('top', top, (share) => funnel(TOP, share, say('customers'), say('sales')))}
      ${fact('key', key, (share) => funnel(share, KEY, say('customers'), say('sales')))}
      ${fact('members', members, (share) => split(share, say('memberSales'), say('rest')))}
    </div>
    ${dataTable(this.words.states.asTable, [say('figure'), say('value')], [top, key, members].map((answer) => [answer.kpi.name[language], write(valueOf(answer))]))}`;
  }
}

/** A share of the customers above, opening into their share of the sales below. */
function funnel(above: number, below: number, nameAbove: string, nameBelow: string): unknown {
  const [a, b] = [above * 100, below * 100];
  return html`<p class="label">${nameAbove}</p>${svg`<svg viewBox="0 0 100 58" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="10"></rect><rect width=${a} height="10"></rect>
    <path d="M0 10H${a}C${a} 29 ${b} 29 ${b} 48H0Z" opacity="0.2"></path>
    <rect class="ground" y="48" width="100" height="10"></rect><rect y="48" width=${b} height="10"></rect>
  </svg>`}<p class="label">${nameBelow}</p>`;
}

function split(share: number, name: string, rest: string): unknown {
  return html`<p class="label ends"><span>${name}</span><span>${rest}</span></p>${svg`<svg viewBox="0 0 100 58" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="58"></rect><rect width=${share * 100} height="58"></rect></svg>`}`;
}
