import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savePolicy } from '../../../functions/flows/save-policy.ts';
import { presets } from '../../../functions/domain/tiers/presets.ts';
import { freshChain } from '../../support/chain.ts';
import { temporaryEngine } from '../../support/engine.ts';
import type { Chain } from '../../support/api.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let now = new Date('2025-01-01T00:00:00Z');
beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => now });
  // Gold from 5,000 yuan in twelve months, kept with 3,500; reviewed every night, so that days are easy to tell.
  await savePolicy({ ...presets.cards, downgrade: { review: 'nightly', graceDays: 0, stepsPerReview: 1 } }, 'head office', chain);
});
afterAll(() => engine.end());

const sale = (id: string, customerId: string, day: string, unitPrice: number) => ({
  'detail-type': 'SaleRecorded', detail: { id, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00`, currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice }] },
});
/** What the night about a day expects, and nothing that nights before said. */
const expectedBy = async (asOf: string, ...events: Parameters<Chain['ingest']>[0]) => {
  now = new Date(`${asOf}T20:00:00Z`);
  await chain.ingest(events);
  const said = chain.announcements.length;
  await chain.night({ runId: `night-${asOf}`, asOf });
  return chain.announcements.slice(said).filter(({ detailType }) => detailType === 'TierChangeExpected').map(({ detail }) => detail);
};

describe('TierChangeExpected', () => {
  it('is said once, sixty days ahead, with the deadline and what is missing, again when it comes back, and not of those who cannot fall', { timeout: 120_000 }, async () => {
    // 5,000 yuan on 10 March 2025 hold her in gold until they leave the window on 10 March 2026.
    expect(await expectedBy('2026-01-08', sale('T1', 'C1', '2025-03-10', 500_000), sale('T2', 'C2', '2025-03-10', 1_000))).toEqual([]);
    const first = await expectedBy('2026-01-09');
    expect(first).toEqual([{
      id: 'C1/2026-03-10/gold/standard', customerId: 'C1', storeId: 'S01', from: 'gold', to: 'standard', on: '2026-03-10',
      missing: [{ criterion: 'net-spend', amount: 350_000, by: '2026-03-10' }], asOf: '2026-01-09', runId: 'night-2026-01-09', policyVersion: 2,
    }]);
    expect(await expectedBy('2026-01-10')).toEqual([]);
    expect(await expectedBy('2026-02-01', sale('T3', 'C1', '2026-01-31', 100_000))).toEqual([]);
    // With 3,500 in this window nobody falls; a correction of that ticket brings the fall back, which has to be said again.
    expect(await expectedBy('2026-02-03', sale('T5', 'C1', '2026-02-02', 250_000))).toEqual([]);
    const corrected = sale('T5', 'C1', '2026-02-02', 50_000);
    expect(await expectedBy('2026-02-04', { ...corrected, detail: { ...corrected.detail, version: 2 } })).toMatchObject([{ id: 'C1/2026-03-10/gold/standard', missing: [{ amount: 200_000 }] }]);
    const moves = () => chain.announcements.filter(({ detailType, detail }) => detailType === 'TierChanged' && detail['customerId'] === 'C1').map(({ detail }) => [detail['on'], detail['to']]);
    expect(moves()).toEqual([]);
    expect(await expectedBy('2026-03-10')).toEqual([]);
    expect(moves()).toEqual([['2026-03-10', 'standard']]);
  });
});
