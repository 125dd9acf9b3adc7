import { css } from '../internal/reactive-element.ts';

export const pyramidStyles = css`
  .headline { font-size: 1.214em; line-height: 1.4; text-wrap: balance; margin-block-end: 10px; }
  [part='picture'] { display: block; max-inline-size: 100%; overflow: visible; }
  text { fill: var(--ink); font-size: 12px; }
  .name { font-size: 14px; font-weight: 600; }
  .head, .faint { fill: var(--muted); }
  .rung { fill: currentColor; transition: opacity 0.2s; }
  .band { opacity: 0.2; }
  .leader { fill: none; stroke: var(--muted); stroke-width: 0.75; opacity: 0.6; }
  [part='picture']:hover .rung:not(:hover) { opacity: 0.3; }
`;
