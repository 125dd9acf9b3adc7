import { parseDay, type Day } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, type History, type Override, type Purchase } from '../../../../functions/domain/history.ts';
import type { PercentileCuts } from '../../../../functions/domain/tiers/percentile-cuts.ts';
import type { Policy, Rule, Window } from '../../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { tierStanding, type TierStanding } from '../../../../functions/domain/tiers/standing.ts';

/** Cuts for policies that compare nobody. */
export const noCuts: PercentileCuts = { asOf: 0, cuts: {} };

export const day = (date: string): Day => parseDay(date);

/** Goods for an amount, everything else as plain as possible. */
export function goods(netSpend: number, more: Partial<Omit<Purchase, 'day'>> = {}): Omit<Purchase, 'day'> {
  return { storeId: 'S1', tickets: 1, units: 1, netSpend, knownMargin: 0, knownMarginSpend: 0, listValue: netSpend, excludedSpend: 0, associateId: null, categories: [], ...more };
}

/** A customer who bought for these amounts on these dates. */
export function customer(bought: { [date: string]: number }, more: Partial<History> = {}): History {
  const purchases = Object.entries(bought).map(([date, netSpend]) => ({ day: day(date), ...goods(netSpend) }));
  return { ...emptyHistory('C1'), purchases: purchases.sort((a, b) => a.day - b.day), ...more };
}

export function override(from: string, expiresOn: string, tier: string, factId = 'O1'): Override {
  return { from: day(from), expiresOn: day(expiresOn), tier, author: 'A9', reason: 'sponsor', factId };
}

export const rolling = (months: number): Window => ({ kind: 'rolling', months });
export const spent = (atLeast: number, window: Window = rolling(12)): Rule => ({ criterion: 'net-spend', atLeast, window });

/** Base, middle and top by the rules given; nightly reviews, no grace, no limit of steps unless said otherwise. */
export function ladder(middle: { entry: Rule; keep?: Rule }, top: { entry: Rule; keep?: Rule }, more: Partial<Policy> = {}): Policy {
  const [base, second, third] = presets.cards.ladder as unknown as [Policy['ladder'][0], Policy['ladder'][0], Policy['ladder'][0]];
  return {
    ...presets.cards,
    ladder: [{ ...base, id: 'base' }, { ...second, id: 'middle', keep: undefined, ...middle }, { ...third, id: 'top', keep: undefined, ...top }],
    downgrade: { review: 'nightly', graceDays: 0, stepsPerReview: null },
    ...more,
  };
}

export function standingOn(date: string, history: History, policy: Policy): TierStanding {
  return tierStanding(history, policy, noCuts, day(date), null);
}

/** Changes as lines such as `2026-03-01 base>middle entry-met`. */
export function changesOf({ changes }: TierStanding): string[] {
  return changes.map(({ on, from, to, cause }) => `${new Date(on * 86_400_000).toISOString().slice(0, 10)} ${from}>${to} ${cause}`);
}
