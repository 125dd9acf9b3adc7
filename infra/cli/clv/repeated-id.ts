import { IdTable } from './id-table.ts';

/**
 * The place of the first id that stands in the list before, −1 if there is none; each goes from one place of the bytes to another.
 * Most tables are sorted by id, and what only grows repeats nothing: that takes a thirtieth of the time of remembering them all.
 */
export function repeatedId(bytes: Uint8Array, from: Float64Array, to: Float64Array): number {
  if (areGrowing(bytes, from, to)) return -1;
  const ids = new IdTable(bytes, from.length);
  for (let place = 0; place < from.length; place++) {
    ids.numberOf(from[place]!, to[place]!);
    if (ids.length === place) return place;
  }
  return -1;
}

/** Whether each id is longer than the one before, or as long and later in the order of bytes. */
function areGrowing(bytes: Uint8Array, from: Float64Array, to: Float64Array): boolean {
  for (let place = 1; place < from.length; place++) {
    let before = from[place - 1]!;
    let here = from[place]!;
    const end = to[place]!;
    const longer = end - here - (to[place - 1]! - before);
    if (longer > 0) continue;
    while (here < end && bytes[here] === bytes[before]) {
      here += 1;
      before += 1;
    }
    if (longer < 0 || here === end || bytes[here]! < bytes[before]!) return false;
  }
  return true;
}
