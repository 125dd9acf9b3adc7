import { html, nothing } from 'lit/html.js';
import { day, money, number, period } from '../internal/format.ts';
import { dataTable } from '../internal/data-table.ts';
import { sparkBars } from '../internal/spark-bars.ts';
import { section, type CardContext } from './section.ts';

/** What the customer bought: the last twelve months, and the figures that describe her buying. */
export function historySection(context: CardContext): unknown {
  const { customer: { history, currency, asOf }, language, words, say } = context;
  if (history.lastOn === null) return section('history', say('history'), html`<p class="muted">${say('neverBought')}</p>`);
  const write = (amount: number) => money(amount, currency, language);
  const months = monthsUpTo(asOf, history.lastTwelveMonths.length);
  const pairs: [string, string | null][] = [
    [say('visits'), number(history.occasions, language)],
    [say('aov'), history.averageOrderValue === null ? null : write(history.averageOrderValue)],
    [say('upt'), history.unitsPerTicket === null ? null : number(history.unitsPerTicket, language, 1)],
    [say('gap'), history.daysBetween === null ? null : number(history.daysBetween, language)],
    [say('last'), day(history.lastOn, language)],
  ];
  return section('history', say('history'), html`
    <div class="past">
      <p><span class="figure">${write(history.netSpend)}</span> <span class="small muted">${say('net')}</span></p>
      <div class="spark">${sparkBars(history.lastTwelveMonths)}
        <p class="spread small muted" aria-hidden="true"><span>${period(months[0] ?? '', language)}</span><span>${period(months.at(-1) ?? '', language)}</span></p>
        ${dataTable(words.states.asTable, [say('month'), say('spent')], months.map((month, i) => [period(month, language), write(history.lastTwelveMonths[i] ?? 0)]))}
      </div>
      <dl class="pairs">${pairs.map(([name, value]) => value === null ? nothing : html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    </div>`);
}

/** The months up to the one a date lies in, oldest first, as `2026-11`. */
export function monthsUpTo(date: string, count: number): string[] {
  const last = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, i) => {
    const month = last - count + 1 + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
