import type { TiersAnswer } from '../contract/answers.ts';
import type { TiersQuestion } from '../contract/questions.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import type { PublishedRuns } from './published-runs.ts';
import type { Remembered } from './remembered.ts';
import type { View } from './view.ts';

export interface TiersWorld { published: PublishedRuns; remembered: Remembered }

/** The ladder, lowest tier first, with who holds what and what they bring; moves are counted against the run published before. Throws OtherStore and RunForgotten. */
export async function readTiers(question: TiersQuestion, view: View, { published, remembered }: TiersWorld): Promise<TiersAnswer> {
  const store = view.scope.storeFor(question.store);
  const { publication: { runId, policyVersion }, saved: { run: { policy } } } = view.run;
  const key = JSON.stringify([runId, view.scope.key, 'tiers', store]);
  const body = await remembered.get(key, async () => {
    const before = await published.before(view.run.publication);
    const earlier = before ? tiersHeld(inStore(await view.of(before).everybody(), store)) : null;
    return ladderOf(policy, inStore(await view.everybody(), store), earlier);
  });
  return { ...view.provenance, policy: { version: policyVersion, name: policy.name }, ...body };
}

type Rung = Omit<TiersAnswer['tiers'][number], 'id' | 'name' | 'rank' | 'share' | 'netSpendShare'>;

function ladderOf({ ladder }: View['run']['saved']['run']['policy'], customers: Iterable<CustomerRecord>, earlier: Map<string, string | null> | null): Pick<TiersAnswer, 'tiers' | 'without'> {
  const rungs = new Map<string, Rung>(ladder.map(({ id }) => [id, { customers: 0, netSpend: 0, lifetimeValue: null, entered: 0, left: 0 }]));
  let [without, held, allSpend] = [0, 0, 0];
  for (const { history, score } of customers) {
    const spend = history.purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);
    allSpend += spend;
    const rung = score.tier === null ? undefined : rungs.get(score.tier);
    if (earlier) countMove(rungs, earlier.get(history.customerId) ?? null, score.tier);
    if (!rung) {
      without += 1;
      continue;
    }
    held += 1;
    rung.customers += 1;
    rung.netSpend += spend;
    if (score.lifetimeValue !== null) rung.lifetimeValue = (rung.lifetimeValue ?? 0) + score.lifetimeValue;
  }
  const tiers = ladder.map(({ id, name }, rank) => {
    const rung = rungs.get(id)!;
    return { id, name, rank, ...rung, share: held === 0 ? 0 : rung.customers / held, netSpendShare: allSpend === 0 ? 0 : rung.netSpend / allSpend };
  });
  return { tiers, without };
}

function countMove(rungs: Map<string, Rung>, from: string | null, to: string | null): void {
  if (from === to) return;
  const [left, entered] = [rungs.get(from ?? ''), rungs.get(to ?? '')];
  if (left) left.left += 1;
  if (entered) entered.entered += 1;
}

function tiersHeld(customers: Iterable<CustomerRecord>): Map<string, string | null> {
  const held = new Map<string, string | null>();
  for (const { history, score } of customers) held.set(history.customerId, score.tier);
  return held;
}

function* inStore(customers: Iterable<CustomerRecord>, store: string | null): Generator<CustomerRecord> {
  for (const customer of customers) if (store === null || customer.history.homeStore === store) yield customer;
}
