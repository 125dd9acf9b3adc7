import { barValue } from './bar-value.ts';
import { chartsOf, type BarChart, type Chart, type CurveChart } from './charts.ts';
import { shareAt } from './concentration-chart.ts';
import { sheetsOf, type Sheet } from './describe.ts';
import type { ClvResult } from './result.ts';
import { wrap } from './wrap.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const CURVE_ROWS = 10;
const WIDEST_CURVE = 60;
/** What names of columns are broken to where a table is too wide. */
const NARROW_HEAD = 10;

/** The result as tables and plots for a terminal of some columns. */
export function tableOf(result: ClvResult, columns: number): string {
  return [...sheetsOf(result).map((sheet) => sheetText(sheet, columns)), ...chartsOf(result).map((chart) => chartText(chart, columns))].join('\n');
}

function sheetText({ title, head, rows, note }: Sheet, columns: number): string {
  const wide = linesOf(head.map((name) => [name]), rows, 3);
  const fits = wide.every((line) => line.length <= columns);
  const lines = fits ? wide : linesOf(head.map((name) => wrap(name, NARROW_HEAD)), rows, 2);
  return `${[title, ...lines, ...noteLines(note, columns)].join('\n')}\n`;
}

/** A table with each name above its column in as many lines as given, and so many blanks between columns. */
function linesOf(names: readonly string[][], rows: readonly string[][], gap: number): string[] {
  const high = names.some(([first]) => first !== '') ? Math.max(...names.map((lines) => lines.length)) : 0;
  const heads = Array.from({ length: high }, (_, i) => names.map((lines) => lines[lines.length - high + i] ?? ''));
  const shown = [...heads, ...rows].map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')));
  const widths = names.map((_, column) => Math.max(...shown.map((row) => row[column]!.length)));
  return shown.map((row) => `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' '.repeat(gap))}`.trimEnd());
}

function noteLines(note: string | undefined, columns: number): string[] {
  return note === undefined ? [] : wrap(note, Math.max(40, columns - 2)).map((line) => `  ${line}`);
}

function chartText(chart: Chart, columns: number): string {
  const drawn = chart.kind === 'bars' ? barLines(chart, columns) : chart.kind === 'curve' ? curveLines(chart, columns) : [];
  return `${[chart.title, ...drawn, ...noteLines(chart.note, columns)].join('\n')}\n`;
}

function barLines(chart: BarChart, columns: number): string[] {
  const { across, up, labels, series } = chart;
  const largest = Math.max(...series.flatMap(({ values }) => values)) || 1;
  const names = Math.max(...series.map(({ name }) => name.length));
  const labelWidth = Math.max(...labels.map((label) => label.length));
  const room = Math.max(10, Math.min(columns, 120) - names - labelWidth - 18);
  const lines = labels.flatMap((label, i) => series.map(({ name, values }, s) =>
    `  ${(s === 0 ? label : '').padStart(labelWidth)}  ${series.length > 1 ? `${name.padEnd(names)}  ` : ''}${bar(values[i]! / largest * room)} ${barValue(chart, values[i]!)}`));
  return [`  ${up} by ${across}`, ...lines];
}

function bar(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

function curveLines({ across, up, points }: CurveChart, columns: number): string[] {
  const width = Math.max(20, Math.min(columns - 12, WIDEST_CURVE));
  const cells = Array.from({ length: CURVE_ROWS }, () => Array.from({ length: width }, () => ' '));
  for (let column = 0; column < width; column++) {
    const row = Math.floor(shareAt(points, (column + 0.5) / width) * CURVE_ROWS);
    cells[CURVE_ROWS - 1 - Math.max(0, Math.min(CURVE_ROWS - 1, row))]![column] = '•';
  }
  const lines = cells.map((row, i) => `  ${i === 0 ? '100' : i === CURVE_ROWS - 1 ? '  0' : '   '} │${row.join('')}`.trimEnd());
  return [`  ${up} by ${across}`, ...lines, `      └${'─'.repeat(width)}`, `       0${'100'.padStart(width - 1)}`];
}
