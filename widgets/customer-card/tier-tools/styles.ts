import { css } from '../../internal/reactive-element.ts';

export const toolStyles = css`
  :host { display: block; margin-block-start: 10px; }
  details { margin-block-start: 4px; }
  form { display: grid; gap: 6px; padding-block: 6px; }
  .field { display: grid; grid-template-columns: 7em 1fr; gap: 0 12px; align-items: baseline; }
  input, select { min-inline-size: 0; padding: 2px 0; border: 0; border-block-end: 1px solid var(--muted); border-radius: 0; background: none; color: inherit; font: inherit; }
  [aria-invalid='true'] { border-color: var(--bad); }
  .under { grid-column: 2; }
  .run { justify-self: start; padding: 4px 14px; background: var(--ink); color: var(--surface); }
  .run:hover { background: var(--accent); }
`;
