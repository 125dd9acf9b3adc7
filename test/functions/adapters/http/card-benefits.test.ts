import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CustomerAnswer, type KpiAnswer, type TiersAnswer } from '../../../../functions/contract/answers.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let api: ReturnType<typeof apiOf>;

const sale = (id: string, customerId: string, day: string, unitPrice: number, tags: string[] = []) => ({
  'detail-type': 'SaleRecorded', detail: { id, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00`, currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice, tags }] },
});

beforeAll(async () => {
  engine = await temporaryEngine();
  const chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  api = apiOf(chain);
  await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(presets.cards) });
  await chain.ingest([
    sale('T1', 'C1', '2025-01-15', 100_000), sale('T2', 'C1', '2025-09-01', 600_000, ['new-arrival']), sale('T3', 'C1', '2025-09-02', 50_050, ['new-arrival']), sale('T4', 'C1', '2026-02-01', 30_000),
    { 'detail-type': 'SaleReturned', detail: { id: 'R4', saleId: 'T4', storeId: 'S01', customerId: 'C1', occurredAt: '2026-02-03T12:00:00+08:00' } },
    { 'detail-type': 'VoucherRedeemed', detail: { id: 'V1', storeId: 'S01', customerId: 'C1', occurredAt: '2025-10-01T12:00:00+08:00', action: 'issued', points: 3000, amount: 30_000 } },
    ...([['paid', '2025-06-30'], ['free-by-ticket', '2026-01-01'], ['paid', '2026-06-29'], ['paid', '2025-06-29'], ['referral', '2026-01-01']] as const).map(([obtained, day], at) => ({
      'detail-type': 'CustomerEnrolled', detail: { id: `E${at}`, storeId: 'S01', customerId: `N${at}`, occurredAt: `${day}T12:00:00+08:00`, obtained },
    })),
    sale('U1', 'C2', '2026-01-01', 10_000), sale('U2', 'C2', '2026-01-02', 10_000),
  ]);
  await chain.night({ runId: 'night-1', asOf: '2026-06-29' });
});
afterAll(() => engine.end());

const card = async (customerId: string) => CustomerAnswer.parse(await api.get(headOffice, `/customers/${customerId}`));

describe('The card of a customer', () => {
  it('says which points she earned, can spend, and will lose when', async () => {
    // A point a yuan. T1: 1,000, of which the voucher takes all. T2 at the plain rate makes her gold; T3 at gold's 1.5: 750. The return leaves T4 nothing.
    // 3,000 for the voucher: 1,000 of T1 and 2,000 of T2, so 4,000 of T2 are left.
    expect((await card('C1')).points).toEqual({
      earned: 1000 + 6000 + 500, spendable: 4750,
      expiring: [{ on: '2026-09-01', points: 4000 }, { on: '2026-09-02', points: 750 }],
    });
  });

  it('owes the same points that the liability of the chain is made of', async () => {
    const [mine, hers] = [(await card('C1')).points!.spendable, (await card('C2')).points!.spendable];
    const { rows } = await api.get<KpiAnswer>(headOffice, '/kpis/points-liability');
    // A voucher of 300 yuan for 3,000 points: ten fen a point.
    expect(rows).toMatchObject([{ value: (mine + hers) * 10, n: 2 }]);
  });

  it('counts into the cards that were sold and given away in a year, what they cost and what they earn their sellers', async () => {
    // 38 yuan a card that is sold, 10 yuan for the seller of each; the paid card of 29 June 2025 is 366 days old.
    expect((await api.get<TiersAnswer>(headOffice, '/tiers')).cards).toEqual({ sold: 2, fees: 7600, free: 1, sellersEarn: 3000 });
  });

  it('says how she buys from what she kept, after three occasions', async () => {
    // New arrivals are two of the three pieces she kept; (100,000 + 600,000 + 50,050) ÷ 3 against 770,050 ÷ 5 in the chain is 1.62 times as dear.
    const { buyerType } = await card('C1');
    expect(buyerType!.type).toBe('new-arrival');
    expect(buyerType!.traits).toMatchObject([{ type: 'new-arrival', value: 2 / 3, threshold: 0.5 }, { type: 'high-price', value: 750_050 / 3 / (770_050 / 5), threshold: 1.5 }]);
    expect((await card('C2')).buyerType).toBeNull();
  });
});
