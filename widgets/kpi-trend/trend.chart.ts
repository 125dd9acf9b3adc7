import type { ChartConfiguration } from 'chart.js';

/** Colours as the canvas needs them: resolved, not as custom properties. */
export interface TrendColours { line: string; band: string; grid: string; text: string; font: string }
export interface TrendPoint { label: string; value: number | null; low: number | null; high: number | null; complete: boolean }

/** The line chart of a KPI: the band is its interval, and what leads from or to a period that counts only in part is dashed. */
export function trendChart(points: readonly TrendPoint[], colours: TrendColours, write: (value: number) => string): ChartConfiguration<'line', (number | null)[], string> {
  const bounds = (pick: (point: TrendPoint) => number | null, fill: string | false) =>
    ({ data: points.map(pick), borderWidth: 0, pointRadius: 0, pointHitRadius: 0, backgroundColor: colours.band, fill });
  const bound = points.some(({ low }) => low !== null) ? [bounds(({ low }) => low, false), bounds(({ high }) => high, '-1')] : [];
  return {
    type: 'line',
    data: {
      labels: points.map(({ label }) => label),
      datasets: [...bound, {
        data: points.map(({ value }) => value),
        borderColor: colours.line, backgroundColor: colours.line, borderWidth: 1.75, tension: 0.25,
        pointRadius: (at) => (at.dataIndex === points.length - 1 ? 3.5 : 0), pointHoverRadius: 4,
        pointBackgroundColor: (at) => (points[at.dataIndex]?.complete === false ? colours.grid : colours.line),
        segment: { borderDash: (at) => ([at.p0DataIndex, at.p1DataIndex].some((i) => points[i]?.complete === false) ? [3, 4] : undefined) },
      }],
    },
    options: {
      animation: false,
      responsive: true, maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 6, right: 6 } },
      plugins: {
        legend: { display: false },
        tooltip: { displayColors: false, filter: (item) => item.datasetIndex === bound.length, callbacks: { label: ({ parsed }) => (parsed.y === null ? '' : write(parsed.y)) } },
      },
      scales: {
        x: { grid: { display: false }, border: { color: colours.grid }, ticks: { color: colours.text, font: { family: colours.font, size: 11 }, maxRotation: 0, autoSkipPadding: 18 } },
        y: { grid: { color: colours.grid, drawTicks: false }, border: { display: false }, ticks: { color: colours.text, font: { family: colours.font, size: 11 }, maxTicksLimit: 5, padding: 8, callback: (value) => write(Number(value)) } },
      },
    },
  };
}
