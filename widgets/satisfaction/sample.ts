/** Numbers of answers from which a score may be shown, and from which it may be coloured and compared. */
export const shownFrom = 5;
const fullFrom = 30;

/** How much of a score its sample allows to show. */
export function sampleAllows(n: number, suppressed: boolean): 'none' | 'count' | 'interval' | 'full' {
  if (n === 0) return 'none';
  if (suppressed || n < shownFrom) return 'count';
  return n < fullFrom ? 'interval' : 'full';
}
