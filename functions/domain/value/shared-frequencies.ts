/** As many customers of one frequency are scored as fast one by one as a curve for all of them is made. */
const WORTH_A_CURVE = 25;
/** Rarer than this is any frequency so high. */
const HIGHEST_COUNTED = 100_000;

/** Says of a frequency whether so many of some customers share it that a curve pays (see `Outlooks`). */
export function sharedFrequencies(frequency: Float64Array): (frequency: number) => boolean {
  const customers = new Uint32Array(HIGHEST_COUNTED);
  for (let i = 0; i < frequency.length; i++) if (frequency[i]! < HIGHEST_COUNTED) customers[frequency[i]!]! += 1;
  return (x) => x < HIGHEST_COUNTED && customers[x]! >= WORTH_A_CURVE;
}
