import { css } from '../internal/reactive-element.ts';

export const atRiskStyles = css`
  ol { margin-block-start: 8px; border-block-start: 2px solid var(--ink); }
  li { position: relative; display: grid; gap: 2px 24px; padding-block: 10px; border-block-end: 1px solid var(--line); }
  li:hover { background: var(--sunken); box-shadow: -10px 0 var(--sunken), 10px 0 var(--sunken); }
  .who { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: baseline; }
  .who button { font-size: 1.143em; overflow-wrap: anywhere; }
  .who button::after { content: ''; position: absolute; inset: 0; }
  .who button:hover { text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .stake .meter { color: var(--warn); margin-block-start: 4px; }
  .high .stake .meter { color: var(--bad); }
  .high .stake .strong { color: var(--bad); }
  .todo > p:first-child { font-weight: 500; }
  .steps { position: relative; z-index: 1; grid-column: 1 / -1; order: 4; margin-block-start: 2px; }
  .steps ol { margin-block-start: 4px; border: 0; counter-reset: step; }
  .steps li { display: grid; grid-template-columns: minmax(7em, auto) 1fr; gap: 0 14px; padding-block: 2px; border: 0; counter-increment: step; }
  .steps li:hover { background: none; box-shadow: none; }
  .steps li > :first-child::before { content: counter(step) ' '; }
  .outcome { display: block; }
  @container (inline-size <= 480px) { .facts { display: none; } }
  @container (inline-size > 480px) {
    li { grid-template-columns: 1fr minmax(130px, 0.42fr); }
    .todo { grid-column: 2; }
  }
  @container (inline-size > 820px) {
    li { grid-template-columns: 0.8fr 1.5fr 1.1fr minmax(130px, 0.6fr); }
    .who { flex-direction: column; }
    .why { order: 1; } .todo { order: 2; grid-column: auto; } .stake { order: 3; }
  }
`;
