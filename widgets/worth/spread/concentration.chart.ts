import type { ModelAnswer } from '../../../functions/contract/service-answers.ts';

type Concentration = NonNullable<ModelAnswer['worth']>['concentration'];

/** The curve of what the best customers hold as an SVG path in a square of 100 by 100, from nobody at the lower left to everybody at the upper right. */
export function concentrationPath(points: Concentration): string {
  return `M0 100${points.map(({ customers, value }) => `L${round(customers * 100)} ${round(100 - value * 100)}`).join('')}`;
}

/** What a share of the customers, the best first, holds; the point of the curve nearest to it. */
export function heldBy(points: Concentration, share: number): number {
  return points.reduce((nearest, point) => (Math.abs(point.customers - share) < Math.abs(nearest.customers - share) ? point : nearest)).value;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
