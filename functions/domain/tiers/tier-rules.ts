import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import { pointsAccount, type PointsAccount } from '../points/points-account.ts';
import { compilePolicy, type CompiledPolicy } from './compiled-policy.ts';
import type { Policy } from './policy.ts';
import type { TierChange, TierHeld } from './standing.ts';
import { tierTimeline } from './tier-timeline.ts';

/** A policy with the day of a run, to ask for the tier history and the points of one customer after the other. */
export class TierRules {
  readonly #compiled: CompiledPolicy;
  #last: { history: History; changes: TierChange[] } | null = null;
  #lastAccount: { history: History; account: PointsAccount } | null = null;

  constructor(readonly policy: Policy, readonly asOf: Day) {
    this.#compiled = compilePolicy(policy);
  }

  /** Whether customers are compared with each other, so that nobody knows today who held what in the past. */
  get relative(): boolean {
    return this.#compiled.relative;
  }

  /** Every change of a customer's tier up to the as-of date, oldest first; of customers compared with others only the one to the tier they hold. */
  changesOf(history: History, held: TierHeld): readonly TierChange[] {
    // A KPI looks at one customer period by period, so the last one is remembered.
    if (this.#last?.history !== history) this.#last = { history, changes: this.relative ? onlyHeld(held) : this.#walked(history) };
    return this.#last.changes;
  }

  /** A customer's points account at the as-of date; what it was on a day before is in its entries. */
  accountOf(history: History, held: TierHeld): PointsAccount {
    if (this.#lastAccount?.history !== history) this.#lastAccount = { history, account: pointsAccount(history, this.policy, this.changesOf(history, held), this.asOf) };
    return this.#lastAccount.account;
  }

  #walked(history: History): TierChange[] {
    const name = (rung: number): string | null => this.policy.ladder[rung]?.id ?? null;
    return tierTimeline(history, this.#compiled, this.asOf).inForce.map(({ on, from, to, cause }) => ({ on, from: name(from), to: name(to), cause }));
  }
}

function onlyHeld({ tier, since }: TierHeld): TierChange[] {
  return tier === null || since === null ? [] : [{ on: since, from: null, to: tier, cause: 'entry-met' }];
}
