import { historyWithoutPerson } from '../domain/erasure/history-without-person.ts';
import type { History } from '../domain/history.ts';
import { packHistories, unpackHistories } from '../domain/ledger/packed-history.ts';
import { packScores, unpackScores } from '../domain/ledger/packed-scores.ts';
import { shardOf } from '../domain/shards.ts';
import type { PageKind, Pages } from '../ports.ts';

const jsonKinds: readonly PageKind[] = ['files', 'changes', 'contacts'];

/** Takes a customer out of the pages of a run: her history goes on under the pseudonym in the same place, beside the same scores, and whatever else has her id goes. */
export async function eraseFromPages(runId: string, customerId: string, pseudonym: string, pages: Pages): Promise<void> {
  const shard = shardOf(customerId);
  await eraseFromHistories(runId, shard, customerId, pseudonym, pages);
  for (const kind of jsonKinds) {
    for (const { name, bytes } of await pages.read(runId, shard, kind)) {
      const text = new TextDecoder().decode(bytes);
      if (text.includes(customerId)) await pages.rewrite(runId, shard, kind, name, new TextEncoder().encode(JSON.stringify(withoutCustomer(JSON.parse(text), customerId))));
    }
  }
}

async function eraseFromHistories(runId: string, shard: number, customerId: string, pseudonym: string, pages: Pages): Promise<void> {
  const mentioning = (await pages.read(runId, shard, 'histories')).filter(({ bytes }) => has(bytes, customerId) || has(bytes, pseudonym));
  const rows = mentioning.map(({ name, bytes }) => ({ name, histories: [...unpackHistories(bytes)] }));
  const all = rows.flatMap(({ histories }) => histories);
  const hers = all.filter((history) => history.customerId === customerId);
  if (hers.length === 0) return;
  // A fact that slipped in beside an erasure makes a second row; the next night folds them into one.
  const kept = [...hers, ...all.filter((history) => history.customerId === pseudonym)].reduce((a, b) => (b.purchases.length > a.purchases.length ? b : a));
  for (const { name, histories } of rows) await rewriteRows(runId, shard, name, histories, (history) => {
    if (history === kept) return historyWithoutPerson(history, pseudonym);
    return history.customerId === customerId || history.customerId === pseudonym ? null : history;
  }, pages);
}

/** Changes rows of a page or, with null, takes them out together with their scores. */
async function rewriteRows(runId: string, shard: number, name: string, histories: readonly History[], change: (history: History) => History | null, pages: Pages): Promise<void> {
  const changed = histories.map(change);
  if (changed.includes(null)) {
    const scores = (await pages.read(runId, shard, 'scores')).find((page) => page.name === name);
    if (scores) await pages.rewrite(runId, shard, 'scores', name, packScores([...unpackScores(scores.bytes)].filter((_, at) => changed[at] !== null)));
  }
  await pages.rewrite(runId, shard, 'histories', name, packHistories(changed.filter((history) => history !== null)));
}

/** The same document without entries under her id and without list entries that have it as `customerId`. */
function withoutCustomer(value: unknown, customerId: string): unknown {
  if (Array.isArray(value)) return value.filter((entry) => !concerns(entry, customerId)).map((entry) => withoutCustomer(entry, customerId));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => field !== customerId).map(([field, part]) => [field, withoutCustomer(part, customerId)]));
}

function concerns(entry: unknown, customerId: string): boolean {
  return typeof entry === 'object' && entry !== null && 'customerId' in entry && entry.customerId === customerId;
}

/** Whether a text stands in some bytes, which spares taking apart the pages in which she is not. */
function has(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text);
}
