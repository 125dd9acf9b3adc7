import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { KpiAnswer, KpiRow, TiersAnswer } from '../../functions/contract/answers.ts';
import { intervalBar } from '../internal/bars.ts';
import { VipElement } from '../internal/base-element.ts';
import { dataTable } from '../internal/data-table.ts';
import { number } from '../internal/format.ts';
import { kpiValue } from '../internal/kpi-format.ts';
import { kpiPath } from '../internal/kpi-path.ts';
import { speaker } from '../internal/localize.ts';
import { fromTheTop, tierMark } from '../internal/tiers.ts';
import { satisfactionMessages } from './messages.ts';
import { sampleAllows, shownFrom } from './sample.ts';
import { satisfactionStyles } from './styles.ts';

type Answers = readonly [KpiAnswer, KpiAnswer, KpiAnswer, KpiAnswer, TiersAnswer];

/** Where each score's scale begins and ends. */
const scales: Record<string, readonly [number, number]> = { csat: [0, 1], nps: [-100, 100] };

/**
 * How customers feel, as a whole and by tier: CSAT and NPS with their intervals, and no more said than the number of answers allows.
 *
 * @element vip-satisfaction
 * @attr from - First business day, `YYYY-MM-DD`.
 * @attr to - Business day after the last.
 * @attr store - Store to show; the provider's, or all, when absent.
 */
export class VipSatisfaction extends VipElement<Answers> {
  static override readonly attributes = ['from', 'to', 'store'];
  static override readonly styles = [...VipElement.styles, satisfactionStyles];

  protected override paths(): readonly string[] {
    const scope = { from: this.read('from'), to: this.read('to'), store: this.read('store') || this.provider?.store };
    return [...['csat', 'nps'].flatMap((kpi) => [kpiPath(kpi, scope), kpiPath(kpi, { ...scope, by: 'tier' })]), 'tiers'];
  }

  protected override draw([csat, csatByTier, nps, npsByTier, { tiers }]: Answers): unknown {
    const say = speaker(satisfactionMessages[this.language]);
    return html`<div class="scores">${this.#score(csat, csatByTier, tiers)}${this.#score(nps, npsByTier, tiers)}</div>
      <p class="small muted">${say('explain')}</p>`;
  }

  #score(all: KpiAnswer, byTier: KpiAnswer, tiers: TiersAnswer['tiers']): unknown {
    const { language } = this;
    const say = speaker(satisfactionMessages[language]);
    const rows = fromTheTop(tiers).map((tier) => ({
      name: tier.name[language], mark: tierMark(tiers, tier.id, language, ''), row: byTier.rows.find((row) => row.tier === tier.id) ?? unanswered,
    }));
    const whole = { name: say('all'), mark: html`<span class="strong">${say('all')}</span>`, row: all.rows.at(-1) ?? unanswered };
    const unit = all.kpi.unit;
    return html`<section aria-labelledby=${all.kpi.id}>
      <p id=${all.kpi.id} class="label caps">${all.kpi.name[language]}</p>
      <ul>${[whole, ...rows].map(({ mark, row }) => html`<li>${mark}${this.#measure(row, all)}</li>`)}</ul>
      ${dataTable(this.words.states.asTable, [say('group'), say('score'), say('interval'), 'n'], [whole, ...rows].map(({ name, row }) => {
        const shows = sampleAllows(row.n, row.suppressed ?? false);
        const known = row.value !== null && (shows === 'interval' || shows === 'full');
        return [name, known ? kpiValue(row.value!, unit, all.currency, language) : '—', known ? this.#range(row, all) : '—', number(row.n, language)];
      }))}
    </section>`;
  }

  #measure(row: KpiRow, { kpi, currency }: KpiAnswer): unknown {
    const say = speaker(satisfactionMessages[this.language]);
    const shows = sampleAllows(row.n, row.suppressed ?? false);
    if (shows === 'none' || row.value === null && shows !== 'count') return html`<span class="unsaid muted">${say('none')}</span>`;
    if (shows === 'count' || row.value === null) return html`<span class="unsaid muted">${say(row.n < shownFrom ? 'hidden' : 'guarded', { n: number(row.n, this.language) })}</span>`;
    const [from, to] = scales[kpi.id] ?? [0, 1];
    const place = (value: number) => (value - from) / (to - from);
    const [low, high] = row.interval ?? [row.value, row.value];
    return html`<span class="bar ${shows === 'full' ? 'full' : ''}" title=${this.#range(row, { kpi, currency })}>${intervalBar(place(low), place(row.value), place(high))}</span>
      <span class="value">${kpiValue(row.value, kpi.unit, currency, this.language)}</span>
      <span class="small muted n">${say('answers', { n: number(row.n, this.language) })}${shows === 'interval' ? html`<span class="hidden-visually">, ${say('few')}</span>` : nothing}</span>`;
  }

  #range({ interval }: KpiRow, { kpi, currency }: Pick<KpiAnswer, 'kpi' | 'currency'>): string {
    if (!interval) return '—';
    const write = (value: number) => kpiValue(value, kpi.unit, currency, this.language);
    return speaker(satisfactionMessages[this.language])('range', { low: write(interval[0]), high: write(interval[1]) });
  }
}

const unanswered: KpiRow = { period: '', value: null, n: 0 };
