/** A confidence interval, both ends included. */
export type Interval = readonly [low: number, high: number];

/** Standard normal quantile for a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * The Wilson score interval of a share, which stays honest where few answered or all agree.
 * Returns shares 0–1, or null when nobody answered. Throws a RangeError unless 0 ≤ successes ≤ n.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212, without continuity correction; L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001) 101–133, equation 4.
 */
export function wilson(successes: number, n: number, z = z95): Interval | null {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} successes out of ${n} make no share`);
  if (n === 0) return null;
  const failures = n - successes;
  const spread = z * Math.sqrt(z * z + (4 * successes * failures) / n);
  const scale = 2 * (n + z * z);
  return [
    within((2 * successes + z * z - spread) / scale, 0, 1),
    within((2 * successes + z * z + spread) / scale, 0, 1),
  ];
}

/** Observations added before the Wald formula is applied, a quarter of them promoters and a quarter detractors. */
const addedAnswers = 3;

/**
 * The adjusted Wald interval of a net share such as NPS: promoters minus detractors as a share of all answers.
 * Returns differences of shares −1…1, or null when nobody answered. Throws a RangeError when the parts exceed n.
 * Source: B. Rocks, The American Statistician 70 (2016) 365–372, the (3, T) interval: 3 answers added, ¾ to promoters and ¾ to detractors;
 * written out at measuringu.com/nps-confidence-intervals.
 */
export function adjustedWald(promoters: number, detractors: number, n: number, z = z95): Interval | null {
  if (!(promoters >= 0 && detractors >= 0 && promoters + detractors <= n)) {
    throw new RangeError(`${promoters} promoters and ${detractors} detractors do not fit into ${n} answers`);
  }
  if (n === 0) return null;
  const adjusted = n + addedAnswers;
  const promoting = (promoters + addedAnswers / 4) / adjusted;
  const detracting = (detractors + addedAnswers / 4) / adjusted;
  const net = promoting - detracting;
  const margin = z * Math.sqrt((promoting + detracting - net * net) / adjusted);
  return [within(net - margin, -1, 1), within(net + margin, -1, 1)];
}
