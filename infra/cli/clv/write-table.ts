import { chartsOf, type BarChart, type Chart, type CurveChart } from './charts.ts';
import { sheetsOf, type Sheet } from './describe.ts';
import type { ClvResult } from './result.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const CURVE_ROWS = 10;
const WIDEST_CURVE = 60;

/** The result as tables and plots for a terminal of some columns. */
export function tableOf(result: ClvResult, columns: number): string {
  return [...sheetsOf(result).map(sheetText), ...chartsOf(result).map((chart) => chartText(chart, columns))].join('\n');
}

function sheetText({ title, head, rows, note }: Sheet): string {
  const shown = head.some((name) => name !== '') ? [head, ...rows] : rows;
  const widths = head.map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('   ')}`.trimEnd();
  return `${[title, ...shown.map(line), ...(note ? [`  ${note}`] : [])].join('\n')}\n`;
}

function chartText(chart: Chart, columns: number): string {
  return chart.kind === 'bars' ? barsText(chart, columns) : curveText(chart, columns);
}

function barsText({ title, labels, series }: BarChart, columns: number): string {
  const largest = Math.max(...series.flatMap(({ values }) => values)) || 1;
  const names = Math.max(...series.map(({ name }) => name.length));
  const labelWidth = Math.max(...labels.map((label) => label.length));
  const room = Math.max(10, Math.min(columns, 120) - names - labelWidth - 18);
  const lines = labels.flatMap((label, i) => series.map(({ name, values }, s) =>
    `  ${(s === 0 ? label : '').padStart(labelWidth)}  ${series.length > 1 ? `${name.padEnd(names)}  ` : ''}${bar(values[i]! / largest * room)} ${shortNumber(values[i]!)}`));
  return `${[title, ...lines].join('\n')}\n`;
}

function bar(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

function curveText({ title, across, up, points }: CurveChart, columns: number): string {
  const width = Math.max(20, Math.min(columns - 12, WIDEST_CURVE));
  const cells = Array.from({ length: CURVE_ROWS }, () => Array.from({ length: width }, () => ' '));
  for (let column = 0; column < width; column++) {
    const at = (column + 0.5) / width;
    const height = (points.find(([x]) => x >= at) ?? points[points.length - 1]!)[1];
    cells[CURVE_ROWS - 1 - Math.min(CURVE_ROWS - 1, Math.floor(height * CURVE_ROWS))]![column] = '•';
  }
  const lines = cells.map((row, i) => `  ${i === 0 ? '100 %' : i === CURVE_ROWS - 1 ? '  0 %' : '     '} │${row.join('')}`);
  const held = [0.05, 0.1, 0.2].map((best) => `best ${best * 100} %: ${shareOf(points, best)}`).join(', ');
  return `${[title, ...lines, `        └${'─'.repeat(width)}`, `         ${across}; ${up}; ${held}`].join('\n')}\n`;
}

function shareOf(points: readonly [number, number][], best: number): string {
  const [, share] = points.find(([x]) => x >= best - 1e-9) ?? [1, 1];
  return `${Math.round(share * 100)} %`;
}

function shortNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
