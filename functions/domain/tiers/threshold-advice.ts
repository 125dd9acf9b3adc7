/** What a level, or everybody, bought: amount in minor units, pieces and tickets. */
export interface Bought { amount: number; units: number; tickets: number }

/** A sum from which somebody might be given a card, in minor units. */
export interface SuggestedThreshold {
  /** Amount ÷ units. */
  averagePrice: number;
  /** 连带率: units ÷ tickets. */
  attachRate: number;
  /** Average price × attach rate: what an ordinary ticket comes to. */
  baseLine: number;
  /** Base line × (1 + growth), rounded up to a whole minor unit. */
  threshold: number;
}
export interface LevelAdvice extends SuggestedThreshold {
  tier: string;
  /** Average price × (1 + growth). */
  raisedPrice: number;
  /** Share of all amount that this level brought, 0–1. */
  contribution: number;
}

/**
 * Suggests a threshold from what was bought and a growth of, usually, 0.15 to 0.30: base line × (1 + growth).
 * Null where nothing was bought. This is the retailers' own rule of thumb (开卡门槛), not an optimum.
 */
export function suggestThreshold({ amount, units, tickets }: Bought, growth: number): SuggestedThreshold | null {
  if (units === 0 || tickets === 0) return null;
  const averagePrice = amount / units;
  const attachRate = units / tickets;
  const baseLine = averagePrice * attachRate;
  return { averagePrice, attachRate, baseLine, threshold: Math.ceil(baseLine * (1 + growth) - 1e-6) };
}

/** The same for each existing level; levels that bought nothing are left out. */
export function suggestForLevels(levels: readonly (Bought & { tier: string })[], growth: number): LevelAdvice[] {
  const all = levels.reduce((sum, { amount }) => sum + amount, 0);
  return levels.flatMap((level) => {
    const suggested = suggestThreshold(level, growth);
    if (suggested === null) return [];
    return [{ tier: level.tier, ...suggested, raisedPrice: suggested.averagePrice * (1 + growth), contribution: all > 0 ? level.amount / all : 0 }];
  });
}
