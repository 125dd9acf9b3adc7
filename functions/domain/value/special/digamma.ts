/**
 * The derivative of the logarithm of the gamma function for a positive argument.
 * Asymptotic series above 12, the recurrence ψ(z + 1) = ψ(z) + 1/z below it (NIST DLMF 5.11.2 and 5.5.2).
 */
export function digamma(z: number): number {
  let sum = 0;
  let shifted = z;
  while (shifted < 12) sum += 1 / shifted++;
  const square = 1 / (shifted * shifted);
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132
    - square * (691 / 32_760 - square / 12))))));
  return Math.log(shifted) - 0.5 / shifted - series - sum;
}
