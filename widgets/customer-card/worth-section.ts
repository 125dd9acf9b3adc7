import { html, nothing } from 'lit/html.js';
import { intervalBar } from '../internal/bars.ts';
import { money, number, percent } from '../internal/format.ts';
import { section, type CardContext } from './section.ts';

export function worthSection(context: CardContext): unknown {
  return section('worth', context.say('worth'), worthFigures(context));
}

/** What the customer is worth: the prediction with its interval, whether still alive in words, and the simple value as a ceiling. */
export function worthFigures({ customer: { worth, currency }, language, say }: CardContext): unknown {
  const write = (amount: number) => money(amount, currency, language);
  const { simple, predicted } = worth;
  return html`
    ${predicted ? prediction(predicted, write) : html`<p class="muted">${say('insufficient')}</p>`}
    ${simple.value > 0 ? html`<p class="small muted">${say('simple', { value: write(simple.value), yearly: write(simple.yearlyProfit), years: number(simple.lifespanYears, language, 1) })}</p>` : nothing}`;

  function prediction({ lifetimeValue, interval: [low, high], horizonMonths, pAlive }: NonNullable<typeof predicted>, write: (amount: number) => string): unknown {
    const scale = Math.max(high, lifetimeValue) * 1.08 || 1;
    return html`
      <p><span class="figure">${write(lifetimeValue)}</span> <span class="small muted">${say('predicted', { months: horizonMonths })}</span></p>
      <div class="span">${intervalBar(low / scale, lifetimeValue / scale, high / scale)}</div>
      <p class="small muted">${say('interval', { low: write(low), high: write(high) })}</p>
      <p class="alive">${say(aliveInWords(pAlive))} <span class="muted">${percent(pAlive, language, 0)}</span></p>`;
  }
}

/** The words for a probability that somebody is still a customer. */
export function aliveInWords(pAlive: number): 'aliveMost' | 'aliveLikely' | 'aliveOpen' | 'aliveUnlikely' | 'aliveGone' {
  if (pAlive >= 0.9) return 'aliveMost';
  if (pAlive >= 0.65) return 'aliveLikely';
  if (pAlive >= 0.35) return 'aliveOpen';
  return pAlive >= 0.1 ? 'aliveUnlikely' : 'aliveGone';
}
