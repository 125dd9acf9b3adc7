import type { PolicyReplayAnswer } from '../contract/policy-answers.ts';
import type { PolicyProblem } from '../contract/parse-policy.ts';
import { formatDay, parseDay, type Day } from '../domain/calendar.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import type { History } from '../domain/history.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { firstSeenOn } from '../domain/lifecycle/first-seen.ts';
import { asSeenOn } from '../domain/tiers/as-seen-on.ts';
import { compilePolicy } from '../domain/tiers/compiled-policy.ts';
import { percentileCuts, type PercentileCuts } from '../domain/tiers/percentile-cuts.ts';
import { PolicyReplay } from '../domain/tiers/policy-replay.ts';
import type { Policy } from '../domain/tiers/policy.ts';
import type { Clock, Replays } from '../ports.ts';
import { draftPolicy } from './draft-policy.ts';
import type { View } from './view.ts';

export interface ReplayWorld { replays: Replays; clock: Clock; newId: () => string }
export type ReplayedPolicy = { ok: true; replay: PolicyReplayAnswer } | { ok: false; problems: PolicyProblem[] };

/**
 * Judges everybody of the published run by a draft, beside the policy that run went by, and keeps the answer under an id;
 * or says what is wrong with the draft. `asOf` may be an earlier day, which is then judged with what is known now.
 * Throws UnanswerableQuestion for a later one, and RunForgotten.
 */
export async function replayPolicy(document: unknown, asOf: string | null, view: View, { replays, clock, newId }: ReplayWorld): Promise<ReplayedPolicy> {
  const { policy } = view.run.saved.run;
  const draft = draftPolicy(document, policy.version + 1);
  if (!draft.ok) return draft;
  const problems = unfoldable(policy, draft.policy);
  if (problems.length > 0) return { ok: false, problems };
  const day = dayOf(asOf, view);
  const result = replayed(draft.policy, day, await view.customers(), view);
  const replay: PolicyReplayAnswer = {
    ...view.provenance, asOf: formatDay(day), id: newId(), state: 'done',
    customers: result.customers, moved: result.moved, matrix: result.matrix, benefitCost: result.benefitCost, movers: result.movers, flipsPerYear: result.changesLastYear,
  };
  await replays.save(replay, clock.now());
  return { ok: true, replay };
}

/** What goods are excluded is folded into the histories each night, so a replay cannot change it. */
function unfoldable(now: Policy, draft: Policy): PolicyProblem[] {
  return (['skus', 'categories', 'tags'] as const)
    .filter((part) => [...now.excluded[part]].sort().join('\n') !== [...draft.excluded[part]].sort().join('\n'))
    .map((part) => ({ path: `excluded.${part}`, problem: 'must be as in the policy in force: excluded goods are left out when facts are folded at night, so a replay cannot tell what else they would change' }));
}

function dayOf(asked: string | null, { run: { saved } }: View): Day {
  const day = asked === null ? saved.run.asOf : parseDay(asked);
  if (day > saved.run.asOf) throw new UnanswerableQuestion('asOf', asked, `is after ${formatDay(saved.run.asOf)}, up to which the published run knows the facts`);
  return day;
}

function replayed(draft: Policy, asOf: Day, customers: Iterable<CustomerRecord>, { run: { saved: { run } } }: View): ReturnType<PolicyReplay['result']> {
  const known = asOf === run.asOf ? customers : seenOn(customers, asOf);
  const cutsOf = (policy: Policy): PercentileCuts => (compilePolicy(policy).relative ? percentileCuts(policy, historiesOf(known), asOf) : { asOf, cuts: {} });
  const now = { policy: run.policy, cuts: asOf === run.asOf ? run.population.percentileCuts : cutsOf(run.policy) };
  const replay = new PolicyReplay(now, { policy: draft, cuts: cutsOf(draft) }, asOf);
  for (const { history, score } of known) replay.add(history, score.lifetimeValue ?? 0);
  return replay.result();
}

function seenOn(customers: Iterable<CustomerRecord>, day: Day): Iterable<CustomerRecord> {
  return { * [Symbol.iterator]() {
    for (const { history, score } of customers) if ((firstSeenOn(history) ?? Infinity) <= day) yield { history: asSeenOn(history, day), score };
  } };
}

function* historiesOf(customers: Iterable<CustomerRecord>): Generator<History> {
  for (const { history } of customers) yield history;
}
