import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { KpiAnswer } from '../../functions/contract/answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { ChartController, resolvedColour } from '../internal/chart-controller.ts';
import { dataTable } from '../internal/data-table.ts';
import { number, period } from '../internal/format.ts';
import { isComplete } from '../internal/is-complete.ts';
import { kpiValue } from '../internal/kpi-format.ts';
import { kpiPath } from '../internal/kpi-path.ts';
import { speaker } from '../internal/localize.ts';
import { css } from '../internal/reactive-element.ts';
import { trendMessages } from './messages.ts';
import { trendChart } from './trend.chart.ts';

type Answers = readonly [KpiAnswer];

/**
 * One KPI over time as a line with its interval, and as a table.
 *
 * @element vip-kpi-trend
 * @attr kpi - Id of the KPI, as in the catalogue.
 * @attr from - First business day, `YYYY-MM-DD`.
 * @attr to - Business day after the last.
 * @attr grain - day, month (the default), quarter or year.
 * @attr store - Store to show; the provider's, or all, when absent.
 * @attr tier - Only customers of this tier.
 * @cssprop --vip-chart-height - Height of the chart, 220px when absent.
 * @csspart table - The same numbers as a table.
 */
export class VipKpiTrend extends VipElement<Answers> {
  static override readonly attributes = ['kpi', 'from', 'to', 'grain', 'store', 'tier'];
  static override readonly styles = [...VipElement.styles, css`.plot { position: relative; block-size: var(--vip-chart-height, 220px); margin-block: 6px; }`];

  readonly #chart = new ChartController();
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #recolour = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#recolour);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dark.removeEventListener('change', this.#recolour);
    this.#chart.destroy();
  }

  protected override paths(): readonly string[] | null {
    const kpi = this.read('kpi');
    return kpi ? [kpiPath(kpi, { from: this.read('from'), to: this.read('to'), grain: this.read('grain', 'month'), store: this.read('store') || this.provider?.store, tier: this.read('tier') })] : null;
  }

  protected override isEmpty([{ rows }]: Answers): boolean {
    return rows.length === 0;
  }

  protected override draw([answer]: Answers): unknown {
    const { language } = this;
    const say = speaker(trendMessages[language]);
    const { kpi, rows, from, asOf, currency } = answer;
    const name = kpi.name[language];
    const write = (value: number | null | undefined) => (value === null || value === undefined ? '—' : kpiValue(value, kpi.unit, currency, language));
    const last = rows.at(-1);
    const bounded = rows.some(({ interval }) => interval);
    void this.updateComplete.then(() => requestAnimationFrame(() => this.#plot(answer)));
    return html`
      <p class="label caps">${name}</p>
      <div class="plot"><canvas role="img" aria-label=${say('picture', { name })}></canvas></div>
      ${last && !isComplete(last.period, from, asOf) ? html`<p class="small muted">${say('open', { period: period(last.period, language) })}</p>` : nothing}
      ${dataTable(this.words.states.asTable, [say('period'), name, 'n', ...(bounded ? [say('low'), say('high')] : [])], rows.map((row) => [
        period(row.period, language), write(row.value), number(row.n, language), ...(bounded ? [write(row.interval?.[0]), write(row.interval?.[1])] : []),
      ]))}`;
  }

  #plot({ rows, kpi, currency, from, asOf }: KpiAnswer): void {
    const canvas = this.shadowRoot?.querySelector('canvas');
    if (!canvas) return;
    const points = rows.map((row) => ({
      label: period(row.period, this.language), value: row.value, low: row.interval?.[0] ?? null, high: row.interval?.[1] ?? null, complete: isComplete(row.period, from, asOf),
    }));
    const line = resolvedColour(canvas, '--accent');
    const colours = {
      line, band: line.replace('rgb(', 'rgba(').replace(')', ', 0.14)'), grid: resolvedColour(canvas, '--line'), text: resolvedColour(canvas, '--muted'), font: getComputedStyle(this).fontFamily,
    };
    void this.#chart.draw(canvas, trendChart(points, colours, (value) => kpiValue(value, kpi.unit, currency, this.language, true)));
  }
}
