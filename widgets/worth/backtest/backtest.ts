import { html, nothing, svg } from 'lit/html.js';
import type { Language } from '../../../functions/contract/localized.ts';
import type { ModelAnswer } from '../../../functions/contract/service-answers.ts';
import '../../core.ts';
import { dataTable } from '../../internal/data-table.ts';
import { day, number, percent, signedPercent } from '../../internal/format.ts';
import { speaker } from '../../internal/localize.ts';
import { at, swatch } from '../swatch.ts';
import { backtestPicture, type TestedClass } from './backtest.chart.ts';
import { backtestMessages } from './messages.ts';

const names = { 'bg-nbd': 'BG/NBD', 'pareto-nbd': 'Pareto/NBD' };

/** How the model did on weeks it had not seen, in words, as a drawing and as a table, and which model is in use. */
export function backtestFigure({ purchase, fittedOn, state, reason, backtest }: NonNullable<ModelAnswer['model']>, language: Language, asTable: string): unknown {
  if (!backtest || !purchase || fittedOn === null) return nothing;
  const say = speaker(backtestMessages[language]);
  const { occasions: { totalPredicted, totalActual, byFrequency }, naive, weeks, intervalLevel, spendCoverage } = backtest;
  const difference = (total: number) => (totalActual > 0 ? signedPercent(total / totalActual - 1, language) : '—');
  const { top, classes } = backtestPicture(backtest);
  const on = day(fittedOn, language);
  return html`<figure class="tested">
    <figcaption>${say('tested', {
      weeks: number(weeks, language), day: on, predicted: number(totalPredicted, language), actual: number(totalActual, language), difference: difference(totalPredicted),
      naive: number(naive.totalPredicted, language), naiveDifference: difference(naive.totalPredicted),
    })}</figcaption>
    <p class="label ends"><span>${say('each')}</span><span>${number(top, language, 1)}</span></p>
    <svg class="marks" aria-hidden="true">${classes.map(marks)}</svg>
    <p class="classes label" aria-hidden="true">${classes.map(({ label }) => html`<span>${label}</span>`)}</p>
    <p class="key label" aria-hidden="true">
      ${swatch(svg`<circle class="predicted" cx="6" cy="7" r="4.5"></circle>`, say('predicted'))}${swatch(svg`<circle class="actual" cx="6" cy="7" r="4.5"></circle>`, say('actual'))}${swatch(svg`<path class="rate" d="M0 7H12"></path>`, say('rate'))}</p>
    ${dataTable(asTable, [say('before'), say('customers'), say('predicted'), say('actual'), say('rate')], classes.map(({ label, predicted, actual, rate }, i) => [
      label, number(byFrequency[i]!.customers, language), ...[predicted, actual, rate].map(({ value }) => number(value, language, 2)),
    ]))}
    <p class="small muted">${say('inUse', { model: names[purchase.kind], day: on })}
      ${state === 'kept' ? say(reason === 'fell-behind' ? 'fellBehind' : 'notConverged') : nothing}
      ${spendCoverage === null ? nothing : say('coverage', { level: percent(intervalLevel, language, 0), held: percent(spendCoverage.held, language, 0), promised: percent(spendCoverage.promised, language, 0) })}</p></figure>`;
}

function marks({ x, predicted, actual, rate }: TestedClass): unknown {
  return svg`<line class="gap" x1=${at(x)} x2=${at(x)} y1=${at(predicted.y)} y2=${at(actual.y)}></line>
    <svg x=${at(x)} y=${at(rate.y)} overflow="visible"><path class="rate" d="M-9 0H9"></path></svg>
    <circle class="predicted" cx=${at(x)} cy=${at(predicted.y)} r="5"></circle><circle class="actual" cx=${at(x)} cy=${at(actual.y)} r="4"></circle>`;
}
