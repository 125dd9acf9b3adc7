import { UnanswerableQuestion } from '../domain/errors.ts';

/** A customer's place in a list: by rank, ascending, then by id. `version` is the run that wrote her item. */
export interface Ranked { customerId: string; version: number; rank: number }

/** One page of a list: its entries, and where the next one begins; null at the end. */
export interface RankedPage { entries: Ranked[]; next: string | null }

/** Orders a list. */
export function inOrder(entries: Ranked[]): Ranked[] {
  return entries.sort(compare);
}

/** The entries after a cursor. A cursor names the last entry seen, so it holds in a later run, too. Throws UnanswerableQuestion. */
export function pageOf(entries: readonly Ranked[], limit: number, cursor: string | undefined): RankedPage {
  const after = cursor === undefined ? null : placeIn(cursor);
  const start = after === null ? 0 : firstAfter(entries, after);
  const page = entries.slice(start, start + limit);
  const last = page.at(-1);
  return { entries: page, next: last && start + limit < entries.length ? cursorAt(last) : null };
}

function cursorAt({ rank, customerId }: Ranked): string {
  return Buffer.from(JSON.stringify([rank, customerId])).toString('base64url');
}

function placeIn(cursor: string): Ranked {
  try {
    const [rank, customerId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof rank === 'number' && typeof customerId === 'string') return { rank, customerId, version: 0 };
  } catch {
    // It was never ours: said below.
  }
  throw new UnanswerableQuestion('cursor', cursor, 'is not one that this API gave; begin without it and follow the Link header');
}

function firstAfter(entries: readonly Ranked[], place: Ranked): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(entries[middle]!, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || (a.customerId < b.customerId ? -1 : Number(a.customerId > b.customerId));
}
