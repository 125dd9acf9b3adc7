import type { Day } from '../calendar.ts';
import type { History, Purchase } from '../history.ts';
import type { NextTier } from './counterfactual.ts';
import { moneyMissing } from './money-missing.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import type { Policy } from './policy.ts';
import { tierStanding, type TierHeld } from './standing.ts';

/** A rise within reach, and the minor units still to be spent for it. */
export interface NearRise { next: NextTier; money: number }

/** Who is near a rise: what is missing fits into so many visits like her usual ones. */
const visitsToRise = 2;

/** The rise that a customer would make with two more visits like her usual ones; null when what is missing is more than that, or nothing a visit gives. */
export function nearRise(history: History, policy: Policy, cuts: PercentileCuts, asOf: Day, held: TierHeld | null): NearRise | null {
  const { purchases } = history;
  if (purchases.length === 0 || (held !== null && held.tier === policy.ladder.at(-1)!.id)) return null;
  const { next } = tierStanding(history, policy, cuts, asOf, held);
  if (next === null || next.missing.length === 0) return null;
  const inVisits = visitsToRise / occasionsIn(purchases);
  const money = moneyMissing(next.missing, policy);
  if (money === null || money > sum(purchases, 'netSpend') * inVisits) return null;
  const fits = next.missing.every(({ criterion, amount }) => {
    if (criterion === 'occasions' || criterion === 'tickets') return amount <= visitsToRise;
    return criterion !== 'units' || amount <= sum(purchases, 'units') * inVisits;
  });
  return fits ? { next, money } : null;
}

function occasionsIn(purchases: readonly Purchase[]): number {
  return new Set(purchases.map(({ day }) => day)).size;
}

function sum(purchases: readonly Purchase[], what: 'netSpend' | 'units'): number {
  return purchases.reduce((total, purchase) => total + purchase[what], 0);
}
