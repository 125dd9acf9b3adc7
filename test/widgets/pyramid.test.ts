import { describe, expect, it } from 'vitest';
import { spread } from '../../widgets/internal/spread.ts';
import { pyramidPicture } from '../../widgets/tier-pyramid/pyramid.chart.ts';

const tiers = [{ share: 0.05, sales: 0.35 }, { share: 0.15, sales: 0.31 }, { share: 0.3, sales: 0.23 }, { share: 0.5, sales: 0.11 }];

describe('the tier pyramid', () => {
  it.each([900, 560, 340])('gives each slice an area in proportion to its customers, %d pixels wide', (width) => {
    const areas = pyramidPicture(tiers, width).slices.map(({ slice }) => areaOf(slice));
    const whole = areas.reduce((sum, area) => sum + area, 0);
    // The white gap between slices takes up to one per cent of the whole from the lower one.
    for (const [i, { share }] of tiers.entries()) expect(areas[i]! / whole).toBeCloseTo(share, 1.7);
  });

  it('gives each tier a stretch of the sales column in proportion to its sales', () => {
    const { slices, height } = pyramidPicture(tiers, 900);
    for (const [i, { sales }] of tiers.entries()) expect((slices[i]!.column.height + (i > 0 ? 1.5 : 0)) / height).toBeCloseTo(sales, 5);
  });

  it('draws a tier without customers as nothing, and returns larger than sales as no sales', () => {
    const { slices } = pyramidPicture([{ share: 0, sales: 0 }, { share: 1, sales: 1.02 }, { share: 0, sales: -0.02 }], 600);
    expect(areaOf(slices[0]!.slice)).toBe(0);
    expect(slices[2]!.column.height).toBe(0);
  });

  it('stays inside its width and leaves room for the labels on both sides', () => {
    const { slices, columnX, columnWidth, labelEnd } = pyramidPicture(tiers, 340);
    const xs = slices.flatMap(({ slice }) => cornersOf(slice).map(([x]) => x));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(labelEnd);
    expect(Math.max(...xs)).toBeLessThan(columnX);
    expect(columnX + columnWidth).toBeLessThanOrEqual(340 - 60);
  });
});

describe('labels', () => {
  it('stay where they belong when there is room', () => {
    expect(spread([50, 120, 200], 40, 300)).toEqual([50, 120, 200]);
  });

  it('move apart, in order and inside the picture, when there is none', () => {
    const placed = spread([5, 6, 290, 295], 40, 300);
    for (const [i, y] of placed.entries()) {
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(280);
      expect(y - (placed[i - 1] ?? -20)).toBeGreaterThanOrEqual(40);
    }
  });
});

function cornersOf(path: string): [number, number][] {
  const numbers = path.match(/-?[\d.]+/g)!.map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}

/** Shoelace formula. */
function areaOf(path: string): number {
  const corners = cornersOf(path);
  return Math.abs(corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!;
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}
