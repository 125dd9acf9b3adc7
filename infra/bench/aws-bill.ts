/** On-demand prices in USD, us-east-1, as listed on aws.amazon.com in 2026. */
const prices = {
  writeUnits: 0.625 / 1e6,
  readUnits: 0.125 / 1e6,
  busEvents: 1 / 1e6,
  queueRequests: 0.4 / 1e6,
  /** arm64, a GB for a second. */
  lambdaGigabyteSeconds: 0.0000133334,
  lambdaRequests: 0.2 / 1e6,
  stateTransitions: 0.025 / 1e3,
};
export type Usage = Partial<Record<keyof typeof prices, number>>;

/** What AWS would bill for a usage, in USD. */
export function billOf(usage: Usage): number {
  return (Object.keys(usage) as (keyof typeof prices)[]).reduce((sum, item) => sum + prices[item] * usage[item]!, 0);
}
