import type { Cells } from '../cells.ts';
import { FACTORS } from '../special/sum-of-logs.ts';

/**
 * What the cells of one frequency add to the BG/NBD log-likelihood's last term, log[(α+T)^−s + odds · (α+tₓ)^−s] with shape s = r + x:
 * its value and its derivatives by s, by α and (through `dropped` and `mixed`) by the logarithm of the odds.
 */
export interface GroupSums {
  customers: number;
  value: number;
  byShape: number;
  byAlpha: number;
  shapeShape: number;
  shapeAlpha: number;
  alphaAlpha: number;
  /** Sum of P(dropped out). */
  dropped: number;
  /** Sum of P(dropped out) · P(alive), and the same times the derivatives of the log odds by s and by α. */
  mixed: number;
  mixedShape: number;
  mixedAlpha: number;
}

/** The sums over customers with a single occasion, who cannot have dropped out: −r log(α+T). */
export function sumNeverRepeated({ age, weight, groupStart }: Cells, group: number, r: number, alpha: number): GroupSums {
  let customers = 0, logs = 0, inverses = 0, squares = 0;
  for (let k = groupStart[group]!, end = groupStart[group + 1]!; k < end;) {
    let product = 1;
    for (const stop = Math.min(end, k + FACTORS); k < stop; k++) {
      const w = weight[k]!;
      const time = alpha + age[k]!;
      const inverse = 1 / time;
      customers += w;
      inverses += w * inverse;
      squares += w * inverse * inverse;
      // Logarithms are what a fit's time goes into: those that count once are multiplied first, as in `sumOfLogs`.
      if (w === 1) product *= time;
      else logs += w * Math.log(time);
    }
    logs += Math.log(product);
  }
  return {
    customers, value: -r * logs, byShape: -logs, byAlpha: -r * inverses,
    shapeShape: 0, shapeAlpha: -inverses, alphaAlpha: r * squares, dropped: 0, mixed: 0, mixedShape: 0, mixedAlpha: 0,
  };
}

/** The sums over customers who came back. */
export function sumRepeaters({ recency, age, weight, groupStart }: Cells, group: number, shape: number, alpha: number, logOdds: number): GroupSums {
  let customers = 0, value = 0, logs = 0, goneLogs = 0, inverses = 0, squares = 0, dropped = 0;
  let mixed = 0, mixedShape = 0, mixedAlpha = 0, shapeShape = 0, shapeAlpha = 0, alphaAlpha = 0;
  for (let k = groupStart[group]!, end = groupStart[group + 1]!; k < end;) {
    let times = 1, either = 1;
    for (const stop = Math.min(end, k + FACTORS); k < stop; k++) {
      const w = weight[k]!;
      const time = alpha + age[k]!;
      const inverseAge = 1 / time;
      const inverseRecency = 1 / (alpha + recency[k]!);
      // The log odds of having dropped out, and how they move with s and α.
      const byShape = Math.log(time * inverseRecency);
      const byAlpha = shape * (inverseAge - inverseRecency);
      const odds = logOdds + shape * byShape;
      const small = Math.exp(-Math.abs(odds));
      const likelier = 1 / (1 + small);
      const gone = w * (odds > 0 ? likelier : small * likelier);
      const both = w * small * likelier * likelier;
      if (w === 1) {
        times *= time;
        either *= 1 + small;
      } else {
        logs += w * Math.log(time);
        value += w * Math.log1p(small);
      }
      customers += w;
      value += odds > 0 ? w * odds : 0;
      goneLogs += gone * byShape;
      inverses += w * inverseAge + gone * (inverseRecency - inverseAge);
      squares += w * inverseAge * inverseAge + gone * (inverseRecency * inverseRecency - inverseAge * inverseAge);
      dropped += gone;
      mixed += both;
      mixedShape += both * byShape;
      mixedAlpha += both * byAlpha;
      shapeShape += both * byShape * byShape;
      shapeAlpha += both * byShape * byAlpha;
      alphaAlpha += both * byAlpha * byAlpha;
    }
    logs += Math.log(times);
    value += Math.log(either);
  }
  return {
    customers, value: value - shape * logs, byShape: goneLogs - logs, byAlpha: -shape * inverses,
    shapeShape, shapeAlpha: shapeAlpha - inverses, alphaAlpha: alphaAlpha + shape * squares, dropped, mixed, mixedShape, mixedAlpha,
  };
}
