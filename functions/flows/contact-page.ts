import type { Pages, Run } from '../ports.ts';
import type { ToldContact } from './contact-watch.ts';

/** What nights remember of the contacts they announced: one page a shard and run, carried on from the run published before. */

const pageName = 'told';

/** What was announced up to the run that was published before this one, whatever day that was about. */
export async function contactsTold({ lastRunId }: Run, shard: number, pages: Pages): Promise<ToldContact[]> {
  if (lastRunId === null) return [];
  const read = await pages.read(lastRunId, shard, 'contacts');
  return read.flatMap(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as ToldContact[]);
}

/** Keeps what was announced up to and by a run. */
export async function keepContactsTold(runId: string, shard: number, told: readonly ToldContact[], pages: Pages): Promise<void> {
  await pages.write(runId, shard, 'contacts', pageName, new TextEncoder().encode(JSON.stringify(told)));
}
