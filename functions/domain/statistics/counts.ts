/** How often each whole number occurs, as pairs ordered by number; counts of parts add up to the counts of the whole. */
export type Counts = readonly (readonly [value: number, times: number])[];

/** Counts of single values, which are rounded to whole numbers. */
export function countsOf(values: Iterable<number>): Counts {
  const times = new Map<number, number>();
  for (const value of values) times.set(Math.round(value), (times.get(Math.round(value)) ?? 0) + 1);
  return [...times].sort(([a], [b]) => a - b);
}

/** The counts of two sets of values together. */
export function mergeCounts(a: Counts, b: Counts): Counts {
  const times = new Map<number, number>(a);
  for (const [value, count] of b) times.set(value, (times.get(value) ?? 0) + count);
  return [...times].sort(([x], [y]) => x - y);
}

/** How many values were counted. */
export function sizeOf(counts: Counts): number {
  return counts.reduce((sum, [, times]) => sum + times, 0);
}

/**
 * The value below which a share of the counted values lies, null when there are none; between two values it is interpolated.
 * Source: R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361–365, definition 7 (the default of R, NumPy and spreadsheets).
 */
export function quantile(counts: Counts, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share between 0 and 1`);
  const size = sizeOf(counts);
  if (size === 0) return null;
  const position = (size - 1) * share;
  const low = valueAt(counts, Math.floor(position));
  return low + (valueAt(counts, Math.ceil(position)) - low) * (position - Math.floor(position));
}

function valueAt(counts: Counts, rank: number): number {
  let passed = 0;
  for (const [value, times] of counts) {
    passed += times;
    if (rank < passed) return value;
  }
  return counts.at(-1)![0];
}
