import { css } from '../internal/reactive-element.ts';

export const searchStyles = css`
  :host { position: relative; container-type: normal; }
  label { display: block; position: relative; }
  label svg { position: absolute; inset-inline-end: 0; inset-block-end: 9px; fill: none; stroke: var(--muted); stroke-width: 1.5; pointer-events: none; }
  ::-webkit-search-cancel-button { display: none; }
  input { inline-size: 100%; padding: 6px 0; border: 0; border-block-end: 1px solid var(--ink); border-radius: 0; background: none; font-size: 1.143em; }
  /* A ring would cut through the label; a transparent one is still drawn where the system chooses all colours. */
  input:focus-visible { outline: 2px solid transparent; border-block-end-color: var(--accent); box-shadow: 0 1px var(--accent); }
  .found { position: absolute; z-index: 1; inset-inline: 0; margin-block-start: 4px; padding: 4px 0; background: var(--surface); border: 1px solid var(--line); box-shadow: 0 6px 24px rgb(0 0 0 / 0.12); }
  .found[hidden] { display: none; }
  .found > p { padding: 4px 12px; }
  li { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 7px 12px; overflow-wrap: anywhere; cursor: pointer; }
  li > :last-child { grid-column: 2; grid-row: 1; }
  li + li { border-block-start: 1px solid var(--line); }
  li:hover, li[aria-selected='true'] { background: var(--sunken); }
  li[aria-selected='true'] { box-shadow: inset 3px 0 var(--accent); }
`;
