/** Largest frequency for which a counting table is cheaper than sorting. */
const LARGEST_COUNTED = 1_000_000;

export interface FrequencyGroups {
  /** Item numbers, those of one frequency together, frequencies ascending. */
  order: Uint32Array;
  groupFrequency: Float64Array;
  /** Where each group starts in `order`, and at the end its length. */
  groupStart: Uint32Array;
}

/** Orders items by whole-number frequency and says where each frequency starts; in linear time unless a frequency exceeds a million. */
export function orderByFrequency(items: number, frequencyOf: (item: number) => number): FrequencyGroups {
  let largest = 0;
  for (let i = 0; i < items; i++) largest = Math.max(largest, frequencyOf(i));
  const order = largest <= LARGEST_COUNTED ? countingOrder(items, frequencyOf, largest) : sortedOrder(items, frequencyOf);
  const groupFrequency: number[] = [];
  const groupStart: number[] = [];
  for (let k = 0; k < items; k++) {
    const frequency = frequencyOf(order[k]!);
    if (k > 0 && frequency === groupFrequency[groupFrequency.length - 1]) continue;
    groupFrequency.push(frequency);
    groupStart.push(k);
  }
  return { order, groupFrequency: Float64Array.from(groupFrequency), groupStart: Uint32Array.from([...groupStart, items]) };
}

function countingOrder(items: number, frequencyOf: (item: number) => number, largest: number): Uint32Array {
  const next = new Uint32Array(largest + 2);
  for (let i = 0; i < items; i++) next[frequencyOf(i) + 1]! += 1;
  for (let f = 1; f <= largest + 1; f++) next[f]! += next[f - 1]!;
  const order = new Uint32Array(items);
  for (let i = 0; i < items; i++) order[next[frequencyOf(i)]!++] = i;
  return order;
}

function sortedOrder(items: number, frequencyOf: (item: number) => number): Uint32Array {
  return Uint32Array.from({ length: items }, (_, i) => i).sort((one, other) => frequencyOf(one) - frequencyOf(other));
}
