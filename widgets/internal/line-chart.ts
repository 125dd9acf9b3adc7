import { CategoryScale, Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip, type ChartConfiguration } from 'chart.js';

Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** A line chart on a canvas. */
export function drawLine(canvas: HTMLCanvasElement, configuration: ChartConfiguration<'line', (number | null)[], string>): Chart<'line', (number | null)[], string> {
  return new Chart(canvas, configuration);
}
