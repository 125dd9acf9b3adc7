import { shardOf } from '../domain/shards.ts';
import type { Erased, Erasure, Run } from '../ports.ts';
import { carryOut, eraseEverywhere, type EraseWorld } from './erase-customer.ts';

/** Whatever was under way when an erasure was noted has ended after so long. */
const longestIngest = 5 * 60_000;

/**
 * Before a night publishes: carries out what erasures are open, and looks once more at those that are done,
 * because an ingest or a night that was under way may have stored something beside them. Answers how many erasures it touched.
 */
export async function confirmErasures(run: Run, world: EraseWorld): Promise<number> {
  const erased = await world.erasures.known();
  const unsettled = erased.erasures.filter(({ settled }) => !settled);
  for (const erasure of unsettled) {
    const done = erasure.state === 'open' ? await carryOut(erasure, erased, world) : erasure;
    for (const customerId of await slippedIn(done, erased, world)) await eraseEverywhere(customerId, erased, world);
    const isLast = Date.parse(run.startedAt) > Date.parse(done.requestedAt) + longestIngest;
    if (isLast) await world.erasures.save({ ...done, settled: true });
  }
  return unsettled.length;
}

/** Her id, if facts came under it since the erasure. */
async function slippedIn({ erasureId, requestedAt }: Erasure, { pseudonyms }: Erased, { ledger, clock }: EraseWorld): Promise<string[]> {
  const arrived = await ledger.arrivals(shardOf(erasureId), new Date(Date.parse(requestedAt) - longestIngest), clock.now());
  return [...arrived].filter((partition) => !partition.includes('#') && pseudonyms.ofCustomer(partition) === erasureId);
}
