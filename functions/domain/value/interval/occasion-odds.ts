/** How many occasions a customer will have: `atLeast[n]` is the probability of n or more, 0 from `length` on; what lies beyond is negligible for an interval. */
export interface OccasionOdds { length: number; atLeast: Float64Array }

/** Numbers of occasions less likely to be reached than this are left out. */
export const UNLIKELY = 1e-3;
const MOST_OCCASIONS = 20_000;

/** Odds with room for as many occasions as are ever looked at. */
export function emptyOdds(): OccasionOdds {
  return { length: 0, atLeast: new Float64Array(64) };
}

/** Forgets everything, in place. */
export function clearOdds(odds: OccasionOdds): void {
  odds.atLeast.fill(0, 0, odds.length);
  odds.length = 0;
}

/** Adds probability to "n or more", in place, making room as needed; returns false once n is beyond all that is ever looked at. */
export function addOdds(odds: OccasionOdds, n: number, probability: number): boolean {
  if (n >= MOST_OCCASIONS) return false;
  if (n + 1 >= odds.atLeast.length) {
    const larger = new Float64Array(odds.atLeast.length * 2);
    larger.set(odds.atLeast);
    odds.atLeast = larger;
  }
  odds.atLeast[n]! += probability;
  if (n >= odds.length) odds.length = n + 1;
  return true;
}
