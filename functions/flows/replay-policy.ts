import type { PolicyReplayAnswer } from '../contract/policy-answers.ts';
import type { PolicyProblem } from '../contract/parse-policy.ts';
import { formatDay, parseDay, type Day } from '../domain/calendar.ts';
import { UnanswerableQuestion } from '../domain/errors.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { isNamed } from '../domain/ledger/partition.ts';
import { firstSeenOn } from '../domain/lifecycle/first-seen.ts';
import { asSeenOn } from '../domain/tiers/as-seen-on.ts';
import { PercentileCutSearch, type PercentileCuts } from '../domain/tiers/percentile-cuts.ts';
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
  const { changesLastYear: flipsPerYear, movers, ...result } = await replayed(draft.policy, day, view);
  const replay: PolicyReplayAnswer = {
    ...view.provenance, asOf: formatDay(day), id: newId(), state: 'done', ...result, movers: movers.filter(({ customerId }) => isNamed(customerId)), flipsPerYear,
  };
  await replays.save(replay, clock.now());
  return { ok: true, replay };
}

/** What goods are excluded is folded into the histories each night, so a replay cannot change it. */
function unfoldable(now: Policy, draft: Policy): PolicyProblem[] {
  return (['skus', 'categories', 'tags'] as const)
    .filter((part) => [...now.excluded[part]].sort().join('\n') !== [...draft.excluded[part]].sort().join('\n'))
    .map((part) => ({ path: `excluded.${part}`, problem: 'must be as in the policy in force: excluded goods are left out when facts are folded at night, so a replay cannot tell what else they would change', code: 'excluded-in-force', params: {} }));
}

function dayOf(asked: string | null, { run: { saved } }: View): Day {
  const day = asked === null ? saved.run.asOf : parseDay(asked);
  if (day > saved.run.asOf) throw new UnanswerableQuestion('asOf', asked, `is after ${formatDay(saved.run.asOf)}, up to which the published run knows the facts`);
  return day;
}

async function replayed(draft: Policy, asOf: Day, view: View): Promise<ReturnType<PolicyReplay['result']>> {
  const { run } = view.run.saved;
  const now = { policy: run.policy, cuts: await cutsOf(run.policy, asOf, view) };
  const replay = new PolicyReplay(now, { policy: draft, cuts: await cutsOf(draft, asOf, view) }, asOf);
  for await (const { history, score } of everybodyOn(asOf, view)) replay.add(history, score.lifetimeValue ?? 0);
  return replay.result();
}

/** The night has found the cuts of its own policy; a draft that asks for the same ones need not search for them again. */
async function cutsOf(policy: Policy, asOf: Day, view: View): Promise<PercentileCuts> {
  const { run } = view.run.saved;
  const search = new PercentileCutSearch(policy, asOf, asOf === run.asOf ? run.population.percentileCuts.cuts : {});
  while (search.isOpen) {
    for await (const { history } of everybodyOn(asOf, view)) search.add(history);
    search.endPass();
  }
  return search.cuts();
}

async function* everybodyOn(day: Day, view: View): AsyncGenerator<CustomerRecord> {
  const isToday = day === view.run.saved.run.asOf;
  for await (const shard of view.shards()) {
    for (const record of shard) {
      if (isToday) yield record;
      else if ((firstSeenOn(record.history) ?? Infinity) <= day) yield { ...record, history: asSeenOn(record.history, day) };
    }
  }
}
