import '../core.ts';
import { html, nothing } from 'lit/html.js';
import { meter } from '../internal/bars.ts';
import { number, percent } from '../internal/format.ts';
import { section, type CardContext } from './section.ts';

const SHOWN_FAVOURITES = 4;

/** What the customer likes: by what was bought, and by what was told. */
export function likesSection({ customer: { file }, language, say }: CardContext): unknown {
  const favourites = file.favourites.slice(0, SHOWN_FAVOURITES);
  const most = Math.max(1, ...favourites.map(({ units }) => units));
  const told = Object.values(file.soft).filter(Boolean);
  return section('likes', say('likes'), html`
    ${favourites.length + told.length === 0 ? html`<p class="muted">${say('noLikes')}</p>` : nothing}
    <ul class="favourites">${favourites.map(({ category, units }) => html`<li><span>${category}</span>${meter(units / most)}<span class="small muted end">${say('units', { n: number(units, language) })}</span></li>`)}</ul>
    ${told.length > 0 ? html`<p class="told">${told.map((text) => html`<span>${text}</span>`)}</p>` : nothing}
    <p class="small muted">${[file.size ? say('size', { size: file.size }) : null, say('complete', { share: percent(file.completeness, language, 0) })].filter(Boolean).join(' | ')}</p>`);
}
