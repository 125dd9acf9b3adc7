import { parseDay } from '../domain/calendar.ts';
import type { EvaluationSettings } from '../domain/evaluate.ts';
import type { History } from '../domain/history.ts';
import { unpackHistories } from '../domain/ledger/packed-history.ts';
import { isWalkIn } from '../domain/ledger/partition.ts';
import { addCategories, keptCounts } from '../domain/recommendation/category-counts.ts';
import { emptyTogether } from '../domain/recommendation/together.ts';
import { rfmCuts, rfmValues, type RfmValues } from '../domain/rfm.ts';
import { shardCount } from '../domain/shards.ts';
import { percentileCuts } from '../domain/tiers/percentile-cuts.ts';
import { fitValueModel, type ValueModel } from '../domain/value/value-model.ts';
import type { Clock, Meter, Pages, Policies, Run, Runs } from '../ports.ts';
import { reported, runOf } from './run-of.ts';

export interface FitWorld { pages: Pages; runs: Runs; policies: Policies; clock: Clock; meter: Meter; settings: EvaluationSettings }

/** Reads everybody's history once and keeps what the whole chain says: value model, percentile cuts, RFM cuts, range of days, categories bought together. */
export async function fitModel({ runId }: { runId: string }, world: FitWorld): Promise<void> {
  const run = await runOf(world.runs, runId);
  await reported(world, runId, 'fit', 'all', async () => {
    const asOf = parseDay(run.asOf);
    const policy = await world.policies.version(run.policyVersion);
    const pages = await allPages(world.pages, runId);
    const chain = new ChainSummary(asOf);
    for (const history of historiesIn(pages)) chain.add(history);
    const population = { percentileCuts: percentileCuts(policy, namedIn(pages), asOf), rfmCuts: chain.rfmCuts() };
    const lastGood = await lastGoodModel(run, world.runs);
    const model = fitValueModel(customersIn(pages), asOf, world.settings.value, lastGood);
    await world.runs.saveContext(runId, {
      run: { asOf, policy, model, population, settings: world.settings },
      customers: chain.customers, firstDay: chain.firstDay, lastDay: chain.lastDay, stores: [...chain.stores].sort(),
      averageUnitPrice: chain.averageUnitPrice(), categories: keptCounts(chain.together), contactSettingsVersion: run.contactSettingsVersion,
      ...(!model.purchase && lastGood && { lastGoodModel: lastGood }),
    });
    return { customers: chain.customers };
  });
}

/** The value model of the run before, or of an earlier one where that had none; only while money and days are counted as they were then. */
async function lastGoodModel({ comparedRunId, settingsDigest }: Run, runs: Runs): Promise<ValueModel | null> {
  const before = comparedRunId === null ? null : await runs.get(comparedRunId);
  if (before?.settingsDigest !== settingsDigest) return null;
  const context = await runs.context(before.runId);
  return context?.run.model?.purchase ? context.run.model : context?.lastGoodModel ?? null;
}

class ChainSummary {
  customers = 0;
  firstDay: number | null = null;
  lastDay: number | null = null;
  readonly stores = new Set<string>();
  readonly together = emptyTogether();
  readonly #values: RfmValues[] = [];
  #netSpend = 0;
  #units = 0;

  constructor(private readonly asOf: number) {}

  add(history: History): void {
    const { purchases } = history;
    for (const { storeId, netSpend, units } of purchases) {
      this.stores.add(storeId);
      this.#netSpend += netSpend;
      this.#units += units;
    }
    if (purchases.length > 0) {
      this.firstDay = Math.min(this.firstDay ?? purchases[0]!.day, purchases[0]!.day);
      this.lastDay = Math.max(this.lastDay ?? purchases.at(-1)!.day, purchases.at(-1)!.day);
    }
    if (isWalkIn(history.customerId)) return;
    this.customers += 1;
    addCategories(this.together, history);
    const values = rfmValues(history, this.asOf);
    if (values) this.#values.push(values);
  }

  averageUnitPrice(): number {
    return this.#units === 0 ? 0 : this.#netSpend / this.#units;
  }

  rfmCuts() {
    return rfmCuts(this.#values);
  }
}

/** The pages of each shard. */
async function allPages(pages: Pages, runId: string): Promise<Uint8Array[][]> {
  return Promise.all(Array.from({ length: shardCount }, async (_, shard) => (await pages.read(runId, shard, 'histories')).map(({ bytes }) => bytes)));
}

function* historiesIn(shards: readonly Uint8Array[][]): Generator<History> {
  for (const page of shards.flat()) yield* unpackHistories(page);
}

/** Everybody but walk-ins, read anew by every loop. */
function namedIn(shards: readonly Uint8Array[][]): Iterable<History> {
  return { * [Symbol.iterator]() {
    for (const history of historiesIn(shards)) if (!isWalkIn(history.customerId)) yield history;
  } };
}

/** Customers by shard and id: sums of floating point numbers depend on their order, and the order of pages on how earlier nights went. */
function* customersIn(shards: readonly Uint8Array[][]): Generator<History> {
  for (const pages of shards) {
    const customers = pages.flatMap((page) => [...unpackHistories(page)]).filter(({ customerId }) => !isWalkIn(customerId));
    yield* customers.sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  }
}
