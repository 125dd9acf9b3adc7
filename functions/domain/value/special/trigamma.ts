/**
 * The second derivative of the logarithm of the gamma function for a positive argument.
 * Asymptotic series above 12, the recurrence ψ′(z + 1) = ψ′(z) − 1/z² below it (NIST DLMF 5.15.8 and 5.15.5).
 */
export function trigamma(z: number): number {
  let sum = 0;
  let shifted = z;
  while (shifted < 12) { sum += 1 / (shifted * shifted); shifted += 1; }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66
    - square * (691 / 2730 - square * 7 / 6))))));
  return inverse + square / 2 + series + sum;
}
