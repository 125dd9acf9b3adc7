import { css } from '../internal/reactive-element.ts';

export const contactsStyles = css`
  :host([customer]) .skeleton i:nth-child(n + 3) { display: none; }
  .bar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 20px; align-items: baseline; }
  .bar > div { display: flex; gap: 14px; }
  .bar button { color: var(--muted); padding-block: 2px; border-block-end: 2px solid transparent; }
  .bar button[aria-pressed=true] { color: var(--ink); border-color: var(--accent); }
  .group { margin-block-start: 10px; }
  ol { border-block-start: 2px solid var(--ink); }
  li { display: grid; gap: 4px 24px; padding-block: 10px; border-block-end: 1px solid var(--line); }
  .who { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: baseline; }
  .who button { font-size: 1.143em; overflow-wrap: anywhere; }
  .who button:hover { text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .purpose { font-weight: 600; }
  .by { display: inline-flex; gap: 0.4em; align-items: center; white-space: nowrap; }
  .by svg { fill: none; stroke: currentColor; stroke-width: 1.3; stroke-linejoin: round; flex: none; }
  .facts { display: flex; flex-wrap: wrap; gap: 0 6px; }
  .facts span { white-space: nowrap; }
  .facts span:not(:last-child)::after { content: ' |'; }
  blockquote { margin: 0; padding-inline-start: 10px; border-inline-start: 2px solid var(--line); overflow-wrap: anywhere; }
  .outcomes { display: flex; flex-wrap: wrap; gap: 6px; }
  .outcomes button { min-block-size: 32px; padding: 3px 10px; border: 1px solid var(--line); border-radius: 2px; background: var(--surface); }
  .outcomes button:first-child { border-color: var(--ink); }
  .outcomes button:hover { border-color: var(--accent); color: var(--accent); }
  .outcomes button[aria-disabled=true] { color: var(--muted); border-color: var(--line); cursor: default; }
  .done .purpose, .done blockquote, .done .why { color: var(--muted); }
  .done blockquote, .done .link { display: none; }
  .more { margin-block-start: 8px; }
  @container (inline-size > 620px) {
    li { grid-template-columns: minmax(180px, 0.8fr) 1.4fr minmax(150px, 0.7fr); }
  }
`;
