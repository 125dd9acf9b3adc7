import { inControlGroup, type ControlSettings } from './control-group.ts';
import type { Risk } from './risk.ts';

/** A customer with her warning, as the list of those at risk shows her. */
export interface AtRisk { customerId: string; risk: Risk }

/**
 * The customers to save, the most valuable at risk first; who has no known value comes after those who have, the more urgent first.
 * Whoever has no warning, and the whole control group, is not on it.
 */
export function atRiskList<Entry extends AtRisk>(customers: Iterable<Entry>, control: ControlSettings): Entry[] {
  const listed: Entry[] = [];
  for (const customer of customers) {
    if (customer.risk.level !== 'none' && !inControlGroup(customer.customerId, control)) listed.push(customer);
  }
  const urgency = { none: 0, watch: 1, high: 2 };
  return listed.sort((a, b) =>
    (b.risk.valueAtRisk ?? -1) - (a.risk.valueAtRisk ?? -1)
    || urgency[b.risk.level] - urgency[a.risk.level]
    || (a.customerId < b.customerId ? -1 : 1));
}
