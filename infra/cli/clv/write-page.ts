import { basename } from 'node:path';
import type { Chart } from './charts.ts';
import { sheetsOf, type Sheet } from './describe.ts';
import { drawn, pictureOf } from './draw-chart.ts';
import { escaped } from './escaped.ts';
import type { ClvResult } from './result.ts';
import { visible } from '../visible.ts';

/** A page that stands alone: tables and charts, no script, nothing loaded from elsewhere. */
export function pageOf(result: ClvResult, charts: readonly Chart[], path: string): string {
  const title = `Lifetime value: ${escaped(visible(basename(path)))}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1 { font-size: 1.7rem; line-height: 1.25; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin-bottom: 0.5rem; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 0.3rem; }
td, th { padding: 0.15rem 0.8rem; text-align: right; vertical-align: bottom; border-bottom: 1px solid #ddd; font-variant-numeric: tabular-nums; }
td { white-space: nowrap; }
td:first-child, th:first-child { text-align: left; padding-left: 0; white-space: normal; }
@media (max-width: 30rem) { td, th { padding: 0.15rem 0.4rem; } }
p, figcaption { color: #555; margin: 0; max-width: 46rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 2rem; margin-top: 2rem; }
figure { margin: 0; }
figcaption { font-size: 0.875rem; }
svg { width: 100%; height: auto; display: block; }
</style>
<main>
<h1>${title}</h1>
${sheetsOf(result).map(table).join('\n')}
<div class="charts">
${charts.map(figure).join('\n')}
</div>
</main>
</html>
`;
}

function table({ title, head, rows, note }: Sheet): string {
  const header = head.some((name) => name !== '') ? `<tr>${head.map((name) => (name === '' ? '<td></td>' : `<th scope="col">${worded(name)}</th>`)).join('')}</tr>` : '';
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell.trim())}</td>`).join('')}</tr>`).join('\n');
  // What scrolls must be reachable by keyboard.
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(title)}"><table><caption>${escaped(title)}</caption>${header}
${body}</table></div>${note === undefined ? '' : `<p>${worded(note)}</p>`}`;
}

function figure(chart: Chart): string {
  const note = chart.note === undefined ? '' : `<figcaption>${worded(chart.note)}</figcaption>`;
  if (chart.kind === 'none') return `<figure><b>${escaped(chart.title)}</b>${note}</figure>`;
  return `<figure>${pictureOf(drawn(chart), [chart])}${note}</figure>`;
}

/** Words for people: a number and its per cent sign stay on one line. */
function worded(text: string): string {
  return escaped(text).replaceAll(' %', '&nbsp;%');
}
