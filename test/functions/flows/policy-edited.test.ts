import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policy } from '../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../functions/domain/tiers/presets.ts';
import { savePolicy } from '../../../functions/flows/save-policy.ts';
import type { Chain } from '../../support/api.ts';
import { freshChain } from '../../support/chain.ts';
import { temporaryEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let now = new Date('2026-01-10T20:00:00Z');
beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => now });
});
afterAll(() => engine.end());

const sale = (customerId: string, day: string, unitPrice: number) => ({
  'detail-type': 'SaleRecorded', detail: { id: `T-${customerId}`, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00`, currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice }] },
});
const goldFrom = (atLeast: number): Policy => ({
  ...presets.cards,
  ladder: presets.cards.ladder.map((tier) => (tier.id === 'gold' ? { ...tier, keep: undefined, entry: { criterion: 'net-spend', atLeast, window: { kind: 'rolling', months: 12 } } } : tier)),
});
const changesBy = async (asOf: string) => {
  now = new Date(`${asOf}T20:00:00Z`);
  const said = chain.announcements.length;
  await chain.night({ runId: `night-${asOf}`, asOf });
  return chain.announcements.slice(said).filter(({ detailType }) => detailType === 'TierChanged').map(({ detail }) => [detail['customerId'], detail['from'], detail['to'], detail['on']]);
};

describe('An edited policy', () => {
  it('takes effect with the next night, which announces whom it moves, once, from the day of that night', { timeout: 120_000 }, async () => {
    await savePolicy(goldFrom(500_000), 'head office', chain);
    await chain.ingest([sale('C1', '2026-01-05', 400_000), sale('C2', '2026-01-05', 600_000)]);
    expect(await changesBy('2026-01-10')).toEqual([]);
    await savePolicy(goldFrom(300_000), 'head office', chain);
    expect(await changesBy('2026-01-11')).toEqual([['C1', 'standard', 'gold', '2026-01-11']]);
    expect(await changesBy('2026-01-12')).toEqual([]);
    await savePolicy(goldFrom(500_000), 'head office', chain);
    expect(await changesBy('2026-01-13')).toEqual([['C1', 'gold', 'standard', '2026-01-13']]);
  });

  it('says nothing when time goes back, because the nights in between were announced', { timeout: 60_000 }, async () => {
    expect(await changesBy('2026-01-04')).toEqual([]);
  });
});
