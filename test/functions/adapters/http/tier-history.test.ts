import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TierHistoryAnswer } from '../../../../functions/contract/policy-answers.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice, managerOf, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;
let now = new Date('2026-01-11T04:00:00Z');
beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => now });
  api = apiOf(chain);
});
afterAll(() => engine.end());

const sale = (id: string, customerId: string, day: string, unitPrice: number) => ({
  'detail-type': 'SaleRecorded', detail: { id, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00`, currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice }] },
});
const returned = (saleId: string, customerId: string, day: string) => ({
  'detail-type': 'SaleReturned', detail: { id: `R-${saleId}`, saleId, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00` },
});
/** Facts come in on the evening of a day, and the night is about that day. */
const night = async (asOf: string, ...events: Parameters<Chain['ingest']>[0]) => {
  now = new Date(`${asOf}T20:00:00Z`);
  await chain.ingest(events);
  await chain.night({ runId: `night-${asOf}`, asOf });
};
const history = async (customerId: string, query = '', caller = headOffice) => TierHistoryAnswer.parse(await api.get(caller, `/customers/${customerId}/tiers${query}`));

describe('GET /v1/customers/{id}/tiers', () => {
  it('lists each change with its day and cause, and says what was known then when asked', async () => {
    await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(presets.cards) });
    await night('2026-01-10', sale('T1', 'C1', '2026-01-05', 100_000), sale('T2', 'C1', '2026-01-08', 450_000));
    const before = [{ on: '2026-01-05', from: null, to: 'standard', cause: 'entry-met' }, { on: '2026-01-08', from: 'standard', to: 'gold', cause: 'entry-met' }];
    expect(await history('C1')).toMatchObject({ customerId: 'C1', tier: 'gold', runId: 'night-2026-01-10', changes: before });

    // A return, and a sale of the first days that comes late: the one is a change of its day, the other rewrites what is known of the past.
    await night('2026-01-13', returned('T2', 'C1', '2026-01-12'), sale('T0', 'C1', '2026-01-02', 10_000));
    const after = [{ on: '2026-01-02', from: null, to: 'standard', cause: 'entry-met' }, before[1], { on: '2026-01-12', from: 'gold', to: 'standard', cause: 'return' }];
    expect(await history('C1')).toMatchObject({ tier: 'standard', changes: after });
    expect(await history('C1', '?asKnownOn=2026-01-11')).toMatchObject({ tier: 'gold', runId: 'night-2026-01-10', changes: before });
  });

  it('where a policy compares customers, lists what the nights published', async () => {
    await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(presets.pyramid) });
    await night('2026-01-15', ...Array.from({ length: 40 }, (_, i) => sale(`P${i}`, `P${i}`, '2026-01-14', 20_000 + i)), sale('Q1', 'Q', '2026-01-14', 10_000));
    expect((await history('Q')).changes).toEqual([{ on: '2026-01-15', from: null, to: 'lead', cause: 'entry-met' }]);
    await night('2026-01-17', sale('Q2', 'Q', '2026-01-16', 900_000));
    expect((await history('Q')).changes).toEqual([{ on: '2026-01-15', from: null, to: 'lead', cause: 'entry-met' }, { on: '2026-01-17', from: 'lead', to: 'platinum', cause: 'entry-met' }]);
    expect((await history('Q', '?asKnownOn=2026-01-16')).changes).toHaveLength(1);
  });

  it('is for those who may name her', async () => {
    expect((await history('C1', '', managerOf('S01'))).customerId).toBe('C1');
    expect((await api.ask(managerOf('S02'), '/customers/C1/tiers')).status).toBe(404);
    expect((await api.ask(headOffice, '/customers/nobody/tiers')).status).toBe(404);
  });
});
