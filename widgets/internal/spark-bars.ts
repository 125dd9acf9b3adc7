import { svg } from 'lit/html.js';

const STEP = 10;
const HEIGHT = 40;

/** One bar a value, the last one set off; a value of zero leaves a hair, so that a gap reads as "nothing" and not as "unknown". */
export function sparkBars(values: readonly number[]): unknown {
  const most = Math.max(1, ...values);
  return svg`<svg class="bars" viewBox="0 0 ${values.length * STEP} ${HEIGHT}" preserveAspectRatio="none" height=${HEIGHT} aria-hidden="true">${values.map((value, i) => {
    const height = Math.max(1, (Math.max(0, value) / most) * HEIGHT);
    return svg`<rect x=${i * STEP + 1} y=${HEIGHT - height} width=${STEP - 2} height=${height} class=${i === values.length - 1 ? 'latest' : ''}></rect>`;
  })}</svg>`;
}
