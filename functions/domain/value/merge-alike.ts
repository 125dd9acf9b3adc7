import type { Times } from './cells.ts';

/** Customers looked at to see whether merging pays, and the share of them in other cells that says it does not. */
const SAMPLE = 20_000;
export const HARDLY_ANY_ALIKE = 0.9;

/**
 * Merges equal customers among `from` … `to − 1` into weighted cells from `target` ≤ `from` on, in place, and returns where the cells end.
 * An open-addressing hash table over the two times; unless `pays`, or once a sample says that hardly any two are alike, customers are only moved.
 */
export function mergeAlike({ recency, age, weight }: Times, from: number, to: number, target: number, pays: boolean): number {
  const mask = pays ? 2 ** Math.ceil(Math.log2(2 * (to - from))) - 1 : 0;
  const slots = new Int32Array(mask + 1);
  let end = target;
  let merging = pays;
  for (let i = from; i < to; i++) {
    const t = recency[i]!;
    const T = age[i]!;
    if (merging) {
      let slot = hash(t, T) & mask;
      while (slots[slot] !== 0 && !(age[slots[slot]! - 1] === T && recency[slots[slot]! - 1] === t)) slot = (slot + 1) & mask;
      if (slots[slot] !== 0) {
        weight[slots[slot]! - 1]! += 1;
        continue;
      }
      slots[slot] = end + 1;
      merging = i - from !== SAMPLE || end - target < HARDLY_ANY_ALIKE * SAMPLE;
    }
    recency[end] = t;
    age[end] = T;
    weight[end] = 1;
    end += 1;
  }
  return end;
}

function hash(recency: number, age: number): number {
  const h = Math.imul((recency * 0x9e37_79b1) | 0, 0x85eb_ca6b) ^ ((age * 0xc2b2_ae35) | 0);
  return Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d) >>> 7;
}
