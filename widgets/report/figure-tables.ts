import { html, nothing } from 'lit/html.js';
import type { Language } from '../../functions/contract/localized.ts';
import type { ReportAnswer, ReportFigure, ReportMeasure } from '../../functions/contract/report-answers.ts';
import { kpiChange, kpiValue } from '../internal/kpi-format.ts';
import { period } from '../internal/format.ts';
import type { Say } from '../internal/localize.ts';
import type { reportMessages } from './messages.ts';

export interface TableContext { report: ReportAnswer; language: Language; say: Say<keyof (typeof reportMessages)['en']> }
type Measured = ReportFigure['now'];

/** A table whose first column names the rows and whose others are figures. */
export function plainTable(label: string, head: readonly unknown[], rows: readonly (readonly unknown[])[]): unknown {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${label}><table>
    <thead><tr>${head.map((name, i) => html`<th scope="col" class=${i > 0 ? 'end' : nothing}>${name}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="end">${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** One line a figure: this month, last month, the same month last year, and how it changed. */
export function figureTable(context: TableContext, figures: readonly ReportFigure[]): unknown {
  const { report: { months }, language, say } = context;
  const head = [say('figure'), period(months.now, language), period(months.lastMonth, language), say('change'), period(months.lastYear, language), say('change')];
  return plainTable(say('figures'), head, figures.map((figure) => {
    const measure = measureOf(context, figure);
    return [
      html`<span title=${measure.definition[language]}>${measure.name[language]}</span>`, html`<span class="strong">${valueOf(context, figure.now, measure)}</span>`,
      valueOf(context, figure.lastMonth, measure), changeOf(context, figure, 'LastMonth', measure), valueOf(context, figure.lastYear, measure), changeOf(context, figure, 'LastYear', measure),
    ];
  }));
}

/** One line a group and one column a measure, each figure above its changes on last month and on the same month last year. */
export function groupTable(context: TableContext, heading: string, groups: readonly { name: string; figures: readonly ReportFigure[] }[]): unknown {
  const measures = [...new Set(groups.flatMap(({ figures }) => figures.map(({ measure }) => measure)))];
  return plainTable(heading, [heading, ...measures.map((id) => measureOf(context, { measure: id }).name[context.language])], groups.map(({ name, figures }) => [name, ...measures.map((id) => {
    const figure = figures.find(({ measure }) => measure === id);
    if (!figure) return '—';
    const measure = measureOf(context, figure);
    return html`${valueOf(context, figure.now, measure)}<span class="changes">${changeOf(context, figure, 'LastMonth', measure)} ${changeOf(context, figure, 'LastYear', measure)}</span>`;
  })]));
}

function measureOf({ report }: TableContext, { measure }: Pick<ReportFigure, 'measure'>): ReportMeasure {
  return report.measures.find(({ id }) => id === measure)!;
}

function valueOf({ report: { currency }, language, say }: TableContext, measured: Measured | null, { unit }: ReportMeasure): unknown {
  if (measured?.suppressed) return html`<span class="small muted">${say('hidden', { n: measured.n })}</span>`;
  return measured === null || measured.value === null ? html`<span class="muted">—</span>` : kpiValue(measured.value, unit, currency, language);
}

/** A change in the colour of what is better; in grey where chance may explain it, nothing where there is none to tell. */
function changeOf({ language }: TableContext, figure: ReportFigure, since: 'LastMonth' | 'LastYear', { unit, moreIsBetter }: ReportMeasure): unknown {
  const [before, { clear }] = since === 'LastMonth' ? [figure.lastMonth, figure.sinceLastMonth] : [figure.lastYear, figure.sinceLastYear];
  if (before === null || before.value === null || figure.now.value === null) return html`<span class="small muted">—</span>`;
  const text = kpiChange(before.value, figure.now.value, unit, language) ?? '—';
  const difference = figure.now.value - before.value;
  const colour = clear === false || difference === 0 || moreIsBetter === null ? 'muted' : difference > 0 === moreIsBetter ? 'good' : 'bad';
  return html`<span class="small ${colour}">${clear === false ? '≈ ' : ''}${text}</span>`;
}
