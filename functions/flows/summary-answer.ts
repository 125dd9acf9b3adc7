import type { CustomerSummary } from '../contract/answers.ts';
import type { ListName } from '../contract/questions.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import { tierStanding } from '../domain/tiers/standing.ts';
import { birthdayOf, dateOf, riskAnswer } from './answer-parts.ts';
import { changeAnswer } from './tier-answer.ts';
import type { SeenCustomer } from './view.ts';

/** A customer as one line of a list; in the lists of those near a change of tier with what is missing. */
export function summaryAnswer(seen: SeenCustomer, list: ListName | null, calendar: BusinessCalendar): CustomerSummary {
  const { history, file, evaluation: { tier, worth, lifecycle, risk } } = seen;
  return {
    customerId: history.customerId, name: file.hard.name ?? null, storeId: history.homeStore, associateId: history.associateId,
    tier: tier.tier, lastOn: dateOf(history.purchases.at(-1)?.day ?? null),
    netSpend: history.purchases.reduce((sum, { netSpend }) => sum + netSpend, 0),
    lifetimeValue: worth.predicted?.lifetimeValue ?? null, pAlive: worth.predicted?.pAlive ?? null,
    stage: lifecycle.stage, risk: riskAnswer(risk, calendar), birthday: birthdayOf(history),
    ...nearOf(seen, list),
  };
}

function nearOf({ history, context: { policy, population, asOf }, evaluation: { tier } }: SeenCustomer, list: ListName | null): Pick<CustomerSummary, 'near'> {
  if (list !== 'upgrade-near' && list !== 'downgrade-near') return {};
  const { next, keep } = tierStanding(history, policy, population.percentileCuts, asOf, tier);
  const change = list === 'upgrade-near' ? next : keep;
  return change ? { near: changeAnswer(change) } : {};
}
