/** Largest frequency for which a counting table is cheaper than sorting. */
const LARGEST_COUNTED = 1_000_000;

/** Where each item goes when those of one frequency are put together, frequencies ascending and items otherwise in their order. */
export interface FrequencyGroups {
  place: Uint32Array;
  groupFrequency: Float64Array;
  /** Where each group starts, and at the end the number of items. */
  groupStart: Uint32Array;
}

/** Groups items by their whole-number frequency; in linear time unless a frequency exceeds a million. */
export function groupByFrequency(frequency: Float64Array): FrequencyGroups {
  let largest = 0;
  for (let i = 0; i < frequency.length; i++) if (frequency[i]! > largest) largest = frequency[i]!;
  return largest <= LARGEST_COUNTED ? byCounting(frequency, largest) : bySorting(frequency);
}

function byCounting(frequency: Float64Array, largest: number): FrequencyGroups {
  const next = new Uint32Array(largest + 2);
  for (let i = 0; i < frequency.length; i++) next[frequency[i]! + 1]! += 1;
  const groupFrequency: number[] = [];
  const groupStart: number[] = [];
  for (let f = 0; f <= largest; f++) {
    if (next[f + 1]! > 0) {
      groupFrequency.push(f);
      groupStart.push(next[f]!);
    }
    next[f + 1]! += next[f]!;
  }
  const place = new Uint32Array(frequency.length);
  for (let i = 0; i < frequency.length; i++) place[i] = next[frequency[i]!]!++;
  return { place, groupFrequency: Float64Array.from(groupFrequency), groupStart: Uint32Array.from([...groupStart, frequency.length]) };
}

function bySorting(frequency: Float64Array): FrequencyGroups {
  const order = Uint32Array.from(frequency.keys()).sort((one, other) => frequency[one]! - frequency[other]! || one - other);
  const starts = Array.from(order.keys()).filter((k) => k === 0 || frequency[order[k]!] !== frequency[order[k - 1]!]);
  const place = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) place[order[k]!] = k;
  return { place, groupFrequency: Float64Array.from(starts, (k) => frequency[order[k]!]!), groupStart: Uint32Array.from([...starts, order.length]) };
}
