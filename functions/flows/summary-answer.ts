import type { CustomerSummary } from '../contract/answers.ts';
import type { ListName } from '../contract/questions.ts';
import { formatDay, type BusinessCalendar } from '../domain/calendar.ts';
import { outsideCore } from '../domain/lifecycle/outside-core.ts';
import { winBackOutcomes, winBackSteps } from '../domain/lifecycle/win-back-steps.ts';
import { tierStanding } from '../domain/tiers/standing.ts';
import { birthdayOf, dateOf, riskAnswer } from './answer-parts.ts';
import { coreFrom } from './list-rules.ts';
import { changeAnswer } from './tier-answer.ts';
import type { SeenCustomer } from './view.ts';

/** A customer as one line of a list: among those near a change of tier with what is missing, among those at risk with the steps to win her back. */
export function summaryAnswer(seen: SeenCustomer, list: ListName | null, calendar: BusinessCalendar): CustomerSummary {
  const { history, file, evaluation: { tier, worth, lifecycle, risk } } = seen;
  return {
    customerId: history.customerId, name: file.hard.name ?? null, storeId: history.homeStore, associateId: history.associateId,
    tier: tier.tier, lastOn: dateOf(history.purchases.at(-1)?.day ?? null),
    netSpend: history.purchases.reduce((sum, { netSpend }) => sum + netSpend, 0),
    lifetimeValue: worth.predicted?.lifetimeValue ?? null, pAlive: worth.predicted?.pAlive ?? null,
    stage: lifecycle.stage, risk: riskAnswer(risk, calendar), birthday: birthdayOf(history),
    ...nearOf(seen, list), ...(list === 'at-risk' && { winBack: winBackAnswer(seen) }), ...(list === 'outside-core' && outsideOf(seen)),
  };
}

function outsideOf({ history, context: { population, asOf }, evaluation: { lifecycle } }: SeenCustomer): Pick<CustomerSummary, 'outside'> {
  const outside = outsideCore(history, lifecycle.stage, coreFrom(population), asOf);
  return outside ? { outside } : {};
}

function winBackAnswer({ history, evaluation: { lifecycle, risk } }: SeenCustomer): CustomerSummary['winBack'] {
  const { spotted, ...steps } = winBackSteps(lifecycle, risk);
  return {
    ...steps, spotted: { ...spotted, since: formatDay(spotted.since) },
    outcomes: winBackOutcomes(history).map(({ day, ...outcome }) => ({ on: formatDay(day), ...outcome })),
  };
}

function nearOf({ history, context: { policy, population, asOf }, evaluation: { tier } }: SeenCustomer, list: ListName | null): Pick<CustomerSummary, 'near'> {
  if (list !== 'upgrade-near' && list !== 'downgrade-near') return {};
  const { next, keep } = tierStanding(history, policy, population.percentileCuts, asOf, tier);
  const change = list === 'upgrade-near' ? next : keep;
  return change ? { near: changeAnswer(change) } : {};
}
