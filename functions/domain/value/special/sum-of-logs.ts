/** So many factors between 1e-38 and 1e38 neither overflow nor vanish when they are multiplied. */
export const FACTORS = 8;

/** The sum of the logarithms of some positive numbers: a few are multiplied before one logarithm is taken, which is much quicker and no less exact. */
export function sumOfLogs(values: Float64Array, from: number, to: number): number {
  let logs = 0;
  for (let k = from; k < to;) {
    let product = 1;
    for (const stop = Math.min(to, k + FACTORS); k < stop; k++) product *= values[k]!;
    logs += Math.log(product);
  }
  return logs;
}
