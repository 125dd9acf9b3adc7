import { svg } from 'lit/html.js';

const at = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;

/** A thin bar filled to a share of 0–1; for the eye only, the number stands beside it. */
export function meter(share: number): unknown {
  return svg`<svg class="meter" height="4" aria-hidden="true"><rect class="ground" width="100%" height="4"></rect><rect width=${at(share)} height="4"></rect></svg>`;
}

/** A value with its interval on a scale of 0–1: band, whisker ends and a point; for the eye only. */
export function intervalBar(low: number, value: number, high: number): unknown {
  return svg`<svg class="interval" height="14" aria-hidden="true">
    <rect class="ground" y="6" width="100%" height="2"></rect>
    <rect x=${at(low)} y="4" width=${at(high - low)} height="6" opacity="0.3"></rect>
    <svg x=${at(value)} overflow="visible"><circle cy="7" r="4.5"></circle></svg>
  </svg>`;
}
