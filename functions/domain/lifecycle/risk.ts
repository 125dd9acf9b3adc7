import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { SurveyMetric } from '../ledger/facts.ts';
import type { Satisfaction } from '../satisfaction/satisfaction.ts';
import { inControlGroup } from './control-group.ts';
import { basketDrop, frequencyDrop } from './drops.ts';
import { rhythmOf } from './rhythm.ts';
import type { LifecycleSettings } from './settings.ts';
import type { Lifecycle } from './stage.ts';

/**
 * Why a customer is at risk, with the numbers a sentence needs. They are days and amounts that stay as they are while she is silent,
 * never "for 43 days", so that a warning does not change every night.
 */
export type RiskReason =
  | { code: 'silent'; stage: 'drifting' | 'dormant' | 'lost'; lastOn: Day; usualGap: number }
  | { code: 'fading'; aliveBelow: number }
  | { code: 'frequency-drop'; recent: number; usual: number }
  | { code: 'basket-drop'; recent: number; usual: number }
  | { code: 'complaint-open'; count: number; openedAt: number }
  | { code: 'low-score'; metric: SurveyMetric; score: number; scale: number; day: Day };
export type RiskLevel = 'none' | 'watch' | 'high';
export type RiskAction = 'none' | 'resolve-complaint' | 'ask-what-was-wrong' | 'win-back' | 'personal-contact' | 'show-new-arrivals' | 'low-cost-message';

/** The warning about one customer. Money is minor units, null where her lifetime value or P(alive) is not known. */
export interface Risk { level: RiskLevel; valueAtRisk: number | null; sensibleSpend: number | null; reasons: RiskReason[]; action: RiskAction }

export interface RiskInput {
  history: History;
  /** Probability 0–1 that she is still a customer; null where the model has too little data. */
  pAlive: number | null;
  /** Lifetime value in minor units. */
  lifetimeValue: number | null;
  satisfaction: Satisfaction;
  lifecycle: Lifecycle;
  settings: LifecycleSettings;
  asOf: Day;
}

/** Whether a customer is about to be lost: how urgently, why, what is at stake, what it makes sense to spend, and what to do first. */
export function riskOf(input: RiskInput): Risk {
  const { pAlive, lifetimeValue, settings } = input;
  const reasons = reasonsFor(input);
  let points = 0;
  for (const reason of reasons) points += settings.weights[reason.code === 'silent' ? reason.stage : reason.code];
  const level: RiskLevel = points >= settings.highFrom ? 'high' : points > 0 ? 'watch' : 'none';
  const known = lifetimeValue !== null && pAlive !== null;
  const valueAtRisk = known ? Math.max(0, Math.round(lifetimeValue * (1 - pAlive))) : null;
  const sensibleSpend = valueAtRisk === null ? null : Math.round(valueAtRisk * settings.expectedUplift);
  return { level, valueAtRisk, sensibleSpend, reasons, action: actionFor(reasons, sensibleSpend, input) };
}

function reasonsFor({ history, pAlive, satisfaction, lifecycle, settings, asOf }: RiskInput): RiskReason[] {
  const reasons: RiskReason[] = [];
  if (history.purchases.length > 0) {
    const { days, usualGap, cameBackAt } = rhythmOf(history.purchases, settings);
    const { stage } = lifecycle;
    if (stage === 'drifting' || stage === 'dormant' || stage === 'lost') {
      reasons.push({ code: 'silent', stage, lastOn: days.at(-1)!, usualGap: Math.round(usualGap) });
    } else if (pAlive !== null && pAlive < settings.aliveBelow) {
      reasons.push({ code: 'fading', aliveBelow: settings.aliveBelow });
    }
    const rarer = frequencyDrop(days.slice(cameBackAt), settings);
    if (rarer) reasons.push({ code: 'frequency-drop', ...rarer });
    const smaller = basketDrop(history.purchases, days, settings);
    if (smaller) reasons.push({ code: 'basket-drop', ...smaller });
  }
  if (satisfaction.openComplaints > 0) {
    const open = history.complaints.filter(({ resolvedAt }) => resolvedAt === null).map(({ openedAt }) => openedAt);
    reasons.push({ code: 'complaint-open', count: open.length, openedAt: Math.min(...open) });
  }
  for (const metric of ['csat', 'nps', 'ces'] as const) {
    const latest = satisfaction[metric];
    if (latest?.feeling !== 'negative' || latest.day <= asOf - settings.lowScoreDays) continue;
    reasons.push({ code: 'low-score', metric, score: latest.score, scale: latest.scale, day: latest.day });
  }
  return reasons;
}

/** A wrong is put right whoever suffered it; beyond that the control group is left alone, or nobody would know what the rest achieves. */
function actionFor(reasons: readonly RiskReason[], sensibleSpend: number | null, { history, settings }: RiskInput): RiskAction {
  const has = (code: RiskReason['code']) => reasons.some((reason) => reason.code === code);
  if (reasons.length === 0) return 'none';
  if (has('complaint-open')) return 'resolve-complaint';
  if (has('low-score')) return 'ask-what-was-wrong';
  if (inControlGroup(history.customerId, settings.winBack)) return 'none';
  const silent = reasons.find((reason) => reason.code === 'silent');
  if (!silent && has('basket-drop')) return 'show-new-arrivals';
  if (sensibleSpend !== null && sensibleSpend < settings.personalContactCost) return 'low-cost-message';
  return silent && silent.stage !== 'drifting' ? 'win-back' : 'personal-contact';
}
