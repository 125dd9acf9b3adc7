import fc from '../support/property.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackHistories } from '../../functions/domain/ledger/packed-history.ts';
import { unpackScores } from '../../functions/domain/ledger/packed-scores.ts';
import { isWalkIn } from '../../functions/domain/ledger/partition.ts';
import { shardCount } from '../../functions/domain/shards.ts';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { savePolicy } from '../../functions/flows/save-policy.ts';
import { freshChain } from '../support/chain.ts';
import { temporaryEngine } from '../support/engine.ts';
import { sentEvents, type SentEvent } from '../support/random-facts.ts';

const asOf = '2025-12-31';
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
beforeAll(async () => { engine = await temporaryEngine(); });
afterAll(() => engine.end());

type Chain = Awaited<ReturnType<typeof freshChain>>;

/** Everything a reader can see of the published run, by customer; which run wrote an item last is not part of it. */
async function readings({ runs, pages, customers }: Chain) {
  const publication = (await runs.published())!;
  const seen = new Map<string, unknown>();
  for (let shard = 0; shard < shardCount; shard++) {
    const scores = new Map((await pages.read(publication.runId, shard, 'scores')).map(({ name, bytes }) => [name, [...unpackScores(bytes)]]));
    for (const { name, bytes } of await pages.read(publication.runId, shard, 'histories')) {
      for (const [at, history] of [...unpackHistories(bytes)].entries()) {
        const { version: _, ...score } = scores.get(name)![at]!;
        const item = isWalkIn(history.customerId) ? null : await customers.latest(history.customerId, publication);
        seen.set(history.customerId, { history, score, file: item?.file, inItem: item && [...unpackHistories(item.history)] });
      }
    }
  }
  const context = await runs.context(publication.runId);
  return { customers: [...seen].sort(([a], [b]) => (a < b ? -1 : 1)), context };
}

/** How the same events reach the second chain: shuffled, some twice, in batches, with nights between. */
const arrival = fc.record({ seed: fc.integer(), batches: fc.integer({ min: 1, max: 5 }), nightsBetween: fc.boolean(), duplicated: fc.double({ min: 0, max: 0.5, noNaN: true }) });

function shuffled(events: readonly SentEvent[], seed: number, duplicated: number): SentEvent[] {
  let state = seed | 1;
  const random = () => (state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0, (state >>> 0) / 2 ** 32);
  return [...events, ...events.filter(() => random() < duplicated)].map((event) => ({ event, key: random() })).sort((a, b) => a.key - b.key).map(({ event }) => event);
}

describe('arrival', () => {
  it('in any order, batching and multiplicity, with or without nights between, leads to the same readings', async () => {
    await fc.assert(fc.asyncProperty(sentEvents, arrival, async (events, { seed, batches, nightsBetween, duplicated }) => {
      const straight = await freshChain(engine);
      await straight.ingest(events);
      await straight.night({ runId: 'only', asOf });

      const crooked = await freshChain(engine);
      const arriving = shuffled(events, seed, duplicated);
      const size = Math.ceil(arriving.length / batches);
      for (let at = 0; at < arriving.length; at += size) {
        await crooked.ingest(arriving.slice(at, at + size));
        if (nightsBetween) await crooked.night({ runId: `night-${at}`, asOf });
      }
      await crooked.night({ runId: 'last', asOf });
      expect(crooked.rejections).toEqual([]);
      expect(await readings(crooked)).toEqual(await readings(straight));
    }), { numRuns: process.env['CI'] ? 12 : 8 });
  }, 120_000);

  it('in any order leads to the same announcements of tiers, each under the same id', async () => {
    const told = { changes: 0 };
    await fc.assert(fc.asyncProperty(sentEvents, sentEvents, arrival, async (before, events, { seed, batches, duplicated }) => {
      const announced = async (arriving: readonly SentEvent[], parts: number) => {
        const chain = await freshChain(engine);
        await savePolicy(presets.cards, 'test', chain);
        await chain.ingest(before);
        await chain.night({ runId: 'first', asOf: '2025-03-31' });
        for (let at = 0, size = Math.ceil(arriving.length / parts); at < arriving.length; at += size) await chain.ingest(arriving.slice(at, at + size));
        await chain.night({ runId: 'second', asOf });
        return chain.announcements.filter(({ detailType }) => detailType.startsWith('TierChange')).sort((a, b) => (`${a.detailType}${a.detail.id}` < `${b.detailType}${b.detail.id}` ? -1 : 1));
      };
      const straight = await announced(events, 1);
      expect(await announced(shuffled(events, seed, duplicated), batches)).toEqual(straight);
      expect(new Set(straight.map(({ detailType, detail: { id } }) => `${detailType} ${id}`)).size).toBe(straight.length);
      told.changes += straight.length;
    }), { numRuns: process.env['CI'] ? 6 : 3 });
    expect(told.changes).toBeGreaterThan(0);
  }, 120_000);

  it('of facts after the as-of date shows only when the as-of date reaches them', async () => {
    const sale = (id: string, occurredAt: string): SentEvent => ({ 'detail-type': 'SaleRecorded', detail: { id, storeId: 'S01', customerId: 'C1', currency: 'CNY', occurredAt, lines: [{ sku: 'W', quantity: 1, unitPrice: 100 }] } });
    const chain = await freshChain(engine);
    await chain.ingest([sale('T1', '2025-03-01T10:00:00+08:00'), sale('T2', '2025-05-01T10:00:00+08:00')]);
    const spendAsOf = async (date: string) => {
      await chain.night({ runId: date, asOf: date });
      const { customers } = await readings(chain);
      return (customers[0]![1] as { history: { purchases: { netSpend: number }[] } }).history.purchases.reduce((sum, { netSpend }) => sum + netSpend, 0);
    };
    expect(await spendAsOf('2025-04-01')).toBe(100);
    expect(await spendAsOf('2025-05-01')).toBe(200);
    expect(await spendAsOf('2025-04-02')).toBe(100);
  });
});
