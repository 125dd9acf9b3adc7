import { css } from '../internal/reactive-element.ts';

/** On paper every table is shown whole, no row is torn apart, and headings stay with what they head. */
export const reportStyles = css`
  header { display: flex; flex-wrap: wrap; gap: 2px 18px; align-items: baseline; padding-block-end: 8px; border-block-end: 2px solid var(--ink); }
  h2 { font-size: 1.571em; font-weight: 400; line-height: 1.25; }
  .print { margin-inline-start: auto; }
  .note { margin-block: 10px 0; }
  section { margin-block-start: 22px; }
  h3 { margin-block-end: 2px; }
  table { font-variant-numeric: tabular-nums; }
  th, td { padding-block: 4px; }
  tbody th { white-space: nowrap; }
  thead th.end { white-space: normal; min-inline-size: 5.5em; vertical-align: bottom; }
  .changes { display: block; line-height: 1.3; }
  .changes > * + * { margin-inline-start: 8px; }
  @container (inline-size > 900px) {
    article { display: grid; grid-template-columns: 1fr 1fr; column-gap: 48px; align-items: start; }
    article > :not(.half) { grid-column: 1 / -1; }
    article > .tall { grid-column: 2; grid-row: span 2; }
  }
  footer { margin-block-start: 18px; }
  @media print {
    :host { font-size: 9.5pt; color: #000; container-type: normal; }
    .print { display: none; }
    .scroll { overflow: visible; }
    section, tr, header { break-inside: avoid; }
    h3 { break-after: avoid; }
    section:has(tr:nth-child(40)) { break-inside: auto; }
    table { font-size: 8.5pt; }
    th, td { padding: 2.5pt 7pt 2.5pt 0; }
    thead th.end { min-inline-size: 0; }
    tbody th { white-space: normal; }
    table:has(th:nth-child(7)) .changes > * { display: block; margin: 0; }
    .muted { color: #444; }
  }
`;
