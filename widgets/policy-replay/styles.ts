import { css } from '../internal/reactive-element.ts';

export const replayStyles = css`
  form { display: grid; gap: 0 32px; border-block-start: 2px solid var(--ink); }
  fieldset { display: grid; gap: 4px 24px; min-inline-size: 0; margin: 0; padding: 10px 0; border: 0; border-block-end: 1px solid var(--line); }
  legend { padding: 0; float: inline-start; margin-block-end: 4px; }
  legend .tier { font-weight: 600; }
  .side { display: grid; gap: 6px; align-content: start; grid-column: 1; }
  .field { display: grid; grid-template-columns: 1fr 6.5em 7em; gap: 0 12px; align-items: baseline; }
  input { inline-size: 100%; padding: 2px 0; border: 0; border-block-end: 1px solid var(--muted); border-radius: 0; background: none; text-align: end; appearance: textfield; }
  input::-webkit-inner-spin-button { display: none; }
  .wide { grid-template-columns: 1fr auto; }
  .wide input { inline-size: 7em; }
  select { max-inline-size: 13.5em; padding: 2px 0; border: 0; border-block-end: 1px solid var(--muted); border-radius: 0; background: none; color: inherit; font: inherit; text-align: end; }
  .document { padding-block: 8px; }
  textarea { display: block; box-sizing: border-box; inline-size: 100%; margin-block: 6px; padding: 8px; border: 1px solid var(--line); border-radius: 0; background: var(--sunken); color: inherit; font: 12px/1.5 ui-monospace, monospace; resize: vertical; }
  .link:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
  .changed :is(input, select) { border-color: var(--accent); color: var(--accent); font-weight: 600; }
  [aria-invalid='true'] { border-color: var(--bad); }
  .field > .muted { text-align: end; }
  .under { grid-column: 1 / -1; text-align: end; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding-block: 12px; }
  .run { padding: 6px 18px; background: var(--ink); color: var(--surface); }
  .run:hover { background: var(--accent); }
  .run[aria-disabled='true'] { background: var(--muted); }
  .headline { font-size: 1.214em; line-height: 1.4; text-wrap: balance; margin-block: 8px 14px; }
  .headline:empty { margin: 0; }
  [part='picture'] { display: block; max-inline-size: 100%; overflow: visible; }
  text { fill: var(--ink); font-size: 12px; }
  .name { font-weight: 600; }
  .head { fill: var(--muted); }
  .node { fill: currentColor; }
  .band { fill: var(--line); transition: opacity 0.2s; }
  .up { fill: var(--good); opacity: 0.75; } .down { fill: var(--bad); opacity: 0.75; }
  [part='picture']:hover .band:not(:hover) { opacity: 0.25; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px 24px; margin-block: 16px; }
  .figures dd { font-size: 1.214em; }
  @container (inline-size > 640px) {
    fieldset { grid-template-columns: 8em 1fr 1fr; }
    .side { grid-column: auto; }
    legend { grid-column: 1; }
  }
`;
