import type { CustomerAnswer } from '../../../functions/contract/answers.ts';
import { formatDay, parseDay } from '../../../functions/domain/calendar.ts';
import type { RunContext } from '../../../functions/domain/evaluate.ts';
import { excludedBy } from '../../../functions/domain/ledger/excluded-goods.ts';
import type { Fact } from '../../../functions/domain/ledger/facts.ts';
import { foldCustomer, type FoldSettings } from '../../../functions/domain/ledger/fold-customer.ts';
import type { Reason } from '../../../functions/domain/tiers/reason.ts';
import { tierStanding } from '../../../functions/domain/tiers/standing.ts';

/** One thing that was published and what the facts say of it, in words. */
export interface Recheck { what: string; published: string; fromFacts: string; agrees: boolean }
type PublishedReason = CustomerAnswer['tier']['reason'][number];

/** Judges a customer anew from her facts, by the policy and cuts of the run, and holds the published tier and every criterion behind it against that. */
export function recheck(card: Pick<CustomerAnswer, 'customerId' | 'tier'>, facts: readonly Fact[], context: RunContext, settings: Omit<FoldSettings, 'excludes'>): Recheck[] {
  const { asOf, policy, population } = context;
  const { history } = foldCustomer(card.customerId, facts, asOf, { ...settings, excludes: excludedBy(policy.excluded) });
  const { tier } = card;
  const held = { tier: tier.id, since: tier.since === null ? null : parseDay(tier.since) };
  const standing = tierStanding(history, policy, population.percentileCuts, asOf, held);
  const reasons = Array.from({ length: Math.max(tier.reason.length, standing.reason.length) }, (_, at) => {
    const [published, judged] = [tier.reason[at], standing.reason[at]];
    return compared(published?.criterion ?? judged!.criterion, published ? criterionText(published) : 'nothing', judged ? criterionText(inDays(judged)) : 'nothing');
  });
  return [
    compared('tier', tier.id ?? 'none', standing.tier ?? 'none'),
    compared('since', tier.since ?? 'never', standing.since === null ? 'never' : formatDay(standing.since)),
    ...reasons,
  ];
}

function compared(what: string, published: string, fromFacts: string): Recheck {
  return { what, published, fromFacts, agrees: published === fromFacts };
}

function inDays({ window: { from, to }, ...reason }: Reason): Omit<PublishedReason, 'facts'> {
  return { ...reason, window: { from: formatDay(from), to: formatDay(to) } };
}

function criterionText({ value, threshold, met, window: { from, to } }: Omit<PublishedReason, 'facts'>): string {
  return `${value} of ${threshold} from ${from} to ${to}, ${met ? 'met' : 'not met'}`;
}
