import type { Chart, ChartConfiguration } from 'chart.js';

type LineConfiguration = ChartConfiguration<'line', (number | null)[], string>;
type LineChart = Chart<'line', (number | null)[], string>;

/** Owns the life of one chart on one canvas: the library is fetched when the first chart is drawn, and a chart that leaves the page is destroyed. */
export class ChartController {
  #chart: LineChart | null = null;
  #wanted: { canvas: HTMLCanvasElement; configuration: LineConfiguration } | null = null;

  /** Draws or redraws; of several calls while the library loads only the last counts. */
  async draw(canvas: HTMLCanvasElement, configuration: LineConfiguration): Promise<void> {
    this.#wanted = { canvas, configuration };
    const { drawLine } = await import('./line-chart.ts');
    if (this.#wanted?.configuration !== configuration) return;
    this.#chart?.destroy();
    this.#chart = drawLine(canvas, configuration);
  }

  destroy(): void {
    this.#wanted = null;
    this.#chart?.destroy();
    this.#chart = null;
  }
}

/** A custom property of an element as a colour a canvas understands. */
export function resolvedColour(element: HTMLElement, property: string): string {
  const before = element.style.color;
  element.style.color = `var(${property})`;
  const { color } = getComputedStyle(element);
  element.style.color = before;
  return color;
}
