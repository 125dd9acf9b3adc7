import { html, nothing } from 'lit/html.js';
import { meter } from '../internal/bars.ts';
import type { CustomerAnswer } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import { day, number, percent } from '../internal/format.ts';
import { sayCode, speaker } from '../internal/localize.ts';
import { likesMessages } from './messages.ts';
import { section, type CardContext } from './section.ts';

const SHOWN_FAVOURITES = 4;

/** What the customer likes: what to talk about and why, what was bought, and what was told. */
export function likesSection({ customer: { file, recommendations = [] }, language, say }: CardContext): unknown {
  const favourites = file.favourites.slice(0, SHOWN_FAVOURITES);
  const most = Math.max(1, ...favourites.map(({ units }) => units));
  const words = speaker(likesMessages[language]);
  const told = Object.values(file.soft).filter(Boolean);
  return section('likes', say('likes'), html`
    ${favourites.length + told.length === 0 ? html`<p class="muted">${say('noLikes')}</p>` : nothing}
    ${recommendations.length > 0 ? html`<p class="label">${words('talk')}</p><ul class="talk">${recommendations.map(({ category, reason }) => html`<li><span class="strong">${category}</span> <span class="small muted">${reasonFor(reason, language)}</span></li>`)}</ul>` : nothing}
    <ul class="favourites">${favourites.map(({ category, units }) => html`<li><span>${category}</span>${meter(units / most)}<span class="small muted end">${say('units', { n: number(units, language) })}</span></li>`)}</ul>
    ${told.length > 0 ? html`<p class="told">${told.map((text) => html`<span>${text}</span>`)}</p>` : nothing}
    <p class="small muted">${[file.size ? say('size', { size: file.size }) : null, say('complete', { share: percent(file.completeness, language, 0) })].filter(Boolean).join(' | ')}</p>`);
}

type Reason = NonNullable<CustomerAnswer['recommendations']>[number]['reason'];

/** Why something is worth talking about, in the reader's words. */
function reasonFor({ code, ...values }: Reason, language: Language): string {
  const { times, lastOn, ...rest } = values as Record<string, string | number>;
  const known = lastOn === undefined ? rest : { ...rest, times: number(Number(times), language), lastOn: day(String(lastOn), language) };
  return sayCode(likesMessages[language], times === 1 ? `${code}-once` : code, known);
}
