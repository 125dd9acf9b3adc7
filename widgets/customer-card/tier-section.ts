import { html, nothing } from 'lit/html.js';
import type { CustomerAnswer } from '../../functions/contract/answers.ts';
import { meter } from '../internal/bars.ts';
import { day, money, number } from '../internal/format.ts';
import { sayCode } from '../internal/localize.ts';
import { tierColour, tierName } from '../internal/tiers.ts';
import { section, type CardContext } from './section.ts';

type Standing = CustomerAnswer['tier'];
const inMoney = new Set(['net-spend', 'gross-margin', 'top-percent']);

/** Why the customer holds the tier, criterion by criterion, and what would lift or keep it. */
export function tierSection(context: CardContext, tools: unknown): unknown {
  const { customer: { tier }, tiers, say } = context;
  return section('tier-why', say('tier'), html`
    ${tier.override ? html`<p class="warn">${say('override', { author: tier.override.author, day: day(tier.override.expiresOn, context.language), reason: tier.override.reason })}</p>` : nothing}
    <ul class="reasons">${tier.reason.map((reason) => criterion(reason, context))}</ul>
    <div class="wanted">
      ${tier.keep ? missing(say('keep', { tier: tierName(tiers, tier.keep.tier, context.language) }), tier.keep, context, 'warn') : tier.id === null || tier.override ? nothing : html`<p class="small muted">${say('kept')}</p>`}
      ${tier.next ? missing(say('next', { tier: tierName(tiers, tier.next.tier, context.language) }), tier.next, context, `tier-${tierColour(tiers, tier.next.tier)}`) : tier.id !== null && tierColour(tiers, tier.id) === 1 ? html`<p class="small muted">${say('top')}</p>` : nothing}
    </div>${tools}`);
}

function criterion({ criterion: code, percent = 0, window, value, threshold, met, facts }: Standing['reason'][number], context: CardContext): unknown {
  const { customer: { currency }, language, words, say } = context;
  const write = (n: number) => amount(code, n, currency, language);
  return html`<li class=${met ? 'met' : 'unmet'}>
    <div class="spread"><span>${sayCode(words.criteria, code, { percent })}</span>
      <span><span class="strong">${write(value)}</span><span class="muted"> / ${write(threshold)}</span><span class="hidden-visually"> ${say(met ? 'met' : 'notMet')}</span></span></div>
    ${threshold > 0 ? meter(value / threshold) : nothing}
    <p class="small muted">${day(window.from, language)} – ${day(window.to, language)}${facts.length > 0 ? html` | ${say('sales', { n: facts.length })}` : nothing}</p>
  </li>`;
}

function missing(lead: string, { missing: list }: NonNullable<Standing['next']>, { customer: { currency }, language, words, say }: CardContext, colour: string): unknown {
  return html`<dl class="${colour} edge"><dt>${lead}</dt>${list.map(({ criterion: code, amount: n, by }) => html`<dd>${sayCode(words.criteria, `${code}-missing`, { n: wanted(code, n, currency, language) })}${by
    ? html`<span class="muted"> | ${say('by', { day: day(by, language) })}</span>` : nothing}</dd>`)}</dl>`;
}

function amount(code: string, value: number, currency: string, language: CardContext['language']): string {
  if (inMoney.has(code)) return money(value, currency, language);
  return code === 'satisfaction' ? `${number(value, language, 1)}%` : number(value, language, 1);
}

/** What is missing is exact to the minor unit: one less would not do. */
function wanted(code: string, value: number, currency: string, language: CardContext['language']): string {
  return inMoney.has(code) ? money(value, currency, language, 'exact') : amount(code, value, currency, language);
}
