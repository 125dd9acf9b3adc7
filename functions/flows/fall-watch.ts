import { parseDay, type Day } from '../domain/calendar.ts';
import type { RunContext } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import { unpackHistories } from '../domain/ledger/packed-history.ts';
import type { CustomerScore } from '../domain/score.ts';
import type { KeepTier } from '../domain/tiers/counterfactual.ts';
import { expectedFall } from '../domain/tiers/expected-fall.ts';
import type { Pages, Run, Runs } from '../ports.ts';
import { runOf } from './run-of.ts';

/** A fall that is coming and what would prevent it, as it will be announced. Days are business days. */
export interface TierFall { customerId: string; storeId: string; from: string; to: string | null; on: Day; missing: KeepTier['missing'] }

/** Watches the customers of a shard for falls that are near, and tells those apart that were expected before. */
export class FallWatch {
  readonly #falls = new Map<string, TierFall>();

  constructor(private readonly context: RunContext) {}

  look(history: History, score: CustomerScore): void {
    const fall = fallOf(history, score, this.context, this.context.asOf);
    if (fall) this.#falls.set(history.customerId, fall);
  }

  /** The falls that the base run did not expect in the same way. Without a base run nothing was said yet, and all are new. */
  async newly({ baseRunId }: Run, shard: number, before: ReadonlyMap<string, CustomerScore>, { pages, runs }: { pages: Pages; runs: Runs }): Promise<TierFall[]> {
    if (baseRunId === null || this.#falls.size === 0) return [...this.#falls.values()];
    const lastTime = parseDay((await runOf(runs, baseRunId)).asOf);
    for (const { bytes } of await pages.read(baseRunId, shard, 'histories')) {
      for (const history of unpackHistories(bytes)) {
        const fall = this.#falls.get(history.customerId);
        const then = fall && fallOf(history, before.get(history.customerId)!, this.context, lastTime);
        if (then && then.on === fall.on && then.from === fall.from && then.to === fall.to) this.#falls.delete(history.customerId);
      }
    }
    return [...this.#falls.values()];
  }
}

function fallOf(history: History, { tier, tierSince }: CustomerScore, { policy, population }: RunContext, asOf: Day): TierFall | null {
  const keep = expectedFall(history, policy, population.percentileCuts, asOf, { tier, since: tierSince });
  return keep && { customerId: history.customerId, storeId: history.homeStore, from: keep.tier, to: keep.fallsTo, on: keep.on, missing: keep.missing };
}
