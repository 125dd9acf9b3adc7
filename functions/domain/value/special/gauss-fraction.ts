const LARGEST_DEPTH = 20_000;

/**
 * The hypergeometric function ₂F₁(1, b; c; z) for 0 < b < c and 0 ≤ z < 1, to about 12 digits, by Gauss's continued fraction evaluated from its tail.
 * All its partial numerators are positive here, so nothing cancels. Source: NIST DLMF 15.7.1 with a = 1.
 */
export function gaussFraction(b: number, c: number, z: number): number {
  const root = Math.sqrt(1 - z);
  const depth = Math.min(LARGEST_DEPTH, 4 + Math.ceil(14 / (Math.log1p(root) - Math.log1p(-root) || 1e-3)));
  let fraction = 1;
  for (let n = depth; n >= 1; n--) {
    fraction = 1 - n * (c - 1 - b + n) * z / ((c + 2 * n - 2) * (c + 2 * n - 1) * fraction);
    if (n > 1) fraction = 1 - (b + n - 1) * (c + n - 2) * z / ((c + 2 * n - 3) * (c + 2 * n - 2) * fraction);
  }
  return 1 / (1 - b * z / (c * fraction));
}
