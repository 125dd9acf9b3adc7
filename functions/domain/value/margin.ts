import type { Occasion } from './occasions.ts';

/** Profit share of what a customer paid, from −1 to 1, and whether unit costs or only the setting say so. Profit in minor units. */
export interface Margin { rate: number; source: 'cost' | 'setting'; profit: number }

/** The margin on a customer's occasions: real where unit costs are known, the setting's rate on the rest. */
export function marginOf(occasions: readonly Occasion[], settingRate: number): Margin {
  let spend = 0, known = 0, knownSpend = 0;
  for (const occasion of occasions) {
    spend += occasion.netSpend;
    known += occasion.knownMargin;
    knownSpend += occasion.knownMarginSpend;
  }
  const profit = known + settingRate * (spend - knownSpend);
  // Where more came back than was paid no share says anything.
  if (knownSpend <= 0 || spend <= 0) return { rate: settingRate, source: 'setting', profit };
  return { rate: Math.max(-1, Math.min(1, profit / spend)), source: 'cost', profit };
}
