import { parseDay } from '../domain/calendar.ts';
import { historyWithoutPerson } from '../domain/erasure/history-without-person.ts';
import type { History } from '../domain/history.ts';
import { excludedBy } from '../domain/ledger/excluded-goods.ts';
import { foldCustomer, type FoldSettings } from '../domain/ledger/fold-customer.ts';
import type { CustomerFile } from '../domain/ledger/fold-file.ts';
import { unpackHistories } from '../domain/ledger/packed-history.ts';
import { isErased, isNamed } from '../domain/ledger/partition.ts';
import { resolveFacts, type RecordedFact } from '../domain/ledger/resolve-facts.ts';
import { shardCount, shardOf } from '../domain/shards.ts';
import type { Clock, Ledger, Meter, Pages, Policies, Run, Runs } from '../ports.ts';
import { PageWriter } from './page-writer.ts';
import type { ProfilePart } from './plan-night.ts';
import { reported, runOf } from './run-of.ts';

export interface ProfileWorld { ledger: Ledger; pages: Pages; runs: Runs; policies: Policies; clock: Clock; meter: Meter; fold: Omit<FoldSettings, 'excludes'> }

/** Facts that were on their way while the last night began are looked at again: a minute in which an ingest may take, and clocks that differ. */
const overlapMilliseconds = 90_000;
/** Customers whose facts are fetched at the same time. */
const parallelReads = 16;

/** Folds the facts of a part of the chain into packed histories: a segment of the whole ledger, or the touched customers of a shard. */
export async function profileCustomers(task: ProfilePart & { runId: string }, world: ProfileWorld): Promise<void> {
  const run = await runOf(world.runs, task.runId);
  const part = 'segment' in task ? `segment-${task.segment}` : `shard-${task.shard}`;
  const profiler = new Profiler(run, { ...world.fold, excludes: excludedBy((await world.policies.version(run.policyVersion)).excluded) });
  await reported(world, run.runId, 'profile', part, () => ('segment' in task
    ? rebuildSegment(task.segment, task.of, run, profiler, world)
    : updateShard(task.shard, run, profiler, world)));
}

interface Profiled { history: History; file: CustomerFile | null }

class Profiler {
  facts = 0;
  conflicts = 0;
  readonly #asOf: number;

  constructor(run: Run, private readonly settings: FoldSettings) { this.#asOf = parseDay(run.asOf); }

  profile(partition: string, recorded: readonly RecordedFact[]): Profiled {
    const { facts, conflicts } = resolveFacts(recorded);
    this.facts += facts.length;
    this.conflicts += conflicts.length;
    const { history, file } = foldCustomer(partition, facts, this.#asOf, this.settings);
    return { history: isErased(partition) ? historyWithoutPerson(history, partition) : history, file: isNamed(partition) ? file : null };
  }

  /** A history of the last run must be folded again when facts it could not see have come of age. */
  isDue({ deferredFrom }: History): boolean {
    return deferredFrom !== null && deferredFrom <= this.#asOf;
  }
}

async function rebuildSegment(segment: number, of: number, run: Run, profiler: Profiler, { ledger, pages }: ProfileWorld): Promise<Record<string, number>> {
  const writers = Array.from({ length: shardCount }, (_, shard) => new PageWriter(pages, run.runId, shard, `segment-${String(segment).padStart(3, '0')}-`));
  let profiled = 0;
  for await (const { partition, facts } of ledger.scan(segment, of)) {
    const { history, file } = profiler.profile(partition, facts);
    profiled += 1;
    await writers[shardOf(partition)]!.add(history, file);
  }
  await Promise.all(writers.map((writer) => writer.flush()));
  return { profiled, facts: profiler.facts, conflicts: profiler.conflicts };
}

async function updateShard(shard: number, run: Run, profiler: Profiler, { ledger, pages, runs, clock }: ProfileWorld): Promise<Record<string, number>> {
  const base = await runOf(runs, run.baseRunId!);
  const arrived = await ledger.arrivals(shard, new Date(Date.parse(base.factsThrough) - overlapMilliseconds), clock.now());
  const basePages = await pages.read(base.runId, shard, 'histories');
  const due = dueIn(basePages, profiler);
  const touched = new Map<string, Profiled>();
  await eachOf([...new Set([...arrived, ...due])], parallelReads, async (partition) => {
    touched.set(partition, profiler.profile(partition, await ledger.factsOf(partition)));
  });
  const writer = new PageWriter(pages, run.runId, shard, 'shard-');
  const remaining = new Set(touched.keys());
  for (const { bytes } of basePages) {
    for (const known of unpackHistories(bytes)) {
      const again = touched.get(known.customerId);
      remaining.delete(known.customerId);
      await writer.add(again?.history ?? known, again?.file ?? null);
    }
  }
  for (const partition of [...remaining].sort()) await writer.add(touched.get(partition)!.history, touched.get(partition)!.file);
  await writer.flush();
  return { profiled: touched.size, facts: profiler.facts, conflicts: profiler.conflicts };
}

function dueIn(pages: readonly { bytes: Uint8Array }[], profiler: Profiler): string[] {
  const due: string[] = [];
  for (const { bytes } of pages) for (const history of unpackHistories(bytes)) if (profiler.isDue(history)) due.push(history.customerId);
  return due;
}

/** Works through a list with so many at a time. */
async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    while (next < items.length) await work(items[next++]!);
  }));
}
