import type { CustomerAnswer } from '../contract/answers.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import { evaluate, type RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import { inControlGroup } from '../domain/lifecycle/control-group.ts';
import type { RiskLevel } from '../domain/lifecycle/risk.ts';
import type { CustomerScore } from '../domain/score.ts';
import { riskAnswer } from './answer-parts.ts';

/** That a customer is more at risk than the night before, and why. */
export interface RaisedRisk { customerId: string; storeId: string; associateId: string | null; from: RiskLevel; risk: CustomerAnswer['risk'] }

const height: Record<RiskLevel, number> = { none: 0, watch: 1, high: 2 };

/** The warning that a customer's risk has risen since `before`; null when it has not, and for the control group, of whom nobody is to hear. */
export function raisedRisk(history: History, now: CustomerScore, before: CustomerScore | null, context: RunContext, calendar: BusinessCalendar): RaisedRisk | null {
  const from = before?.riskLevel ?? 'none';
  if (height[now.riskLevel] <= height[from] || inControlGroup(history.customerId, context.settings.lifecycle.winBack)) return null;
  const { risk } = evaluate(history, context, { tier: now.tier, since: now.tierSince });
  return { customerId: history.customerId, storeId: history.homeStore, associateId: history.associateId, from, risk: riskAnswer(risk, calendar) };
}
