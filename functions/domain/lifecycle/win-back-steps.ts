import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { Risk, RiskAction, RiskReason } from './risk.ts';
import type { Lifecycle, Stage } from './stage.ts';

/** What keeps the next customer from leaving for the same cause. */
export type Prevention = 'answer-complaints-in-time' | 'ask-after-every-visit' | 'contact-before-usual-interval-ends' | 'show-what-suits-her' | 'none';

/** Winning a customer back, step by step: that she is leaving, what she would be worth, why, what to do, and how to prevent it. */
export interface WinBackSteps {
  spotted: { stage: Stage; since: Day };
  futureValue: { atRisk: number | null; sensibleSpend: number | null };
  causes: RiskReason['code'][];
  action: RiskAction;
  prevention: Prevention;
}

const preventions: Record<RiskReason['code'], Prevention> = {
  'complaint-open': 'answer-complaints-in-time',
  'low-score': 'ask-after-every-visit',
  silent: 'contact-before-usual-interval-ends',
  fading: 'contact-before-usual-interval-ends',
  'frequency-drop': 'contact-before-usual-interval-ends',
  'basket-drop': 'show-what-suits-her',
};
/** What somebody did wrong comes before what she did not do. */
const weightiest: readonly RiskReason['code'][] = ['complaint-open', 'low-score', 'basket-drop', 'frequency-drop', 'silent', 'fading'];

/** The five steps for one customer, from her warning. */
export function winBackSteps(lifecycle: Lifecycle, risk: Risk): WinBackSteps {
  const causes = weightiest.filter((code) => risk.reasons.some((reason) => reason.code === code));
  return {
    spotted: { stage: lifecycle.stage, since: lifecycle.since },
    futureValue: { atRisk: risk.valueAtRisk, sensibleSpend: risk.sensibleSpend },
    causes,
    action: risk.action,
    prevention: causes[0] === undefined ? 'none' : preventions[causes[0]],
  };
}

/** What became of an attempt to win somebody back; `outcome` is null where nobody wrote it down. */
export interface WinBackOutcome { day: Day; channel: string; associateId: string | null; outcome: string | null }

/** What became of this attempt so far: the win-back contacts since her last purchase, oldest first. */
export function winBackOutcomes({ purchases, contacts }: History): WinBackOutcome[] {
  const lastOn = purchases.at(-1)?.day ?? -Infinity;
  return contacts
    .filter(({ day, purpose }) => purpose === 'win-back' && day > lastOn)
    .map(({ day, channel, associateId, outcome }) => ({ day, channel, associateId, outcome }));
}
