import { css } from '../internal/reactive-element.ts';

export const advisorStyles = css`
  .sum { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 14px; padding-block: 12px; border-block-start: 2px solid var(--ink); border-block-end: 1px solid var(--line); }
  .sum div { display: grid; grid-template-columns: auto 1fr; column-gap: 14px; align-items: end; }
  .sum div::before { content: attr(data-sign); grid-row: 2; font-size: 1.5em; font-weight: 300; line-height: 1.25; color: var(--muted); }
  .sum div:first-child { column-gap: 0; }
  .sum dt { grid-column: 2; line-height: 1.3; }
  .sum dd { grid-column: 2; grid-row: 2; font-size: 1.5em; font-weight: 300; line-height: 1.25; white-space: nowrap; }
  .sum div:last-child dd { color: var(--accent); font-size: 2em; line-height: 1; }
  .growth { display: grid; grid-template-columns: auto 1fr auto; gap: 0 14px; align-items: center; padding-block: 14px; }
  .growth output { min-inline-size: 3.5em; text-align: end; font-size: 1.214em; }
  input { accent-color: var(--accent); inline-size: 100%; min-block-size: 24px; }
  .compare { display: grid; gap: 2px; margin-block: 6px 10px; }
  .compare input { max-inline-size: 34em; padding: 4px 0; border: 0; border-block-end: 1px solid var(--muted); border-radius: 0; background: none; }
  .reach { display: grid; gap: 14px 40px; margin-block-end: 14px; transition: opacity 0.2s; }
  th { white-space: nowrap; }
  .waiting { opacity: 0.5; }
  .reach .interval { color: var(--tier-1); margin-block: 4px; }
  @container (inline-size > 560px) { .reach { grid-template-columns: 1fr 1fr; } }
`;
