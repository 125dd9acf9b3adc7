import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { benefitCost } from '../points/benefit-cost.ts';
import { compilePolicy, type CompiledPolicy } from './compiled-policy.ts';
import { judge, type Judgement } from './judge.ts';
import type { PercentileCuts } from './percentile-cuts.ts';
import type { Policy } from './policy.ts';
import { RuleEffectCount, type RuleEffects } from './rule-effects.ts';
import { noTier, type Rung } from './tier-walk.ts';

/** Customers who are in one tier now and would be in another, with their net spend and lifetime value in minor units. */
export interface ReplayCell { from: string | null; to: string | null; customers: number; netSpend: number; lifetimeValue: number }
export interface Mover { customerId: string; from: string | null; to: string | null; netSpend: number; lifetimeValue: number }

/** What a draft policy would change. */
export interface ReplayResult {
  customers: number;
  matrix: ReplayCell[];
  /** A year's benefits of everybody's tier at her spend of the last year, minor units. */
  benefitCost: { now: number; draft: number };
  /** Those who move, greatest net spend first, at most 100. */
  movers: Mover[];
  moved: number;
  /** Changes of tier in the last year, first placements left out; null where customers are judged by rank, whose past is not known. */
  changesLastYear: { now: number | null; draft: number | null };
  /** What each rule of the draft that softens falls does by itself. */
  effects: RuleEffects;
}

/** A policy to be replayed, with its cuts of the as-of date where it compares customers. */
export interface ReplaySide { policy: Policy; cuts: PercentileCuts }

const moversKept = 100;

/** Judges customers by the policy in force and by a draft while they stream by; keeps sums and the hundred greatest movers. */
export class PolicyReplay {
  readonly #now: CompiledPolicy;
  readonly #draft: CompiledPolicy;
  readonly #cells = new Map<string, ReplayCell>();
  readonly #effects: RuleEffectCount;
  readonly #result: Omit<ReplayResult, 'matrix' | 'effects'>;

  constructor(private readonly now: ReplaySide, private readonly draft: ReplaySide, private readonly asOf: Day) {
    this.#now = compilePolicy(now.policy);
    this.#draft = compilePolicy(draft.policy);
    this.#effects = new RuleEffectCount(draft.policy, draft.cuts, asOf);
    this.#result = {
      customers: 0, benefitCost: { now: 0, draft: 0 }, movers: [], moved: 0,
      changesLastYear: { now: this.#now.relative ? null : 0, draft: this.#draft.relative ? null : 0 },
    };
  }

  /** Adds one customer, with her lifetime value in minor units (0 where there is none). */
  add(history: History, lifetimeValue: number): void {
    const now = judge(history, this.#now, this.now.cuts, this.asOf, null, this.asOf);
    const draft = judge(history, this.#draft, this.draft.cuts, this.asOf, null, this.asOf);
    const [from, to] = [tierOf(this.now.policy, now.rung), tierOf(this.draft.policy, draft.rung)];
    const netSpend = spendSince(history, -Infinity, this.asOf);
    const yearly = spendSince(history, this.asOf - 364, this.asOf);
    const result = this.#result;
    result.customers += 1;
    result.benefitCost.now += costOf(this.now.policy, now.rung, yearly);
    result.benefitCost.draft += costOf(this.draft.policy, draft.rung, yearly);
    if (result.changesLastYear.now !== null) result.changesLastYear.now += changesSince(now, this.asOf - 364);
    if (result.changesLastYear.draft !== null) result.changesLastYear.draft += changesSince(draft, this.asOf - 364);
    this.#effects.add(history, draft, (rung) => costOf(this.draft.policy, rung, yearly));
    addTo(this.#cells, { from, to, customers: 1, netSpend, lifetimeValue });
    if (from === to) return;
    result.moved += 1;
    // Most movers are not among the greatest: a look at the last of them spares the sorting.
    if (result.movers.length === moversKept && netSpend < result.movers[moversKept - 1]!.netSpend) return;
    result.movers = greatest([...result.movers, { customerId: history.customerId, from, to, netSpend, lifetimeValue }]);
  }

  result(): ReplayResult {
    return { ...this.#result, effects: this.#effects.effects, matrix: inLadderOrder([...this.#cells.values()], this.now.policy, this.draft.policy) };
  }
}

function addTo(cells: Map<string, ReplayCell>, cell: ReplayCell): void {
  const key = JSON.stringify([cell.from, cell.to]);
  const known = cells.get(key);
  if (!known) {
    cells.set(key, { ...cell });
    return;
  }
  known.customers += cell.customers;
  known.netSpend += cell.netSpend;
  known.lifetimeValue += cell.lifetimeValue;
}

function greatest(movers: Mover[]): Mover[] {
  return movers.sort((a, b) => b.netSpend - a.netSpend || (a.customerId < b.customerId ? -1 : 1)).slice(0, moversKept);
}

function inLadderOrder(cells: ReplayCell[], now: Policy, draft: Policy): ReplayCell[] {
  const place = ({ ladder }: Policy, tier: string | null): number => ladder.findIndex(({ id }) => id === tier);
  return cells.sort((a, b) => place(now, a.from) - place(now, b.from) || place(draft, a.to) - place(draft, b.to));
}

function tierOf({ ladder }: Policy, rung: Rung): string | null {
  return ladder[rung]?.id ?? null;
}

function costOf({ ladder, points }: Policy, rung: Rung, spend: number): number {
  return rung === noTier ? 0 : benefitCost(ladder[rung]!.benefits, spend, points).total;
}

function changesSince({ changes }: Judgement, from: Day): number {
  return changes.filter(({ on, from: before }) => on >= from && before !== noTier).length;
}

function spendSince({ purchases, returns }: History, from: Day, to: Day): number {
  let spend = 0;
  for (const { day, netSpend } of purchases) if (day >= from && day <= to) spend += netSpend;
  for (const { soldOn, returnedOn, netSpend } of returns) if (soldOn >= from && soldOn <= to && returnedOn > to) spend += netSpend;
  return spend;
}
