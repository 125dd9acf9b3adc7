import type { Pages, Runs } from '../ports.ts';
import type { ToldContact } from './contact-watch.ts';

/** What nights remember of the contacts they announced: one page a shard and run, carried on from the run published before. */

const pageName = 'told';

/** What was announced up to the run that is published now, whatever day it was about. A run that is repeated does not count itself. */
export async function contactsTold(runId: string, shard: number, { pages, runs }: { pages: Pages; runs: Runs }): Promise<ToldContact[]> {
  const last = (await runs.recent(2)).find((publication) => publication.runId !== runId);
  if (!last) return [];
  const read = await pages.read(last.runId, shard, 'contacts');
  return read.flatMap(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as ToldContact[]);
}

/** Keeps what was announced up to and by a run. */
export async function keepContactsTold(runId: string, shard: number, told: readonly ToldContact[], pages: Pages): Promise<void> {
  await pages.write(runId, shard, 'contacts', pageName, new TextEncoder().encode(JSON.stringify(told)));
}
