import { html } from 'lit/html.js';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import type { Say } from '../internal/localize.ts';
import type { CoreMessages } from '../languages/en.ts';

/** What each section of the card is drawn from. */
export interface CardContext {
  customer: CustomerAnswer;
  tiers: TiersAnswer['tiers'];
  language: Language;
  words: CoreMessages;
  say: Say<keyof CoreMessages['card']>;
}

/** A section with its heading; `name` is its part and its place in the card's grid. */
export function section(name: string, heading: string, body: unknown): unknown {
  return html`<section class=${name} part="section ${name}" aria-labelledby=${name}><h3 id=${name} class="label caps">${heading}</h3>${body}</section>`;
}
