import { withCells, type Cells, type Times } from './cells.ts';

const BINS = 24;

/**
 * Cells gathered into fewer, each with the mean times of its customers: a quick first look at big data.
 * Bins are even in the square root of time, because the likelihood bends most where times are short.
 */
export function coarsen({ length, customers, recency, age, weight, groupFrequency, groupStart }: Cells): Cells {
  const most = Math.min(length, groupFrequency.length * BINS * BINS);
  const coarse: Times = { recency: new Float64Array(most), age: new Float64Array(most), weight: new Float64Array(most) };
  const coarseStart = new Uint32Array(groupStart.length);
  const perRoot = (BINS - 1) / Math.sqrt(largest(age) || 1);
  const slots = new Int32Array(BINS * BINS);
  let end = 0;
  for (let g = 0; g < groupFrequency.length; g++) {
    slots.fill(0);
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const t = recency[k]!;
      const T = age[k]!;
      const w = weight[k]!;
      const bin = Math.round(Math.sqrt(t) * perRoot) * BINS + Math.round(Math.sqrt(T) * perRoot);
      if (slots[bin] === 0) slots[bin] = ++end;
      const cell = slots[bin]! - 1;
      coarse.recency[cell]! += w * t;
      coarse.age[cell]! += w * T;
      coarse.weight[cell]! += w;
    }
    coarseStart[g + 1] = end;
  }
  for (let cell = 0; cell < end; cell++) {
    coarse.recency[cell]! /= coarse.weight[cell]!;
    coarse.age[cell]! /= coarse.weight[cell]!;
  }
  return withCells(coarse, coarseStart, groupFrequency, customers);
}

function largest(values: Float64Array): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > max) max = values[i]!;
  return max;
}
