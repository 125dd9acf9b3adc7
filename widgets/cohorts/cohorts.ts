import { html } from 'lit/html.js';
import type { KpiAnswer } from '../../functions/contract/answers.ts';
import '../core.ts';
import { VipElement } from '../internal/base-element.ts';
import { number, percent, period } from '../internal/format.ts';
import { kpiPath } from '../internal/kpi-path.ts';
import { speaker } from '../internal/localize.ts';
import { css } from '../internal/reactive-element.ts';
import { heatMap } from './heat.chart.ts';
import { cohortMessages } from './messages.ts';

type Answers = readonly [KpiAnswer];

const COHORTS = 12;
const MONTHS = 12;

/**
 * Who came back: for the customers of each first month, the share who bought again in each later month. A table, warm where many did.
 *
 * @element vip-cohorts
 * @attr store - Store to show; the provider's, or all, when absent.
 * @attr tier - Only customers of this tier.
 */
export class VipCohorts extends VipElement<Answers> {
  static override readonly attributes = ['store', 'tier'];
  static override readonly styles = [...VipElement.styles, css`
    table { table-layout: fixed; min-inline-size: 620px; font-size: 0.857em; }
    caption { text-align: start; padding-block-end: 6px; color: var(--muted); }
    th, td { padding: 3px 2px; border: 0; }
    thead th:first-child { inline-size: 8em; }
    tbody th { white-space: nowrap; }
    td { text-align: center; border: 1px solid transparent; background: color-mix(in oklab, var(--tier-3) calc(var(--heat, 0) * 55%), transparent); background-clip: padding-box; }
    thead th { text-align: center; } thead th:first-child { text-align: start; }
    tbody td:nth-child(2) { text-align: end; padding-inline-end: 10px; color: var(--muted); }
  `];

  protected override skeletonLines = 8;

  protected override paths(): readonly string[] {
    return [kpiPath('cohort-retention', { store: this.read('store') || this.provider?.store, tier: this.read('tier') })];
  }

  protected override isEmpty([{ rows }]: Answers): boolean {
    return rows.length === 0;
  }

  protected override draw([{ rows }]: Answers): unknown {
    const { language } = this;
    const say = speaker(cohortMessages[language]);
    const months = Array.from({ length: MONTHS }, (_, i) => i + 1);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('title')}><table>
      <caption>${say('title')}</caption>
      <thead><tr><th scope="col">${say('first')}</th><th scope="col">${say('size')}</th>${months.map((month) => html`<th scope="col">+${month}</th>`)}</tr></thead>
      <tbody>${heatMap(rows, COHORTS, MONTHS).map(({ cohort, size, cells }) => html`<tr>
        <th scope="row">${period(cohort, language)}</th><td>${number(size, language)}</td>
        ${cells.map(({ value, heat }) => html`<td .style=${`--heat:${heat.toFixed(3)}`}>${percent(value, language, 0)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }
}
