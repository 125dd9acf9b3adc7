import type { ListName } from '../contract/questions.ts';
import { formatDay, type Day } from '../domain/calendar.ts';
import type { RunContext } from '../domain/evaluate.ts';
import { atRiskRank } from '../domain/lifecycle/at-risk-list.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { expectedFall } from '../domain/tiers/expected-fall.ts';
import { nearRise } from '../domain/tiers/near-rise.ts';
import { tierStanding, type TierStanding } from '../domain/tiers/standing.ts';

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

function riseRank({ history, score }: CustomerRecord, { context: { policy, population, asOf } }: ListRuleInput): number | null {
  if (score.stage === 'prospect' || score.stage === 'lost') return null;
  return nearRise(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince })?.money ?? null;
}

function fallRank({ history, score }: CustomerRecord, { context: { policy, population, asOf } }: ListRuleInput): number | null {
  return expectedFall(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince })?.on ?? null;
}
