import { css } from '../internal/reactive-element.ts';

export const worthStyles = css`
  .headline { font-size: 1.214em; line-height: 1.4; text-wrap: balance; margin-block-end: 14px; }
  .figures { display: grid; gap: 26px 44px; }
  figure { min-inline-size: 0; }
  figcaption { margin-block-end: 8px; text-wrap: pretty; }
  .spread td, .spread th { padding-block: 2px; border: 0; }
  .spread tbody th { white-space: nowrap; inline-size: 1%; }
  .spread td.bars { inline-size: 100%; vertical-align: middle; }
  .bars svg { display: block; inline-size: 100%; }
  .of-customers { color: var(--tier-4); fill: currentColor; stroke: currentColor; } .of-value { color: var(--tier-1); fill: currentColor; stroke: currentColor; }
  .key { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-block-start: 6px; }
  .key span { display: inline-flex; gap: 6px; align-items: center; }
  .square { display: block; inline-size: 100%; block-size: 220px; background: var(--sunken); }
  .square path { fill: none; stroke: currentColor; stroke-width: 2.5; vector-effect: non-scaling-stroke; }
  .square .area { stroke: none; fill: currentColor; opacity: 0.12; }
  .square .even { color: var(--muted); stroke-width: 1; stroke-dasharray: 4 4; }
  .ends { display: flex; justify-content: space-between; }
  .tested { grid-column: 1 / -1; }
  .tested > .small { margin-block-start: 8px; }
  .marks { display: block; inline-size: 100%; block-size: 190px; overflow: visible; border-block-end: 1px solid var(--line); }
  .marks .gap { stroke: var(--muted); stroke-width: 1; }
  .marks .rate, .key .rate { fill: none; color: var(--muted); stroke: currentColor; stroke-width: 2; }
  .marks .predicted, .key .predicted { fill: var(--surface); color: var(--tier-1); stroke: currentColor; stroke-width: 2; }
  .marks .actual, .key .actual { color: var(--tier-2); fill: currentColor; }
  .classes { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; text-align: center; padding-block-start: 4px; }
  @container (inline-size > 640px) { .figures { grid-template-columns: 3fr 2fr; } }
`;
