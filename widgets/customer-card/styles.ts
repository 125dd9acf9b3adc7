import { css } from '../internal/reactive-element.ts';

/** The card: a masthead, what to do today, then six sections in as many columns as there is room for. */
export const cardStyles = css`
  header { display: grid; gap: 2px 16px; padding-block-end: 10px; border-block-end: 2px solid var(--ink); }
  header h2 { font-size: 1.857em; font-weight: 400; line-height: 1.25; letter-spacing: -0.01em; overflow-wrap: anywhere; }
  header .rank { font-size: 1.071em; align-self: end; }
  header .rank .tier { font-weight: 600; }
  header .rank .tier svg { inline-size: 20px; block-size: 17px; }
  header .who { display: flex; flex-wrap: wrap; gap: 0 14px; }
  .grid { display: grid; }
  section { padding-block: 14px; border-block-end: 1px solid var(--line); min-inline-size: 0; }
  section h3 { margin-block-end: 6px; }
  .headline { font-size: 1.214em; line-height: 1.35; }
  .spread { display: flex; justify-content: space-between; gap: 12px; }
  .today { padding: 12px 14px; background: var(--sunken); border: 0; border-inline-start: 3px solid var(--accent); }
  .todo { font-size: 1.071em; font-weight: 500; }
  .todo li + li { margin-block-start: 2px; }
  .reasons { display: grid; gap: 10px; color: inherit; }
  .met .meter { color: var(--good); } .unmet .meter { color: var(--muted); }
  .met .meter, .unmet .meter { margin-block: 4px 2px; }
  .wanted { display: grid; gap: 8px; margin-block-start: 12px; }
  .edge { padding-inline-start: 10px; border-inline-start: 3px solid currentColor; }
  .edge dt, .edge dd { color: var(--ink); }
  .edge dt { font-size: 0.857em; color: var(--muted); }
  .edge dd { font-weight: 600; }
  .edge dd .muted { font-weight: 400; }
  .span { color: var(--accent); padding-block: 4px 2px; }
  .alive { margin-block: 8px 4px; }
  .pairs { display: grid; grid-template-columns: auto 1fr; gap: 2px 14px; }
  .pairs dt { color: var(--muted); } .pairs dd { text-align: end; }
  .pairs:empty { display: none; }
  .why { margin-block: 4px; }
  .why li { padding-inline-start: 14px; text-indent: -14px; }
  .why li::before { content: '—'; margin-inline-end: 4px; color: var(--muted); text-indent: 0; }
  .rfm abbr { text-decoration: none; margin-inline-start: 6px; } .rfm abbr:first-child { margin-inline-start: 0; }
  .talk { margin-block: 2px 8px; } .talk li { margin-block-end: 2px; }
  .favourites { display: grid; grid-template-columns: auto 1fr auto; gap: 4px 12px; align-items: center; margin-block-end: 6px; }
  .favourites li { display: contents; }
  .favourites .meter { color: var(--tier-3); }
  .told { display: flex; flex-wrap: wrap; gap: 0 6px; margin-block-end: 6px; }
  .told span:not(:last-child)::after { content: ' |'; color: var(--muted); }
  .bars { display: block; inline-size: 100%; fill: var(--tier-4); }
  .bars .latest { fill: var(--accent); }
  .past { display: grid; gap: 8px 32px; }
  footer { padding-block-start: 8px; }

  @container (inline-size > 460px) {
    header { grid-template-columns: 1fr auto; }
    header .who { grid-column: 1 / -1; }
    .grid { grid-template-columns: 1fr 1fr; column-gap: 32px; }
    .today, .history { grid-column: 1 / -1; }
    .past { grid-template-columns: 1fr 1fr; align-items: start; }
    .past .spark { grid-row: span 2; }
  }
  @container (inline-size > 820px) {
    .grid { grid-template-columns: 1.15fr 1fr 1fr; column-gap: 40px; }
    .tier-why { grid-row: span 2; }
    .past { grid-template-columns: 1fr 1.6fr 1fr; gap: 8px 40px; }
    .past .spark { grid-row: auto; }
  }
`;
