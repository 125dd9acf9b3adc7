import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { KpiAnswer, KpiRow } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { number, period } from '../internal/format.ts';
import { isComplete } from '../internal/is-complete.ts';
import { kpiChange, kpiValue } from '../internal/kpi-format.ts';
import { kpiPath } from '../internal/kpi-path.ts';
import { speaker } from '../internal/localize.ts';
import { css } from '../internal/reactive-element.ts';
import { differs } from './differs.ts';
import { kpiMessages } from './messages.ts';
import { windowBefore } from './window-before.ts';

type Answers = readonly [KpiAnswer, KpiAnswer?];

/**
 * One KPI: its value, the change against the period before, its interval and sample, and its definition on demand.
 * With `from` and `to` that range against the one before; else the last period that is complete against the one before it.
 *
 * @element vip-kpi
 * @attr kpi - Id of the KPI, as in the catalogue.
 * @attr from - First business day, `YYYY-MM-DD`.
 * @attr to - Business day after the last.
 * @attr grain - day, month (the default), quarter or year; `all` for the whole time without a comparison.
 * @attr store - Store to show; the provider's, or all, when absent.
 * @attr tier - Only customers of this tier.
 * @csspart value - The figure.
 */
export class VipKpi extends VipElement<Answers> {
  static override readonly attributes = ['kpi', 'from', 'to', 'grain', 'store', 'tier'];
  static override readonly styles = [...VipElement.styles, css`
    .name { color: var(--ink); }
    .when { color: var(--muted); white-space: nowrap; }
    .figure { display: block; margin-block: 2px 3px; }
    .delta { min-block-size: 1.5em; }
    details[open] summary { margin-block-end: 4px; }
    details { margin-block-start: 2px; }
    details p { max-inline-size: 46ch; }
  `];

  protected override skeletonLines = 3;

  protected override paths(): readonly string[] | null {
    const kpi = this.read('kpi');
    if (!kpi) return null;
    const [from, to, grain] = [this.read('from'), this.read('to'), this.read('grain', 'month')];
    const scope = { store: this.read('store') || this.provider?.store, tier: this.read('tier') };
    if (from && to) return [kpiPath(kpi, { from, to, ...scope }), kpiPath(kpi, { ...windowBefore(from, to), ...scope })];
    return [kpiPath(kpi, { from, to, grain: grain === 'all' ? null : grain, ...scope })];
  }

  protected override isEmpty([{ rows }]: Answers): boolean {
    return rows.length === 0;
  }

  protected override draw([answer, before]: Answers): unknown {
    const say = speaker(kpiMessages[this.language]);
    const { kpi } = answer;
    const [current, previous] = this.#compared(answer, before);
    return html`
      <div role="group" aria-labelledby="name">
      <p class="label name" id="name">${kpi.name[this.language]} ${current ? html`<span class="when">${this.#periodOf(current, answer)}</span>` : nothing}</p>
      <p class="figure" part="value">${current && current.value !== null ? kpiValue(current.value, kpi.unit, answer.currency, this.language, true) : '—'}</p>
      <p class="small delta">${current?.suppressed ? say(current.n < 5 ? 'hidden' : 'guarded', { n: current.n }) : current?.value === null || !current ? say('none') : this.#change(current, previous, answer)}</p>
      <details><summary>${say('about')}</summary>
        <p class="small">${kpi.definition[this.language]}</p>
        ${current ? html`<p class="small muted">${this.#sample(current, answer)}</p>` : nothing}
        <p class="small muted">${this.provenance(answer)}</p>
      </details></div>`;
  }

  /** The row to show and the one to compare it with. */
  #compared(answer: KpiAnswer, before: KpiAnswer | undefined): [KpiRow | undefined, KpiRow | undefined] {
    if (before || answer.grain === null) return [answer.rows.at(-1), before?.rows.at(-1)];
    const complete = answer.rows.filter((row) => isComplete(row.period, answer.from, answer.asOf));
    return complete.length > 0 ? [complete.at(-1), complete.at(-2)] : [answer.rows.at(-1), undefined];
  }

  #periodOf(row: KpiRow, { grain }: KpiAnswer): string {
    if (grain !== null) return period(row.period, this.language);
    const [from, to] = [this.read('from'), this.read('to')];
    return from && to ? `${from} – ${to}` : speaker(kpiMessages[this.language])('all');
  }

  #change(current: KpiRow, previous: KpiRow | undefined, { kpi, grain }: KpiAnswer): unknown {
    if (!previous || previous.value === null || current.value === null) return nothing;
    const say = speaker(kpiMessages[this.language]);
    const before = grain === null ? say('previous') : period(previous.period, this.language);
    if (!differs(previous, current)) return html`<span class="muted">${say('noChange', { period: before })}</span>`;
    const change = kpiChange(previous.value, current.value, kpi.unit, this.language);
    if (change === null || current.value === previous.value) return html`<span class="muted">${say('same', { period: before })}</span>`;
    const up = current.value > previous.value;
    const colour = kpi.moreIsBetter === null ? '' : up === kpi.moreIsBetter ? 'good' : 'bad';
    return html`<span class=${colour}><span aria-hidden="true">${up ? '▲' : '▼'}</span> ${say('against', { change, period: before })}</span>`;
  }

  #sample({ n, interval }: KpiRow, { kpi, currency }: KpiAnswer): string {
    const say = speaker(kpiMessages[this.language]);
    const write = (value: number) => kpiValue(value, kpi.unit, currency, this.language);
    const count = say('count', { n: number(n, this.language) });
    return interval ? `${count} | ${say('range', { low: write(interval[0]), high: write(interval[1]) })}` : count;
  }
}
