import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { ReportAnswer } from '../../functions/contract/report-answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { day, period } from '../internal/format.ts';
import { speaker } from '../internal/localize.ts';
import { figureTable, type TableContext } from './figure-tables.ts';
import { reportMessages } from './messages.ts';
import { reportStyles } from './styles.ts';

type Answers = readonly [ReportAnswer];

/**
 * The monthly VIP report of the chain, a store or an associate, beside last month and the same month last year. It prints on A4.
 *
 * @element vip-report
 * @attr month - The month, `2026-10`; the latest that is over when absent.
 * @attr store - Store to report about; the provider's, or all the reader may see, when absent.
 * @attr associate - Associate to report about.
 * @csspart section - Each part of the report.
 */
export class VipReport extends VipElement<Answers> {
  static override readonly attributes = ['month', 'store', 'associate'];
  static override readonly styles = [...VipElement.styles, reportStyles];

  protected override skeletonLines = 14;

  protected override paths(): readonly string[] {
    const asked = { month: this.read('month'), store: this.read('store') || this.provider?.store, associate: this.read('associate') };
    const query = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])));
    return [`reports/monthly?${query.toString()}`];
  }

  protected override draw([report]: Answers): unknown {
    if (!later) void this.#fetchLater();
    const { language } = this;
    const say = speaker(reportMessages[language]);
    const { months, store, associate, through } = report;
    const context: TableContext = { report, language, say };
    const about = [store === null ? say('chain') : say('store', { id: store }), associate === null ? null : say('associate', { id: associate })].filter(Boolean).join(' | ');
    return html`<article aria-labelledby="title">
      <header><h2 id="title">${say('title', { month: period(months.now, language) })}</h2><p class="muted">${about}</p>
        <button class="link print" @click=${() => print()}>${say('print')}</button></header>
      ${through.endsWith(lastDay(months.now)) ? nothing : html`<p class="note">${say('running', { day: day(through, language) })}</p>`}
      <section part="section"><h3 class="label caps">${say('figures')}</h3>${figureTable(context, report.figures)}</section>
      ${later?.parts(context)}
      <footer class="small muted"><p>${say('explain')}</p><p>${this.provenance(report)}</p></footer>
    </article>`;
  }

  async #fetchLater(): Promise<void> {
    later = await import('./parts/parts.ts');
    this.requestUpdate();
  }
}

let later: typeof import('./parts/parts.ts') | undefined;

/** The last date of a month `2026-10`, as `31`. */
function lastDay(month: string): string {
  return String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());
}
