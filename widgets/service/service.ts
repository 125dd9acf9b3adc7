import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { KpiAnswer, KpiRow, TiersAnswer } from '../../functions/contract/answers.ts';
import { intervalBar } from '../internal/bars.ts';
import { VipElement } from '../internal/base-element.ts';
import { number } from '../internal/format.ts';
import { kpiValue } from '../internal/kpi-format.ts';
import { kpiPath } from '../internal/kpi-path.ts';
import { speaker } from '../internal/localize.ts';
import { fromTheTop, tierMark } from '../internal/tiers.ts';
import { serviceMessages } from './messages.ts';
import { serviceStyles } from './styles.ts';

const byTier = ['first-reply', 'resolution-time', 'sla-attainment'] as const;
const alone = ['open-complaints', 'overdue-complaints', 'complaint-rate', 'complaint-resolved-rate', 'complaint-reopen-rate', 'repurchase-after-complaint'] as const;
type Answers = readonly [TiersAnswer, ...KpiAnswer[]];
type Promised = TiersAnswer['tiers'][number]['promised'];

/** Cases from which a figure may be coloured. */
const fullFrom = 30;
const rules = ['stay', 'cost', 'silent', 'word'] as const;

/**
 * How well the chain serves those who complain: times against what each tier is promised, promises kept, what is open and overdue,
 * and who bought again; rules of thumb stand beside the chain's own figure and are called that.
 *
 * @element vip-service
 * @attr from - First business day, `YYYY-MM-DD`.
 * @attr to - Business day after the last.
 * @attr store - Store to show; the provider's, or all, when absent.
 */
export class VipService extends VipElement<Answers> {
  static override readonly attributes = ['from', 'to', 'store'];
  static override readonly styles = [...VipElement.styles, serviceStyles];

  protected override paths(): readonly string[] {
    const scope = { from: this.read('from'), to: this.read('to'), store: this.read('store') || this.provider?.store };
    return ['tiers', ...byTier.flatMap((kpi) => [kpiPath(kpi, scope), kpiPath(kpi, { ...scope, by: 'tier' })]), ...alone.map((kpi) => kpiPath(kpi, scope))];
  }

  protected override draw([{ tiers }, ...answers]: Answers): unknown {
    const { language } = this;
    const say = speaker(serviceMessages[language]);
    const [reply, replyBy, resolution, resolutionBy, kept, keptBy, open, overdue, ...rates] = answers;
    const row = (answer: KpiAnswer | undefined, tier: string | null) => answer?.rows.find((each) => tier === null || each.tier === tier) ?? unasked;
    const line = (mark: unknown, tier: string | null, promised: Promised) => html`<tr><th scope="row">${mark}</th>
      ${this.#time(row(tier === null ? reply : replyBy, tier), promised?.replyHours)}${this.#time(row(tier === null ? resolution : resolutionBy, tier), promised?.resolveHours)}
      ${this.#kept(row(tier === null ? kept : keptBy, tier), kept!)}</tr>`;
    return html`
      <dl class="facts">
        <div><dt>${say('open')}</dt><dd>${number(row(open, null).value ?? 0, language)}${this.#overdue(row(overdue, null))}</dd></div>
        ${rates.map((answer) => html`<div><dt>${answer.kpi.name[language]}</dt><dd>${this.#figure(answer)}</dd></div>`)}
      </dl>
      <div class="scroll" tabindex="0" role="group" aria-label=${say('kept')}><table part="table">
        <thead><tr>${[say('tier'), say('reply'), say('resolution'), say('kept')].map((name, at) => html`<th scope="col" class=${at > 0 ? 'end' : ''}>${name}</th>`)}</tr></thead>
        <tbody>${line(html`<span class="strong">${say('all')}</span>`, null, undefined)}${fromTheTop(tiers).map(({ id, promised }) => line(tierMark(tiers, id, language, ''), id, promised))}</tbody>
      </table></div>
      <p class="small muted">${say('explain')}</p>
      <details><summary>${say('rules')}</summary><table>
        <thead><tr><th scope="col">${say('rule')}</th><th scope="col" class="end">${say('measured')}</th></tr></thead>
        <tbody>${rules.map((rule) => html`<tr><td class="text">${say(rule)}</td><td class="end">${rule === 'stay' ? this.#figure(rates.at(-1)!) : say('unmeasured')}</td></tr>`)}</tbody>
      </table></details>`;
  }

  #time({ value, n }: KpiRow, promised: number | undefined): unknown {
    const say = speaker(serviceMessages[this.language]);
    const late = value !== null && promised !== undefined && n >= fullFrom && value > promised;
    const hours = (time: number) => number(time, this.language, time < 10 ? 1 : 0);
    return html`<td class="end">${value === null ? '—' : html`<span class=${late ? 'late' : ''}>${say('of', { value: say('hours', { n: hours(value) }), n: number(n, this.language) })}</span>`}
      ${promised === undefined ? nothing : html`<span class="target small muted">${say('promised', { n: hours(promised) })}</span>`}</td>`;
  }

  #kept(row: KpiRow, { kpi, currency }: KpiAnswer): unknown {
    const say = speaker(serviceMessages[this.language]);
    if (row.value === null) return html`<td class="end muted">${say('none')}</td>`;
    const [low, high] = row.interval ?? [row.value, row.value];
    const write = (value: number) => kpiValue(value, kpi.unit, currency, this.language);
    const full = row.n >= fullFrom;
    return html`<td class="end kept ${full ? 'full' : ''}" title=${say('range', { low: write(low), high: write(high) })}>${intervalBar(low, row.value, high)}
      <span>${say('of', { value: write(row.value), n: number(row.n, this.language) })}${full ? nothing : html`<span class="hidden-visually">, ${say('few')}</span>`}</span></td>`;
  }

  #overdue({ value }: KpiRow): unknown {
    return value ? html` <span class="small late">${speaker(serviceMessages[this.language])('overdue')} ${number(value, this.language)}</span>` : nothing;
  }

  #figure({ kpi, rows, currency }: KpiAnswer): unknown {
    const { value, n, interval } = rows.at(-1) ?? unasked;
    const say = speaker(serviceMessages[this.language]);
    if (value === null) return html`<span class="muted">—</span>`;
    const write = (figure: number) => kpiValue(figure, kpi.unit, currency, this.language);
    return html`${say('of', { value: write(value), n: number(n, this.language) })}${interval ? html` <span class="small muted">${say('range', { low: write(interval[0]), high: write(interval[1]) })}</span>` : nothing}`;
  }
}

const unasked: KpiRow = { period: '', value: null, n: 0 };
