import type { ErasureAnswer, ErasureList } from '../contract/erasure-answers.ts';
import { erasedPartition } from '../domain/ledger/partition.ts';
import type { Bus, Clock, Erasure, Erasures, Ledger } from '../ports.ts';

export interface RequestErasureWorld {
  erasures: Erasures; ledger: Ledger; inbox: Bus; clock: Clock;
  /** Lets so many milliseconds pass. */
  pause: (milliseconds: number) => Promise<unknown>;
}

/** Usually the ingest is done within three seconds; a gateway waits for half a minute. */
const longestWait = 20_000;
const askedEvery = 250;

/**
 * Orders an erasure on the bus, as anybody else would, and waits a while for it, so that the answer usually says that it is done.
 * Ordered again for somebody who is erased it answers what is known of it; null for a customer of whom there is nothing.
 */
export async function requestErasure(customerId: string, requestedBy: string, world: RequestErasureWorld): Promise<ErasureAnswer | null> {
  const { erasures, ledger, inbox, clock, pause } = world;
  const { pseudonyms } = await erasures.known();
  const erasureId = pseudonyms.ofCustomer(customerId);
  const [first] = await ledger.factsOf(customerId);
  if (!first) return readErasure(idOf(erasureId), world);
  const now = clock.now().toISOString();
  await inbox.announce([{ detailType: 'CustomerErased', detail: { id: idOf(erasureId), customerId, storeId: first.fact.storeId, occurredAt: now, author: requestedBy } }]);
  for (let waited = 0; waited < longestWait; waited += askedEvery) {
    const known = await find(erasureId, erasures);
    if (known?.state === 'done' && known.doneAt !== null && known.doneAt >= now) return answerFor(known);
    await pause(askedEvery);
  }
  return answerFor(await find(erasureId, erasures) ?? { erasureId, state: 'open', requestedAt: now, requestedBy, doneAt: null });
}

/** What is known of an erasure; null for an id that was never given out. */
export async function readErasure(id: string, { erasures }: Pick<RequestErasureWorld, 'erasures'>): Promise<ErasureAnswer | null> {
  const known = await find(erasedPartition(id), erasures);
  return known ? answerFor(known) : null;
}

/** Everything that was erased, by when and by whom it was ordered, the latest first. */
export async function readErasures({ erasures }: Pick<RequestErasureWorld, 'erasures'>): Promise<ErasureList> {
  const known = (await erasures.known()).erasures;
  return { items: known.toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)).map(answerFor) };
}

async function find(erasureId: string, erasures: Erasures): Promise<Erasure | undefined> {
  return (await erasures.known()).erasures.find((erasure) => erasure.erasureId === erasureId);
}

const idOf = (erasureId: string): string => erasureId.slice(erasedPartition('').length);

function answerFor({ erasureId, state, requestedAt, requestedBy, doneAt }: Pick<Erasure, 'erasureId' | 'state' | 'requestedAt' | 'requestedBy' | 'doneAt'>): ErasureAnswer {
  return { id: idOf(erasureId), state, requestedAt, requestedBy, doneAt };
}
