import type { CustomerRecord } from '../domain/kpis/kpi.ts';
import { unpackHistories } from '../domain/ledger/packed-history.ts';
import { unpackScores } from '../domain/ledger/packed-scores.ts';
import type { CustomerScore } from '../domain/score.ts';
import { shardCount } from '../domain/shards.ts';
import type { Pages } from '../ports.ts';

interface Page { histories: Uint8Array; scores: Uint8Array }

/** Everybody as one run left them, walk-ins included. Kept as bytes, which are a tenth of the objects, and read anew by every loop over it. */
export class Chain implements Iterable<CustomerRecord> {
  constructor(private readonly pages: readonly Page[]) {}

  *[Symbol.iterator](): Generator<CustomerRecord> {
    for (const { histories, scores } of this.pages) {
      const scored = unpackScores(scores);
      for (const history of unpackHistories(histories)) yield { history, score: scored.next().value as CustomerScore };
    }
  }
}

/** Reads all pages of a run. */
export async function loadChain(pages: Pages, runId: string): Promise<Chain> {
  return new Chain((await Promise.all(Array.from({ length: shardCount }, (_, shard) => readShard(pages, runId, shard)))).flat());
}

/** Reads the pages of one shard of a run. */
export async function loadShard(pages: Pages, runId: string, shard: number): Promise<Chain> {
  return new Chain(await readShard(pages, runId, shard));
}

/** The same part by part, for looking at everybody without ever holding more than a part. */
export async function* shardsOf(pages: Pages, runId: string): AsyncGenerator<Chain> {
  for (let shard = 0; shard < shardCount; shard++) yield loadShard(pages, runId, shard);
}

/** Pages of histories and scores with the same name line up row by row. */
async function readShard(pages: Pages, runId: string, shard: number): Promise<Page[]> {
  const [histories, scores] = await Promise.all([pages.read(runId, shard, 'histories'), pages.read(runId, shard, 'scores')]);
  const scoresOf = new Map(scores.map(({ name, bytes }) => [name, bytes]));
  return histories.map(({ name, bytes }): Page => ({ histories: bytes, scores: scoresOf.get(name)! }));
}
