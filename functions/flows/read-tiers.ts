import type { TiersAnswer } from '../contract/answers.ts';
import type { TiersQuestion } from '../contract/questions.ts';
import type { Day } from '../domain/calendar.ts';
import type { RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { benefitCost, type BenefitCost } from '../domain/points/benefit-cost.ts';
import { cardObtained } from '../domain/points/staff-incentive.ts';
import { targetFor } from '../domain/satisfaction/service.ts';
import type { PublishedRuns } from './published-runs.ts';
import type { Remembered } from './remembered.ts';
import type { View } from './view.ts';

export interface TiersWorld { published: PublishedRuns; remembered: Remembered }

/** The ladder, lowest tier first, with who holds what and what they bring; moves are counted against the run published before. Throws OtherStore and RunForgotten. */
export async function readTiers(question: TiersQuestion, view: View, { published, remembered }: TiersWorld): Promise<TiersAnswer> {
  const store = view.scope.storeFor(question.store);
  const { publication: { runId, policyVersion }, saved: { run: { policy: { name } } } } = view.run;
  const key = JSON.stringify([runId, view.scope.key, 'tiers', store]);
  const body = await remembered.get(key, async () => {
    const before = await published.before(view.run.publication);
    const earlier = before ? tiersHeld(inStore(await view.of(before).everybody(), store)) : null;
    return ladderOf(view.run.saved.run, inStore(await view.everybody(), store), earlier);
  });
  return { ...view.provenance, policy: { version: policyVersion, name }, ...body };
}

interface Rung { customers: number; netSpend: number; lifetimeValue: number | null; entered: number; left: number; benefitCost: BenefitCost }

const yearDays = 365;

function ladderOf({ policy, asOf, settings }: RunContext, customers: Iterable<CustomerRecord>, earlier: Map<string, string | null> | null): Pick<TiersAnswer, 'tiers' | 'without' | 'cards'> {
  const { ladder } = policy;
  const benefitsOf = new Map(ladder.map(({ id, benefits }) => [id, benefits]));
  const rungs = new Map(ladder.map(({ id }): [string, Rung] => [id, { customers: 0, netSpend: 0, lifetimeValue: null, entered: 0, left: 0, benefitCost: { discount: 0, points: 0, birthday: 0, service: 0, total: 0 } }]));
  const cards = { sold: 0, fees: 0, free: 0, sellersEarn: 0 };
  let [without, held, allSpend] = [0, 0, 0];
  for (const { history, score } of customers) {
    const spend = history.purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);
    allSpend += spend;
    const rung = score.tier === null ? undefined : rungs.get(score.tier);
    if (history.enrolledOn !== null && history.enrolledOn > asOf - yearDays) countCard(cards, cardObtained(history.profile.obtained, policy.card));
    if (earlier) countMove(rungs, earlier.get(history.customerId) ?? null, score.tier);
    if (!rung) {
      without += 1;
      continue;
    }
    held += 1;
    rung.customers += 1;
    rung.netSpend += spend;
    addCost(rung.benefitCost, benefitCost(benefitsOf.get(score.tier!)!, spendSince(history, asOf - yearDays + 1), policy.points));
    if (score.lifetimeValue !== null) rung.lifetimeValue = (rung.lifetimeValue ?? 0) + score.lifetimeValue;
  }
  const tiers = ladder.map(({ id, name }, rank) => {
    const rung = rungs.get(id)!;
    return { id, name, rank, ...rung, promised: targetFor(id, settings.satisfaction.service), share: held === 0 ? 0 : rung.customers / held, netSpendShare: allSpend === 0 ? 0 : rung.netSpend / allSpend };
  });
  return { tiers, without, cards };
}

function spendSince({ purchases }: History, from: Day): number {
  return purchases.reduce((sum, { day, netSpend }) => (day >= from ? sum + netSpend : sum), 0);
}

function addCost(sum: BenefitCost, more: BenefitCost): void {
  for (const part of ['discount', 'points', 'birthday', 'service', 'total'] as const) sum[part] += more[part];
}

function countCard(cards: NonNullable<TiersAnswer['cards']>, card: ReturnType<typeof cardObtained>): void {
  if (card === null) return;
  if (card.fee > 0) cards.sold += 1;
  else cards.free += 1;
  cards.fees += card.fee;
  cards.sellersEarn += card.sellerEarns;
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
