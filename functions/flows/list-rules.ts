import type { ListName } from '../contract/questions.ts';
import { formatDay, type Day } from '../domain/calendar.ts';
import type { RunContext } from '../domain/evaluate.ts';
import { atRiskRank } from '../domain/lifecycle/at-risk-list.ts';
import { occasionsIn, type CustomerRecord } from '../domain/kpis/kpi.ts';
import { expectedFall } from '../domain/tiers/expected-fall.ts';
import { tierStanding, type TierStanding } from '../domain/tiers/standing.ts';

/** Who is near a rise: what is missing fits into so many visits like her usual ones. */
const visitsToRise = 2;

export interface ListRuleInput { context: RunContext; month: number }

/** For each list the place of a customer in it, smallest first; null when she is not on it. */
export const listRules: Record<ListName, (customer: CustomerRecord, input: ListRuleInput) => number | null> = {
  'at-risk': ({ history, score }, { context }) => atRiskRank(history.customerId, score, context.settings.lifecycle.winBack),
  birthdays: ({ history: { birthday } }, { month }) => (birthday !== null && Math.floor(birthday / 100) === month ? birthday : null),
  'upgrade-near': riseRank,
  'downgrade-near': fallRank,
};

/** The month whose birthdays a list shows when none is asked for: the one after the as-of date. */
export function nextMonth(asOf: Day): number {
  return Number(formatDay(asOf).slice(5, 7)) % 12 + 1;
}

/** The full standing of a customer of the run, with what is missing. */
export function standingOf({ history, score }: CustomerRecord, { policy, population, asOf }: RunContext): TierStanding {
  return tierStanding(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince });
}

function riseRank(customer: CustomerRecord, { context }: ListRuleInput): number | null {
  const { history: { purchases }, score } = customer;
  if (score.stage === 'prospect' || score.stage === 'lost' || score.tier === context.policy.ladder.at(-1)!.id) return null;
  const occasions = occasionsIn(purchases);
  const sum = (amount: 'netSpend' | 'units') => purchases.reduce((total, purchase) => total + purchase[amount], 0);
  const inVisits = visitsToRise / occasions;
  const next = standingOf(customer, context).next;
  if (next === null || next.missing.length === 0) return null;
  let money = 0;
  for (const { criterion, amount } of next.missing) {
    const spend = criterion === 'points' ? amount * context.policy.points.spendPerPoint : amount;
    if (criterion === 'occasions' || criterion === 'tickets') {
      if (amount > visitsToRise) return null;
    } else if (criterion === 'units') {
      if (amount > sum('units') * inVisits) return null;
    } else if (criterion === 'net-spend' || criterion === 'gross-margin' || criterion === 'points') {
      if (spend > sum('netSpend') * inVisits) return null;
      money = Math.max(money, spend);
    } else {
      return null;
    }
  }
  return money;
}

function fallRank({ history, score }: CustomerRecord, { context: { policy, population, asOf } }: ListRuleInput): number | null {
  return expectedFall(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince })?.on ?? null;
}
