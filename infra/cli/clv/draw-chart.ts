import { barValue } from './bar-value.ts';
import type { BarChart, Chart, CurveChart } from './charts.ts';
import { escaped } from './escaped.ts';
import { thousands } from './thousands.ts';

/** A drawing and how high it is; all are of one width. */
export interface Drawing { height: number; content: string }
type Drawable = BarChart | CurveChart;

/** Narrow enough for its words to be read on a phone. */
export const WIDTH = 480;
const HEIGHT = 300;
const EDGE = 8;
const TITLE = 18;
const LEGEND = 40;
const UP = 60;
const TOP = 70;
const FLOOR = HEIGHT - 44;
const RIGHT = WIDTH - 12;
const MOST_TICKS = 5;
/** Of a digit in a small text, at most. */
const DIGIT = 7;
const COLOURS = ['#3b6fb6', '#c8843a'];

/** One chart with its title and axes, without its note. */
export function drawn(chart: Drawable): Drawing {
  return { height: HEIGHT, content: [titleText(chart.title), chart.kind === 'bars' ? bars(chart) : curve(chart)].join('\n') };
}

/** A drawing as SVG that says to a screen reader what the charts in it show. */
export function pictureOf({ height, content }: Drawing, charts: readonly Chart[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(charts.map(spoken).join(' '))}" font-family="system-ui, sans-serif" font-size="12" fill="#222">
${content}
</svg>`;
}

/** The title of a chart as it stands above it. */
export function titleText(title: string): string {
  return `<text x="${EDGE}" y="${TITLE}" font-size="14" font-weight="600">${escaped(title)}</text>`;
}

function spoken(chart: Chart): string {
  if (chart.kind !== 'bars') return `${chart.title}.`;
  const { title, up, across, labels, series } = chart;
  const values = labels.map((label, i) => `${label}: ${series.map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${barValue(chart, values[i]!)}`).join(', ')}`);
  return `${title}. ${up} by ${across}: ${values.join('; ')}.`;
}

function bars(chart: BarChart): string {
  const { labels, series, whole, across, up } = chart;
  const ticks = ticksUpTo(Math.max(...series.flatMap(({ values }) => values)), whole);
  const top = ticks.at(-1)!;
  const decimals = whole ? 0 : Math.max(0, -Math.floor(Math.log10(ticks[1]!) + 1e-9));
  const texts = ticks.map((tick) => thousands(tick, decimals));
  const left = EDGE + Math.max(...texts.map((text) => text.length)) * DIGIT + 6;
  const step = (RIGHT - left) / labels.length;
  const width = step * 0.8 / series.length;
  const drawnBars = labels.map((label, i) => series.map(({ name, values }, s) => {
    const height = Math.max(0, values[i]! / top * (FLOOR - TOP));
    return `<rect x="${fixed(left + i * step + s * width + step * 0.1)}" y="${fixed(FLOOR - height)}" width="${fixed(width - 1)}" height="${fixed(height)}" fill="${COLOURS[s]!}"><title>${escaped(`${label}, ${name}: ${barValue(chart, values[i]!)}`)}</title></rect>`;
  }).join('') + `<text x="${fixed(left + (i + 0.5) * step)}" y="${FLOOR + 16}" text-anchor="middle" font-size="11">${escaped(label)}</text>`);
  const legend = series.length < 2 ? '' : series.map(({ name }, s) =>
    `<rect x="${EDGE + s * 180}" y="${LEGEND - 9}" width="10" height="10" fill="${COLOURS[s]!}"/><text x="${EDGE + s * 180 + 15}" y="${LEGEND}">${escaped(name)}</text>`).join('');
  return [legend, frame(left, texts, across, up), ...drawnBars].join('\n');
}

function curve({ across, up, points }: CurveChart): string {
  const left = EDGE + 3 * DIGIT + 6;
  const ticks = ['0', '25', '50', '75', '100'];
  const place = ([x, y]: [number, number]) => `${fixed(left + x * (RIGHT - left))},${fixed(FLOOR - y * (FLOOR - TOP))}`;
  const below = ticks.map((text, i) => `<text x="${fixed(left + i / 4 * (RIGHT - left))}" y="${FLOOR + 16}" text-anchor="${i === 4 ? 'end' : 'middle'}" font-size="11">${text}</text>`);
  return `${frame(left, ticks, across, up)}
${below.join('')}
<path d="M${EDGE} ${LEGEND - 4}h24" stroke="#999" stroke-dasharray="4 4"/><text x="${EDGE + 30}" y="${LEGEND}">if all held alike</text>
<polyline points="${place([0, 0])} ${place([1, 1])}" fill="none" stroke="#999" stroke-dasharray="4 4"/>
<polyline points="${points.map(place).join(' ')}" fill="none" stroke="${COLOURS[0]!}" stroke-width="2"/>`;
}

/** Axes with their names, and a line at each of evenly spaced ticks. */
function frame(left: number, ticks: readonly string[], across: string, up: string): string {
  const lines = ticks.map((text, i) => {
    const y = FLOOR - i / (ticks.length - 1) * (FLOOR - TOP);
    return `<path d="M${left} ${fixed(y)}H${RIGHT}" stroke="${i === 0 ? '#888' : '#e4e4e4'}"/><text x="${left - 6}" y="${fixed(y + 4)}" text-anchor="end" font-size="11">${text}</text>`;
  });
  return `${lines.join('')}<text x="${EDGE}" y="${UP}" fill="#555">${escaped(up)}</text><text x="${RIGHT}" y="${HEIGHT - 8}" text-anchor="end" fill="#555">${escaped(across)}</text>`;
}

/** Evenly spaced round numbers from 0 that reach a value, at most six. */
function ticksUpTo(largest: number, whole: boolean): number[] {
  const reach = largest > 0 ? largest : 1;
  const power = 10 ** Math.floor(Math.log10(reach / MOST_TICKS));
  const fine = [1, 2, 5, 10].map((times) => times * power).find((size) => reach / size <= MOST_TICKS)!;
  const size = whole ? Math.max(1, fine) : fine;
  return Array.from({ length: Math.ceil(reach / size - 1e-9) + 1 }, (_, i) => i * size);
}

function fixed(value: number): string {
  return value.toFixed(1);
}
