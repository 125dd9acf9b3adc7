import type { History } from '../../../../functions/domain/history.ts';
import { emptyHistory } from '../../../../functions/domain/history.ts';

/** How simulated customers behave: BG/NBD occasions (weeks) and Gamma-Gamma spends (minor units). */
export interface Behaviour { r: number; alpha: number; a: number; b: number; p: number; q: number; v: number }

/** What the CDNOW sample behaves like, spends in cents. */
export const likeCdnow: Behaviour = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: 1544 };

export interface Simulated { history: History; /** What she does after the as-of day. */ future: { day: number; spend: number }[] }

/** Customers whose first purchase lay `youngest` to `oldest` days before `asOf`, followed for `followed` days after it. */
export function simulate(count: number, seed: number, behaviour: Behaviour, asOf: number, youngest: number, oldest: number, followed: number): Simulated[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => {
    const rate = gamma(random, behaviour.r) / behaviour.alpha / 7;
    const x = gamma(random, behaviour.a);
    const dropout = x / (x + gamma(random, behaviour.b));
    const spendRate = gamma(random, behaviour.q) / behaviour.v;
    const first = asOf - youngest - Math.floor(random() * (oldest - youngest));
    const days = [first];
    for (let time = 0; ;) {
      time -= Math.log(1 - random()) / rate;
      if (!(first + time <= asOf + followed)) break;
      days.push(first + Math.ceil(time));
      if (random() < dropout) break;
    }
    const events = days.map((day) => ({ day, spend: Math.round(gamma(random, behaviour.p) / spendRate) }));
    return { history: historyOf(`C${i}`, events.filter(({ day }) => day <= asOf)), future: events.filter(({ day }) => day > asOf) };
  });
}

/** A history of purchases in one shop. */
export function historyOf(customerId: string, events: readonly { day: number; spend: number; storeId?: string; knownMargin?: number; knownMarginSpend?: number }[]): History {
  return {
    ...emptyHistory(customerId),
    purchases: events.map(({ day, spend, storeId = 'S01', knownMargin = 0, knownMarginSpend = 0 }) => (
      { day, storeId, tickets: 1, units: 1, netSpend: spend, knownMargin, knownMarginSpend, listValue: spend, excludedSpend: 0, associateId: null, categories: [] })),
  };
}

/** Uniform numbers in [0, 1) by the mulberry32 generator. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A Gamma(shape, 1) number by Marsaglia and Tsang (2000). */
export function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (cube > 0 && Math.log(1 - random()) < normal * normal / 2 + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}
