import type { OverrideAnswer } from '../contract/policy-answers.ts';
import type { PolicyProblem } from '../contract/parse-policy.ts';
import type { OverrideOrder } from '../contract/questions.ts';
import { formatDay, parseDay, type BusinessCalendar, type Day } from '../domain/calendar.ts';
import type { Policy } from '../domain/tiers/policy.ts';
import type { Bus, Clock, Policies } from '../ports.ts';
import type { View } from './view.ts';

export interface OverrideWorld { policies: Policies; inbox: Bus; clock: Clock; calendar: BusinessCalendar; newId: () => string }
export type OverriddenTier = { ok: true; override: OverrideAnswer } | { ok: false; problems: PolicyProblem[] };

/**
 * Sets a customer's tier by hand from today on, in the name of whoever asks; or says which field is wrong.
 * It is sent as an event like any other, so the card shows it at once in its live view and everywhere else after the next night. Null when there is none the reader may name.
 */
export async function overrideTier(customerId: string, order: OverrideOrder, view: View, world: OverrideWorld): Promise<OverriddenTier | null> {
  const seen = await view.liveCustomer(customerId);
  if (!seen) return null;
  const now = world.clock.now();
  const today = world.calendar.dayOf(now.getTime());
  const problems = refused(order, today, await world.policies.current());
  if (problems.length > 0) return { ok: false, problems };
  const author = view.scope.principal.subject;
  const { tier, reason, expiresOn } = order;
  const id = world.newId();
  await world.inbox.announce([{
    detailType: 'TierOverridden', detail: { id, storeId: seen.history.homeStore, customerId, occurredAt: now.toISOString(), tier, author, reason, expiresOn },
  }]);
  return { ok: true, override: { id, customerId, tier, author, reason, from: formatDay(today), expiresOn } };
}

/** What only the ladder and the day can tell. */
function refused({ tier, expiresOn }: OverrideOrder, today: Day, { ladder, overrides: { longestDays } }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const last = parseDay(expiresOn);
  const ids = ladder.map(({ id }) => id);
  if (!ids.includes(tier)) problems.push({ path: 'tier', problem: `must be a tier of the ladder: ${ids.join(', ')}`, code: 'one-of', params: { options: ids.join(', ') } });
  if (last < today) problems.push({ path: 'expiresOn', problem: `must not be before today, ${formatDay(today)}`, code: 'not-before', params: { day: formatDay(today) } });
  const latest = longestDays === null ? Infinity : today + longestDays - 1;
  if (last > latest) problems.push({ path: 'expiresOn', problem: `must be ${formatDay(latest)} at the latest: the policy lets a tier set by hand hold for ${longestDays} days`, code: 'not-after', params: { day: formatDay(latest) } });
  return problems;
}
