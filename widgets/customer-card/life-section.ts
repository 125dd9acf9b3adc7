import { html, nothing } from 'lit/html.js';
import { day, money } from '../internal/format.ts';
import { sayCode } from '../internal/localize.ts';
import { riskSentences } from '../internal/risk-sentences.ts';
import { section, type CardContext } from './section.ts';

const levels = { none: ['riskNone', 'good'], watch: ['riskWatch', 'warn'], high: ['riskHigh', 'bad'] } as const;

/** Where the customer stands in her life with the chain, and every warning with its reason. */
export function lifeSection({ customer, language, words, say }: CardContext): unknown {
  const { lifecycle, risk, rfm, currency } = customer;
  const [word, colour] = levels[risk.level];
  const write = (amount: number) => money(amount, currency, language);
  return section('life', say('life'), html`
    <p class="headline">${sayCode(words.codes, lifecycle.stage)} <span class="small muted">${say('since', { day: day(lifecycle.since, language) })}</span></p>
    <p><span class=${colour}>${say(word)}</span>${risk.level !== 'none' && risk.valueAtRisk > 0 ? html` | ${say('atRisk', { value: write(risk.valueAtRisk) })}` : nothing}</p>
    <ul class="why">${riskSentences(risk, currency, language, words.risks).map((sentence) => html`<li>${sentence}</li>`)}</ul>
    ${risk.sensibleSpend > 0 && risk.level !== 'none' ? html`<p class="small muted">${say('spend', { spend: write(risk.sensibleSpend) })}</p>` : nothing}
    ${rfm ? html`<p class="small muted rfm"><abbr title="recency">R</abbr>${rfm.recency} <abbr title="frequency">F</abbr>${rfm.frequency} <abbr title="monetary">M</abbr>${rfm.monetary}</p>` : nothing}`);
}
