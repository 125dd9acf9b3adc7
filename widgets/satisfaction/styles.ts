import { css } from '../internal/reactive-element.ts';

export const satisfactionStyles = css`
  .scores { display: grid; gap: 18px 40px; margin-block-end: 10px; }
  section { min-inline-size: 0; }
  section ul { display: grid; grid-template-columns: auto 1fr auto auto; gap: 6px 14px; align-items: center; margin-block: 6px; }
  li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; }
  li:first-child { padding-block-end: 6px; border-block-end: 1px solid var(--line); }
  .unsaid { grid-column: 2 / -1; font-size: 0.929em; }
  .bar { color: var(--muted); }
  .bar.full { color: var(--good); }
  .value { font-size: 1.143em; text-align: end; }
  .n { text-align: end; }
  @container (inline-size > 760px) { .scores { grid-template-columns: 1fr 1fr; } }
`;
