import type { ListName } from '../contract/questions.ts';
import { formatDay, type Day } from '../domain/calendar.ts';
import type { RunContext } from '../domain/evaluate.ts';
import type { Purchase } from '../domain/history.ts';
import { atRiskRank } from '../domain/lifecycle/at-risk-list.ts';
import { outsideCore } from '../domain/lifecycle/outside-core.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { belongsTo, type KeyCustomerSets, type SetEnd } from '../domain/tiers/key-customer-set.ts';
import { expectedFall } from '../domain/tiers/expected-fall.ts';
import { nearRise } from '../domain/tiers/near-rise.ts';
import { tierStanding, type TierStanding } from '../domain/tiers/standing.ts';

const afterAllOthers = 1e15;

/** `best` is where the set of best customers ends that the list is about; null for all other lists. */
export interface ListRuleInput { context: RunContext; month: number; best: SetEnd | null }

/** The two sets of best customers: the fifth that spends most, and the fewest who make 80 % of sales. */
export const bestSets: { [list in ListName]?: (sets: KeyCustomerSets) => SetEnd | null } = {
  'top-customers': (sets) => sets.top(20),
  'key-customers': (sets) => sets.making(0.8),
};

/** For each list the place of a customer in it, smallest first; null when she is not on it. */
export const listRules: Record<ListName, (customer: CustomerRecord, input: ListRuleInput) => number | null> = {
  'at-risk': ({ history, score }, { context }) => atRiskRank(history.customerId, score, context.settings.lifecycle.winBack),
  birthdays: ({ history: { birthday } }, { month }) => (birthday !== null && Math.floor(birthday / 100) === month ? birthday : null),
  'upgrade-near': riseRank,
  'downgrade-near': fallRank,
  'outside-core': outsideRank,
  'top-customers': bestRank,
  'key-customers': bestRank,
};

/** The month whose birthdays a list shows when none is asked for: the one after the as-of date. */
export function nextMonth(asOf: Day): number {
  return Number(formatDay(asOf).slice(5, 7)) % 12 + 1;
}

/** The full standing of a customer of the run, with what is missing. */
export function standingOf({ history, score }: CustomerRecord, { policy, population, asOf }: RunContext): TierStanding {
  return tierStanding(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince });
}

function bestRank({ history: { customerId, purchases } }: CustomerRecord, { best }: ListRuleInput): number | null {
  const spend = spendOf(purchases);
  return purchases.length > 0 && belongsTo(best, spend, customerId) ? -spend : null;
}

/** What somebody spent on all she kept, minor units. */
export function spendOf(purchases: readonly Purchase[]): number {
  return purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);
}

/** Whoever could be won comes first, who lacks least before who lacks more. */
function outsideRank({ history, score }: CustomerRecord, { context: { population, asOf } }: ListRuleInput): number | null {
  const outside = outsideCore(history, score.stage, coreFrom(population), asOf);
  return outside && outside.missing + (outside.service === 'win-over' ? 0 : afterAllOthers);
}

/** The net spend from which a customer is among the fifth that spends most. */
export function coreFrom({ rfmCuts }: RunContext['population']): number | null {
  return rfmCuts.monetary.at(-1) ?? null;
}

function riseRank({ history, score }: CustomerRecord, { context: { policy, population, asOf } }: ListRuleInput): number | null {
  if (score.stage === 'prospect' || score.stage === 'lost') return null;
  return nearRise(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince })?.money ?? null;
}

function fallRank({ history, score }: CustomerRecord, { context: { policy, population, asOf } }: ListRuleInput): number | null {
  return expectedFall(history, policy, population.percentileCuts, asOf, { tier: score.tier, since: score.tierSince })?.on ?? null;
}
