import { css } from './internal/reactive-element.ts';

/**
 * The look all widgets share. A page changes it by setting `--vip-…` properties anywhere above a widget;
 * light and dark follow the page's own `color-scheme`.
 * Tier colours differ in lightness as well as hue, so that they stay apart for colour-blind readers; none is used without a word beside it.
 */
export const theme = css`
  :host {
    --ink: var(--vip-ink, light-dark(#1e1b18, #ece7df));
    --muted: var(--vip-muted, light-dark(#69625a, #a59d92));
    --line: var(--vip-line, light-dark(#e0dad0, #3a3631));
    --sunken: var(--vip-sunken, light-dark(#f0ece4, #2a2723));
    --surface: var(--vip-surface, light-dark(#fffefb, #1c1a18));
    --accent: var(--vip-accent, light-dark(#9c2f24, #ee8f7d));
    --good: var(--vip-good, light-dark(#0d6562, #63c2b8));
    --bad: var(--vip-bad, light-dark(#ad3b17, #f2916b));
    --warn: var(--vip-warn, light-dark(#7d5200, #e3b35c));
    --tier-1: var(--vip-tier-1, light-dark(#4d2350, #d3a5da));
    --tier-2: var(--vip-tier-2, light-dark(#a4641a, #e0a353));
    --tier-3: var(--vip-tier-3, light-dark(#45888b, #5fa9ac));
    --tier-4: var(--vip-tier-4, light-dark(#9db0b8, #6f838c));
    --tier-5: var(--vip-tier-5, light-dark(#cdd4d5, #4b565b));

    display: block;
    container-type: inline-size;
    color: var(--ink);
    font-family: var(--vip-font, system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', sans-serif, 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei');
    font-size: var(--vip-font-size, 14px);
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    font-variant-numeric: tabular-nums lining-nums;
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
  :lang(zh) { line-break: strict; text-autospace: normal; text-spacing-trim: trim-start; }
  .traditional { font-family: var(--vip-font-traditional, var(--vip-font, system-ui, 'PingFang TC', 'Noto Sans TC', 'Noto Sans CJK TC', 'Microsoft JhengHei', sans-serif)); }
  h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
  ul, ol { list-style: none; }
  button, input, summary { font: inherit; color: inherit; letter-spacing: inherit; }
  button { background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }

  .label { color: var(--muted); font-size: 0.857em; line-height: 1.4; }
  .label.caps { color: var(--ink); font-weight: 600; }
  .small { font-size: 0.857em; }
  .muted { color: var(--muted); }
  .figure { font-size: 2em; font-weight: 300; line-height: 1.15; letter-spacing: -0.015em; white-space: nowrap; }
  .good { color: var(--good); }
  .bad { color: var(--bad); }
  .warn { color: var(--warn); }
  .strong { font-weight: 600; }
  .hidden-visually { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .link { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; cursor: pointer; }
  .note { display: flex; gap: 0.6em; align-items: baseline; margin-block-end: 12px; padding: 6px 10px; border-inline-start: 3px solid var(--warn); background: var(--sunken); font-size: 0.857em; }
  .quiet { padding-block: 20px; color: var(--muted); }
  .quiet .link { margin-inline-start: 0.6em; }

  .skeleton { display: grid; gap: 10px; padding-block: 4px; }
  .skeleton i { display: block; block-size: 0.9em; border-radius: 2px; background: var(--sunken); animation: breathe 1.6s ease-in-out infinite; }
  .skeleton i:nth-child(3n + 1) { inline-size: 38%; block-size: 1.7em; }
  .skeleton i:nth-child(3n) { inline-size: 72%; }
  @keyframes breathe { 50% { opacity: 0.45; } }
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; } }

  details > summary { cursor: pointer; inline-size: fit-content; color: var(--muted); font-size: 0.857em; }
  details > summary:hover { color: var(--ink); }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; inline-size: 100%; font-size: 0.929em; }
  th, td { padding: 5px 14px 5px 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: baseline; font-weight: 400; }
  th:last-child, td:last-child { padding-inline-end: 0; }
  thead th { color: var(--muted); font-size: 0.929em; }
  .tier { display: inline-flex; gap: 0.45em; align-items: center; white-space: nowrap; }
  .tier svg, .meter, .interval { fill: currentColor; flex: none; }
  .tier-1 { color: var(--tier-1); } .tier-2 { color: var(--tier-2); } .tier-3 { color: var(--tier-3); } .tier-4 { color: var(--tier-4); } .tier-5 { color: var(--tier-5); }
  .meter, .interval { display: block; inline-size: 100%; }
  .meter .ground, .interval .ground { fill: var(--sunken); stroke: none; }
  .end { text-align: end; white-space: nowrap; }
`;
