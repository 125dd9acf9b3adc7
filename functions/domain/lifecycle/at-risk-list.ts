import type { CustomerScore } from '../score.ts';
import { inControlGroup, type ControlSettings } from './control-group.ts';

const urgency = { high: 1, watch: 2 };

/**
 * The place of a customer in the list of those at risk, smallest first: the most value at risk before less, then those whose value is not known, the urgent first.
 * Null for whoever is not on it: without a warning, with nothing to lose, or in the control group.
 */
export function atRiskRank(customerId: string, { riskLevel, valueAtRisk }: Pick<CustomerScore, 'riskLevel' | 'valueAtRisk'>, control: ControlSettings): number | null {
  if (riskLevel === 'none' || valueAtRisk === 0 || inControlGroup(customerId, control)) return null;
  return valueAtRisk === null ? urgency[riskLevel] : -valueAtRisk;
}
