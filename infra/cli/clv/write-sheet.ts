import type { Chart } from './charts.ts';
import { drawn, pictureOf, titleText, type Drawing } from './draw-chart.ts';
import { escaped } from './escaped.ts';
import { wrap } from './wrap.ts';

const LINE = 16;
const LETTERS = 68;
const GAP = 24;

/** All charts and their notes below each other as one SVG drawing. */
export function sheetOf(charts: readonly Chart[]): string {
  let height = 0;
  const content: string[] = [];
  for (const chart of charts) {
    const drawing = withNote(chart);
    content.push(`<g transform="translate(0 ${height})">${drawing.content}</g>`);
    height += drawing.height + GAP;
  }
  return pictureOf({ height, content: content.join('\n') }, charts);
}

function withNote(chart: Chart): Drawing {
  const { height, content } = chart.kind === 'none' ? { height: LINE * 2, content: titleText(chart.title) } : drawn(chart);
  const lines = chart.note === undefined ? [] : wrap(chart.note, LETTERS);
  const texts = lines.map((line, i) => `<text x="8" y="${height + (i + 0.5) * LINE}" font-size="11" fill="#555">${escaped(line)}</text>`);
  return { height: height + lines.length * LINE, content: [content, ...texts].join('\n') };
}
