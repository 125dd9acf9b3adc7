import { orderByFrequency } from './order-by-frequency.ts';
import type { PurchaseSummaries } from './summary.ts';

/**
 * Customers with the same frequency, recency and age, merged into cells that carry their number as a weight.
 * Cells are ordered by frequency; group g holds the cells `groupStart[g]` up to `groupStart[g + 1]`, all of frequency `groupFrequency[g]`.
 */
export interface Cells {
  length: number;
  customers: number;
  recency: Float64Array;
  age: Float64Array;
  weight: Float64Array;
  groupFrequency: Float64Array;
  groupStart: Uint32Array;
}

/**
 * Merges customers into weighted cells.
 * With a resolution above 0 (weeks), times are first gathered into steps of that size and each cell keeps their mean: a quick first look at big data.
 */
export function mergeCells(summaries: PurchaseSummaries, resolution = 0): Cells {
  const { length, frequency, recency, age } = summaries;
  const { cellOf, firstCustomer } = assignCells(summaries, resolution);
  const { order, groupFrequency, groupStart } = orderByFrequency(firstCustomer.length, (cell) => frequency[firstCustomer[cell]!]!);
  const place = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) place[order[k]!] = k;
  const cells: Cells = {
    length: order.length, customers: length, groupFrequency, groupStart,
    recency: new Float64Array(order.length), age: new Float64Array(order.length), weight: new Float64Array(order.length),
  };
  for (let k = 0; k < order.length; k++) {
    const one = firstCustomer[order[k]!]!;
    cells.recency[k] = recency[one]!;
    cells.age[k] = age[one]!;
  }
  for (let i = 0; i < length; i++) {
    const k = place[cellOf[i]!]!;
    const weight = ++cells.weight[k]!;
    if (resolution === 0) continue;
    cells.recency[k]! += (recency[i]! - cells.recency[k]!) / weight;
    cells.age[k]! += (age[i]! - cells.age[k]!) / weight;
  }
  return cells;
}

/** Customers looked at to see whether merging pays, and the share of them in other cells that says it does not. */
const SAMPLE = 20_000;
const HARDLY_ANY_ALIKE = 0.9;

/** Gives every customer the number of her cell; where hardly any two are alike, as when times are not whole days, everybody is her own. */
function assignCells(summaries: PurchaseSummaries, resolution: number): Assignment {
  if (resolution === 0 && summaries.length > 2 * SAMPLE) {
    const distinct = hashCells(summaries, SAMPLE, 0).firstCustomer.length;
    if (distinct > HARDLY_ANY_ALIKE * SAMPLE) {
      const own = Int32Array.from({ length: summaries.length }, (_, i) => i);
      return { cellOf: own, firstCustomer: own };
    }
  }
  return hashCells(summaries, summaries.length, resolution);
}

interface Assignment { cellOf: Int32Array; firstCustomer: ArrayLike<number> }

/** Finds the first customers' cells by an open-addressing hash table over the three numbers that make a cell. */
function hashCells({ frequency, recency, age }: PurchaseSummaries, length: number, resolution: number): Assignment {
  const perStep = resolution > 0 ? 1 / resolution : 0;
  const rounded = (time: number) => (perStep > 0 ? Math.round(time * perStep) : time);
  const mask = 2 ** Math.ceil(Math.log2(2 * length + 1)) - 1;
  const slots = new Int32Array(mask + 1);
  const cellOf = new Int32Array(length);
  const firstCustomer: number[] = [];
  const numbers = new Float64Array(3);
  const words = new Int32Array(numbers.buffer);
  for (let i = 0; i < length; i++) {
    numbers[0] = frequency[i]!;
    numbers[1] = rounded(recency[i]!);
    numbers[2] = rounded(age[i]!);
    let slot = hash(words) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const one = firstCustomer[slots[slot]! - 1]!;
      if (frequency[one] === numbers[0] && rounded(age[one]!) === numbers[2] && rounded(recency[one]!) === numbers[1]) break;
    }
    if (slots[slot] === 0) slots[slot] = firstCustomer.push(i);
    cellOf[i] = slots[slot]! - 1;
  }
  return { cellOf, firstCustomer };
}

function hash(words: Int32Array): number {
  let h = 0;
  for (let i = 0; i < 6; i++) {
    h = Math.imul(h ^ words[i]!, 0x9e3779b1);
    h ^= h >>> 15;
  }
  return Math.imul(h, 0x85ebca6b) >>> 7;
}
