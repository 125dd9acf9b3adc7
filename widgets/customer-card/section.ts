import { html } from 'lit';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import type { Say } from '../internal/localize.ts';
import type { cardMessages } from './messages.ts';

/** What each section of the card is drawn from. */
export interface CardContext {
  customer: CustomerAnswer;
  tiers: TiersAnswer['tiers'];
  language: Language;
  say: Say<keyof typeof cardMessages['en']>;
}

/** A section with its heading; `name` is its part and its place in the card's grid. */
export function section(name: string, heading: string, body: unknown): unknown {
  return html`<section class=${name} part="section ${name}" aria-labelledby=${name}><h3 id=${name} class="label caps">${heading}</h3>${body}</section>`;
}
