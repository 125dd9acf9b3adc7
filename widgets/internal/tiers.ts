import { html, svg } from 'lit/html.js';
import type { Tier } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';

const COLOURS = 5;

/** Tiers from the highest to the lowest. */
export function fromTheTop<T extends Tier>(tiers: readonly T[]): T[] {
  return tiers.toSorted((a, b) => b.rank - a.rank);
}

/** Number of the theme's tier colour, 1 for the highest tier. */
export function tierColour(tiers: readonly Tier[], id: string): number {
  const place = fromTheTop(tiers).findIndex((tier) => tier.id === id);
  return place < 0 ? COLOURS : Math.min(place + 1, COLOURS);
}

/** A tier's name in one language; its id when the policy in force no longer has it. */
export function tierName(tiers: readonly Tier[], id: string, language: Language): string {
  return tiers.find((tier) => tier.id === id)?.name[language] ?? id;
}

/** A tier as a small pyramid, filled up to the tier's height so that it reads without colour, and its name. */
export function tierMark(tiers: readonly Tier[], id: string | null, language: Language, none: string): unknown {
  if (id === null) return html`<span class="tier muted">${none}</span>`;
  const place = fromTheTop(tiers).findIndex((tier) => tier.id === id);
  return html`<span class="tier" part="tier"><svg class="tier-${tierColour(tiers, id)}" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">${tiers.map((_, i) => {
    const [top, base] = [i / tiers.length, (i + 1) / tiers.length];
    return svg`<path d=${slicePath(top, base)} opacity=${i >= place ? 1 : 0.22}></path>`;
  })}</svg>${tierName(tiers, id, language)}</span>`;
}

/** One slice of a 14 × 12 pyramid between two heights, 0 at the tip. */
function slicePath(top: number, base: number): string {
  const from = top === 0 ? 0 : top * 12 + 0.6;
  const to = base * 12;
  const half = (y: number) => (y / 12) * 7;
  return `M${7 - half(from)} ${from}L${7 + half(from)} ${from}L${7 + half(to)} ${to}L${7 - half(to)} ${to}Z`;
}
