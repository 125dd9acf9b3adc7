import { spread } from '../internal/spread.ts';

/** One tier of the picture: its slice of the pyramid, its part of the sales column, the band between, and where its labels stand. */
export interface PyramidSlice {
  slice: string;
  band: string;
  column: { y: number; height: number };
  /** Middle of the slice's left edge, from which a leader runs to the label. */
  anchor: { x: number; y: number };
  labelY: number;
  salesLabelY: number;
}
export interface PyramidPicture { height: number; columnX: number; columnWidth: number; labelEnd: number; slices: PyramidSlice[] }

const LABEL_STEP = 50;
const SALES_LABEL_STEP = 34;
const GAP = 1.5;

/**
 * Lays out the tier pyramid in pixels. The area of a slice, not its height, is the tier's share of the customers:
 * the cut under a cumulative share s lies at √s of the height. Shares are 0–1, from the highest tier to the lowest.
 */
export function pyramidPicture(tiers: readonly { share: number; sales: number }[], width: number): PyramidPicture {
  const wide = width >= 520;
  const height = Math.max(wide ? 300 : 270, tiers.length * LABEL_STEP + 10);
  const labelEnd = wide ? 128 : 92;
  const columnWidth = wide ? 30 : 18;
  const columnX = width - (wide ? 104 : 70) - columnWidth;
  const base = (columnX - labelEnd) * (wide ? 0.72 : 0.78);
  const centre = labelEnd + 8 + base / 2;
  const half = (y: number) => (y / height) * (base / 2);
  let customers = 0;
  let sold = 0;
  const slices = tiers.map(({ share, sales }) => {
    const top = Math.sqrt(customers) * height;
    customers = Math.min(1, customers + share);
    const bottom = Math.sqrt(customers) * height;
    const columnTop = sold * height;
    sold = Math.min(1, sold + Math.max(0, sales));
    const y0 = top === 0 ? 0 : Math.min(bottom, top + GAP);
    const from = columnTop === 0 ? 0 : columnTop + GAP;
    const to = Math.max(from, sold * height);
    const middle = (y0 + bottom) / 2;
    const [right0, right1] = [centre + half(y0), centre + half(bottom)];
    const bendOf = (x: number) => (x + columnX) / 2;
    return {
      slice: `M${points([centre - half(y0), y0], [right0, y0], [right1, bottom], [centre - half(bottom), bottom])}Z`,
      band: `M${points([right0, y0])}C${points([bendOf(right0), y0], [bendOf(right0), from], [columnX, from])}V${to.toFixed(1)}C${points([bendOf(right1), to], [bendOf(right1), bottom], [right1, bottom])}Z`,
      column: { y: from, height: to - from },
      anchor: { x: centre - half(middle), y: middle },
    };
  });
  const labels = spread(slices.map(({ anchor }) => anchor.y), LABEL_STEP, height);
  const salesLabels = spread(slices.map(({ column }) => column.y + column.height / 2), SALES_LABEL_STEP, height);
  return {
    height, columnX, columnWidth, labelEnd,
    slices: slices.map((slice, i) => ({ ...slice, labelY: labels[i]!, salesLabelY: salesLabels[i]! })),
  };
}

const points = (...pairs: [number, number][]) => pairs.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
