import { css } from '../internal/reactive-element.ts';

export const serviceStyles = css`
  .facts { display: flex; flex-wrap: wrap; gap: 14px 32px; margin-block-end: 14px; }
  .facts dt { font-size: 0.929em; color: var(--muted); }
  .facts dd { margin: 0; font-size: 1.143em; }
  .scroll { position: relative; }
  table { inline-size: 100%; }
  td, th { vertical-align: baseline; }
  .kept { min-inline-size: 6em; inline-size: 30%; color: var(--muted); }
  .kept.full { color: var(--good); }
  .late { color: var(--bad); }
  .target { display: block; }
  details { margin-block: 10px 6px; }
  td.text { text-align: start; }
`;
