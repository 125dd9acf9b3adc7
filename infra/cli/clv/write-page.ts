import { basename } from 'node:path';
import type { BarChart, Chart, CurveChart } from './charts.ts';
import { sheetsOf, type Sheet } from './describe.ts';
import type { ClvResult } from './result.ts';

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 56;
const BOTTOM = 36;
const TOP = 44;
const COLOURS = ['#3b6fb6', '#c8843a'];

/** All charts below each other as one SVG drawing. */
export function sheetOf(charts: readonly Chart[]): string {
  const drawn = charts.map((chart, i) => `<g transform="translate(0 ${i * HEIGHT})">${drawing(chart)}</g>`).join('\n');
  return svg(drawn, HEIGHT * charts.length, charts.map(({ title }) => title).join('; '));
}

/** A page that stands alone: tables and charts, no script, nothing loaded from elsewhere. */
export function pageOf(result: ClvResult, charts: readonly Chart[], path: string): string {
  const title = `Lifetime value: ${escaped(basename(path))}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; margin-bottom: 0.5rem; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 0.3rem; }
td, th { padding: 0.15rem 0.8rem; text-align: right; border-bottom: 1px solid #ddd; font-variant-numeric: tabular-nums; }
td:first-child, th:first-child { text-align: left; }
p { color: #555; margin: 0; }
svg { max-width: 100%; height: auto; display: block; margin-top: 1.5rem; }
</style>
<h1>${title}</h1>
${sheetsOf(result).map(table).join('\n')}
${charts.map((chart) => svg(drawing(chart), HEIGHT, chart.title)).join('\n')}
</html>
`;
}

function table({ title, head, rows, note }: Sheet): string {
  const header = head.some((name) => name !== '') ? `<tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr>` : '';
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell.trim())}</td>`).join('')}</tr>`).join('\n');
  return `<table><caption>${escaped(title)}</caption>${header}\n${body}</table>${note ? `<p>${escaped(note)}</p>` : ''}`;
}

function svg(content: string, height: number, title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="12">
${content}
</svg>`;
}

function drawing(chart: Chart): string {
  return `<text x="${LEFT}" y="18" font-size="14" font-weight="600">${escaped(chart.title)}</text>\n${chart.kind === 'bars' ? bars(chart) : curve(chart)}`;
}

function bars({ labels, series }: BarChart): string {
  const largest = Math.max(...series.flatMap(({ values }) => values)) || 1;
  const step = (WIDTH - LEFT - 16) / labels.length;
  const width = step * 0.8 / series.length;
  const drawn = labels.map((label, i) => series.map(({ name, values }, s) => {
    const height = values[i]! / largest * (HEIGHT - TOP - BOTTOM);
    const x = LEFT + i * step + s * width + step * 0.1;
    return `<rect x="${fixed(x)}" y="${fixed(HEIGHT - BOTTOM - height)}" width="${fixed(width - 1)}" height="${fixed(height)}" fill="${COLOURS[s]!}"><title>${escaped(`${label}, ${name}: ${Number(values[i]!.toPrecision(4))}`)}</title></rect>`;
  }).join('') + `<text x="${fixed(LEFT + (i + 0.5) * step)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle" font-size="${labels.length > 8 ? 9 : 12}">${escaped(label)}</text>`);
  const legend = series.length < 2 ? '' : series.map(({ name }, s) =>
    `<rect x="${LEFT + s * 160}" y="26" width="10" height="10" fill="${COLOURS[s]!}"/><text x="${LEFT + s * 160 + 15}" y="35">${escaped(name)}</text>`).join('');
  return [legend, axis(Number(largest.toPrecision(3)).toLocaleString('en')), ...drawn].join('\n');
}

function curve({ across, up, points }: CurveChart): string {
  const place = ([x, y]: [number, number]) => `${fixed(LEFT + x * (WIDTH - LEFT - 16))},${fixed(HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM))}`;
  return `${axis('100 %')}
<polyline points="${place([0, 0])} ${place([1, 1])}" fill="none" stroke="#bbb" stroke-dasharray="4 4"/>
<polyline points="${points.map(place).join(' ')}" fill="none" stroke="${COLOURS[0]!}" stroke-width="2"/>
<text x="${WIDTH - 16}" y="${HEIGHT - 12}" text-anchor="end">${escaped(across)} →</text><text x="${LEFT + 6}" y="${TOP + 4}">${escaped(up)}</text>`;
}

function axis(largest: string): string {
  return `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 16}" fill="none" stroke="#888"/><text x="${LEFT - 6}" y="${TOP + 8}" text-anchor="end">${largest}</text><text x="${LEFT - 6}" y="${HEIGHT - BOTTOM}" text-anchor="end">0</text>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
