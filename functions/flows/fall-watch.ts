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

  /** Looks at a customer and answers what would keep her from the fall that is expected; null when none is. */
  look(history: History, score: CustomerScore): KeepTier | null {
    const keep = keepOf(history, score, this.context, this.context.asOf);
    if (keep) this.#falls.set(history.customerId, fallOf(history, keep));
    return keep;
  }

  /** The falls that the base run did not expect in the same way. Without a base run nothing was said yet, and all are new. */
  async newly({ baseRunId }: Run, shard: number, before: ReadonlyMap<string, CustomerScore>, { pages, runs }: { pages: Pages; runs: Runs }): Promise<TierFall[]> {
    if (baseRunId === null || this.#falls.size === 0) return [...this.#falls.values()];
    const lastTime = parseDay((await runOf(runs, baseRunId)).asOf);
    for (const { bytes } of await pages.read(baseRunId, shard, 'histories')) {
      for (const history of unpackHistories(bytes)) {
        const fall = this.#falls.get(history.customerId);
        const then = fall && keepOf(history, before.get(history.customerId)!, this.context, lastTime);
        if (then && then.on === fall.on && then.tier === fall.from && then.fallsTo === fall.to) this.#falls.delete(history.customerId);
      }
    }
    return [...this.#falls.values()];
  }
}

function keepOf(history: History, { tier, tierSince }: CustomerScore, { policy, population }: RunContext, asOf: Day): KeepTier | null {
  return expectedFall(history, policy, population.percentileCuts, asOf, { tier, since: tierSince });
}

function fallOf({ customerId, homeStore }: History, { tier, fallsTo, on, missing }: KeepTier): TierFall {
  return { customerId, storeId: homeStore, from: tier, to: fallsTo, on, missing };
}
