import type { Day } from '../calendar.ts';
import type { History, Purchase } from '../history.ts';
import { occasionsIn } from '../kpis/kpi.ts';
import type { Stage } from './stage.ts';

/** Why a customer brings little, with the number behind it: shares are 0–1 of her net spend, occasions those of a year. */
export type OutsideReason =
  | { code: 'offers-only'; share: number }
  | { code: 'one-category'; category: string; share: number }
  | { code: 'low-frequency'; occasions: number }
  | { code: 'returns'; share: number };

/** A customer outside the core: why, what she would have to spend more to belong to it in minor units, and how she is best served. */
export interface OutsideCore { reasons: OutsideReason[]; missing: number; service: 'win-over' | 'low-cost' }

/** When a way of buying counts as a reason; every number is a default. */
export const defaultOutsideLimits = { offerBelow: 0.85, offersShare: 0.8, categoryShare: 0.9, fewestOccasions: 3, yearlyOccasions: 2, returnsShare: 0.3, visitsToWin: 3 };

const stillHere: ReadonlySet<Stage> = new Set<Stage>(['new', 'growing', 'mature', 'won-back']);

/**
 * Looks at a customer who does not belong to the fifth that spends most; null for whoever does, and for whoever never bought.
 * She could be won when a few visits like hers are all that is missing and she still comes; others are served by low-cost means.
 * @param coreFrom net spend from which a customer belongs to the core, null where nobody does
 */
export function outsideCore(history: History, stage: Stage, coreFrom: number | null, asOf: Day, limits = defaultOutsideLimits): OutsideCore | null {
  const { purchases } = history;
  const spend = sum(purchases, ({ netSpend }) => netSpend);
  if (purchases.length === 0 || coreFrom === null || spend >= coreFrom) return null;
  const missing = coreFrom - spend;
  const winnable = stillHere.has(stage) && missing <= (limits.visitsToWin * spend) / occasionsIn(purchases);
  return { reasons: reasonsFor(history, spend, asOf, limits), missing, service: winnable ? 'win-over' : 'low-cost' };
}

function reasonsFor({ purchases, returns }: History, spend: number, asOf: Day, limits: typeof defaultOutsideLimits): OutsideReason[] {
  const reasons: OutsideReason[] = [];
  const enough = occasionsIn(purchases) >= limits.fewestOccasions;
  const onOffer = sum(purchases.filter(({ netSpend, listValue }) => netSpend <= limits.offerBelow * listValue), ({ netSpend }) => netSpend) / spend;
  if (onOffer >= limits.offersShare) reasons.push({ code: 'offers-only', share: onOffer });
  const [category, most] = largestCategory(purchases);
  if (enough && category !== null && most / spend >= limits.categoryShare) reasons.push({ code: 'one-category', category, share: most / spend });
  const lately = occasionsIn(purchases.filter(({ day }) => day > asOf - 365));
  if (lately <= limits.yearlyOccasions) reasons.push({ code: 'low-frequency', occasions: lately });
  const back = sum(returns, ({ netSpend }) => netSpend);
  if (back / (spend + back) >= limits.returnsShare) reasons.push({ code: 'returns', share: back / (spend + back) });
  return reasons;
}

function largestCategory(purchases: readonly Purchase[]): [string | null, number] {
  const spends = new Map<string, number>();
  for (const { categories } of purchases) for (const { category, netSpend } of categories) spends.set(category, (spends.get(category) ?? 0) + netSpend);
  let largest: [string | null, number] = [null, 0];
  for (const [category, spend] of spends) if (spend > largest[1]) largest = [category, spend];
  return largest;
}

function sum<T>(list: readonly T[], amount: (item: T) => number): number {
  return list.reduce((total, item) => total + amount(item), 0);
}
