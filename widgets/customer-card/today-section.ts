import { html, nothing } from 'lit/html.js';
import { sayCode } from '../internal/localize.ts';
import { reachableBy } from './reachable-by.ts';
import { section, type CardContext } from './section.ts';

/** What to do about the customer today, and how she may be reached; `contacts` are those of the plan. */
export function todaySection({ customer: { file, risk }, language, words, say }: CardContext, contacts: unknown): unknown {
  const channel = (code: string) => sayCode(words.codes, code);
  const acts = risk.action !== null && risk.action !== 'none';
  const reached = reachableBy(file, risk.action);
  const never = Object.entries(file.consent).filter(([, given]) => !given).map(([code]) => channel(code));
  return section('today', say('today'), html`
    ${acts ? html`<p class="todo">${sayCode(words.codes, risk.action!)}</p>` : nothing}${contacts}
    <p class="small muted">${reached ? say('todayContact', { channel: channel(reached) }) : say('todayInShop')} ${never.length > 0 ? say('todayNever', { channels: never.join(language === 'en' ? ', ' : '、') }) : nothing}</p>`);
}
