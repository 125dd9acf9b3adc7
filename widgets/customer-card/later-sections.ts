import { define } from '../core.ts';
import { html } from 'lit/html.js';
import { want } from '../internal/define-lazily.ts';
import type { CardContext } from './section.ts';

/** The sections that are drawn after the rest of the card, because a page need not wait for them. */
export { historySection } from './history-section.ts';
export { likesSection } from './likes-section.ts';

let tools: Promise<void> | undefined;

/** What can be done about the tier, below its reasons; its element is fetched by itself. */
export function tierTools({ customer: { customerId } }: CardContext): unknown {
  tools ??= import('./tier-tools/tier-tools.ts').then(({ VipTierTools }) => define('vip-tier-tools', VipTierTools));
  return html`<vip-tier-tools customer=${customerId}></vip-tier-tools>`;
}

/** What the plan says is to be done for her today; its element is fetched by itself. */
export function todayContacts({ customer: { customerId } }: CardContext): unknown {
  want('vip-contacts');
  return html`<vip-contacts customer=${customerId}></vip-contacts>`;
}
