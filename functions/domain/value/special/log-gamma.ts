const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * The natural logarithm of the gamma function for a positive argument, to about 15 digits.
 * Stirling's series above 12, the recurrence Γ(z + 1) = z Γ(z) below it (NIST DLMF 5.11.1 and 5.5.1).
 */
export function logGamma(z: number): number {
  let product = 1;
  let shifted = z;
  while (shifted < 12) product *= shifted++;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188
    - square * (691 / 360_360 - square / 156))))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
}
