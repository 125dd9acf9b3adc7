import type { Complaint } from '../history.ts';
import { latestAnswers } from '../satisfaction/latest-answers.ts';
import { complaintRate, repurchaseAfterComplaint, repurchaseRate, responseRate } from '../satisfaction/rates.ts';
import { emptyService, mergeServices, serviceOf, targetFor, type Durations, type ServiceTally } from '../satisfaction/service.ts';
import type { SatisfactionSettings, ServiceTarget } from '../satisfaction/settings.ts';
import { feelingOf } from '../satisfaction/feeling.ts';
import { addWeighted, emptyWeighted, weightedShareOf } from '../satisfaction/weighted.ts';
import type { KpiParameters, KpiTally, Measure } from './kpi.ts';
import { hiddenIfSmall, netSpendIn, occasionsOf } from './tallies.ts';

/** Tallies of what customers were asked, complained of and were told, that several KPIs are made of. */

/** CSAT weighted by contribution: that of the sale an answer is about, else that of the customer in this period and place. */
export function weightedTally(settings: SatisfactionSettings): KpiTally {
  const tally = emptyWeighted();
  return {
    add(customer) {
      for (const answer of latestAnswers(customer, customer)) {
        const feeling = answer.metric === 'csat' ? feelingOf(answer, settings) : null;
        if (feeling !== null) addWeighted(tally, feeling === 'positive', answer.ballot === 0 ? netSpendIn(customer) : answer.saleSpend);
      }
    },
    measure: () => hiddenIfSmall(weightedShareOf(tally), settings),
  };
}

/** Surveys answered out of surveys sent. Questions of one shop on one day, and about one sale, are one survey. */
export function responseTally(): KpiTally {
  const surveysIn = (asked: readonly { day: number; storeId: string; ballot: number }[]) =>
    new Set(asked.map(({ day, storeId, ballot }) => (ballot === 0 ? `${day} ${storeId}` : ballot))).size;
  let [answered, sent] = [0, 0];
  return {
    add({ answers, surveysSent }) { answered += surveysIn(answers); sent += surveysIn(surveysSent); },
    measure: () => responseRate(answered, sent),
  };
}

/** A figure about complaints as they stand at the moment the run looks at them, each held to what its customer's tier is promised. */
export function serviceTally({ satisfaction, service: { clock, now } }: KpiParameters, figureOf: (tally: ServiceTally) => Measure): KpiTally {
  const promised = new Map<ServiceTarget, Complaint[]>();
  return {
    add({ complaints, score }) {
      const target = targetFor(score.tier, satisfaction.service);
      const others = promised.get(target);
      if (others) others.push(...complaints); else promised.set(target, [...complaints]);
    },
    measure: () => figureOf([...promised].map(([target, complaints]) => serviceOf(complaints, target, clock, now)).reduce(mergeServices, emptyService())),
  };
}

/** A duration as a measure. */
export const inHours = (durations: Durations, which: 'median' | 'p90'): Measure => ({ value: durations[which], n: durations.n });

/** Complaints per 1,000 occasions. */
export function complaintTally(): KpiTally {
  let [complaints, occasions] = [0, 0];
  return {
    add(customer) { complaints += customer.complaints.length; occasions += occasionsOf(customer); },
    measure: () => complaintRate(complaints, occasions),
  };
}

/** Resolved complaints after which the customer bought again in time. */
export function repurchaseTally({ satisfaction, service: { asOf } }: KpiParameters): KpiTally {
  const sum = { resolved: 0, boughtAgain: 0 };
  return {
    add({ history, complaints }) {
      const { resolved, boughtAgain } = repurchaseAfterComplaint({ purchases: history.purchases, complaints: [...complaints] }, asOf, satisfaction.service.repurchaseDays);
      sum.resolved += resolved;
      sum.boughtAgain += boughtAgain;
    },
    measure: () => repurchaseRate(sum),
  };
}
