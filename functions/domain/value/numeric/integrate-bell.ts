const NEGLIGIBLE = 1e-15;
const MOST_STEPS = 4000;

/**
 * Integrates a positive, smooth function over the whole line that rises to one summit near `centre` and dies away on both sides.
 * The trapezoidal rule, which converges exponentially for such functions; steps of `step`, outward until nothing is added.
 * Source: Trefethen and Weideman (2014), "The exponentially convergent trapezoidal rule".
 */
export function integrateBell(density: (at: number) => number, centre: number, step: number): number {
  let sum = density(centre);
  for (const side of [-step, step]) {
    for (let k = 1; k < MOST_STEPS; k++) {
      const added = density(centre + k * side);
      sum += added;
      if (added <= NEGLIGIBLE * sum) break;
    }
  }
  return sum * step;
}
