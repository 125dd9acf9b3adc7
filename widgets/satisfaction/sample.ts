/** Numbers of answers from which a score may be shown, and from which it may be coloured and compared. */
const SHOWN_FROM = 5;
const FULL_FROM = 30;

/** How much of a score its sample allows to show. */
export function sampleAllows(n: number, suppressed: boolean): 'none' | 'count' | 'interval' | 'full' {
  if (n === 0) return 'none';
  if (suppressed || n < SHOWN_FROM) return 'count';
  return n < FULL_FROM ? 'interval' : 'full';
}
