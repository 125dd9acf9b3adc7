import { speaksOf, tracesOf } from '../domain/erasure/traces.ts';
import type { Clock, Customers, DeadLetters, Erased, Erasure, Erasures, Ledger, Pages, Replays, Runs } from '../ports.ts';
import { eraseFromLedger } from './erase-from-ledger.ts';
import { eraseFromPages } from './erase-from-pages.ts';

export interface EraseWorld {
  erasures: Erasures; ledger: Ledger; customers: Customers; pages: Pages; runs: Runs; replays: Replays; clock: Clock; runsKeptDays: number;
}
export interface ErasureOrder { customerId: string; requestedBy: string }

/** An erasure takes seconds; after this long another may take its place. */
const leaseMilliseconds = 3 * 60_000;
/** What has expired may stay for some days more. */
const slackDays = 10;
const dayMilliseconds = 86_400_000;

/**
 * Notes that a customer is to be erased, from which moment on nothing more is stored of her, and takes what was put aside of her out of the dead letters.
 * Noting it again for somebody who is erased makes the erasure go over everything once more.
 */
export async function openErasure({ customerId, requestedBy }: ErasureOrder, world: EraseWorld & { deadLetters: DeadLetters }): Promise<void> {
  const { erasures, ledger, deadLetters, clock } = world;
  const { pseudonyms, erasures: before } = await erasures.known();
  const erasureId = pseudonyms.ofCustomer(customerId);
  const known = before.find((erasure) => erasure.erasureId === erasureId);
  const traces = tracesOf(customerId, (await ledger.factsOf(customerId)).map(({ fact }) => fact));
  const digests = (earlier: string[] = [], texts: string[]) => [...new Set([...earlier, ...texts.map((text) => pseudonyms.ofText(text))])];
  await erasures.save({
    requestedAt: clock.now().toISOString(), requestedBy, ...known, erasureId, state: 'open', doneAt: null, customerId, settled: false,
    contacts: digests(known?.contacts, traces.contacts), names: digests(known?.names, traces.names),
  });
  await deadLetters.remove((text) => speaksOf(traces, text));
}

/**
 * Carries out what erasures are open, unless a night is under way, which then does it before it publishes: pages are changed only by whoever holds the night's lock.
 * Answers those that were done.
 */
export async function eraseOpen(world: EraseWorld): Promise<Erasure[]> {
  const { runs, clock } = world;
  const erased = await world.erasures.known();
  const open = erased.erasures.filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const [holder, now] = [`erasure-${open[0]!.erasureId}`, clock.now()];
  if (!await runs.lock(holder, now, new Date(now.getTime() + leaseMilliseconds))) return [];
  try {
    const done: Erasure[] = [];
    for (const erasure of open) done.push(await carryOut(erasure, erased, world));
    return done;
  } finally {
    await runs.unlock(holder);
  }
}

/** Takes every trace of a customer out of all that is stored and forgets her id. Doing it again is harmless. Only for who holds the night's lock. */
export async function carryOut({ customerId, ...erasure }: Erasure, erased: Erased, world: EraseWorld): Promise<Erasure> {
  if (customerId !== undefined) await eraseEverywhere(customerId, erased, world);
  const done: Erasure = { ...erasure, state: 'done', doneAt: world.clock.now().toISOString() };
  await world.erasures.save(done);
  return done;
}

/** Takes every trace of a customer out of ledger, items, pages and replays. Only for who holds the night's lock. */
export async function eraseEverywhere(customerId: string, erased: Erased, world: EraseWorld): Promise<void> {
  const { customers, pages, replays, runs, clock, runsKeptDays } = world;
  await eraseFromLedger(customerId, erased, world);
  await customers.remove(customerId);
  const pseudonym = erased.pseudonyms.ofCustomer(customerId);
  for (const runId of await runs.plannedSince(new Date(clock.now().getTime() - (runsKeptDays + slackDays) * dayMilliseconds))) {
    await eraseFromPages(runId, customerId, pseudonym, pages);
  }
  await replays.removeCustomer(customerId);
  await runs.noteErasure();
}
