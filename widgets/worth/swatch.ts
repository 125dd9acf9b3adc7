import { html } from 'lit/html.js';

/** An entry of a drawing's key: the mark, given as SVG in a box of 12 by 14, and its name. */
export function swatch(mark: unknown, name: string): unknown {
  return html`<span><svg width="12" height="14">${mark}</svg>${name}</span>`;
}

/** A share of 0–1 as SVG and CSS write it. */
export const at = (share: number) => `${Math.round(share * 10_000) / 100}%`;
