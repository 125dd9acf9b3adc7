import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerAnswer, CustomerList, KpiAnswer } from '../../../../functions/contract/answers.ts';
import type { ReportAnswer } from '../../../../functions/contract/report-answers.ts';
import { apiOf, headOffice, managerOf, type Caller, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import type { SentEvent } from '../../../support/random-facts.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;

const enrolled = (customerId: string, storeId: string, associateId: string): SentEvent => ({ 'detail-type': 'CustomerEnrolled', detail: {
  id: `E-${customerId}`, storeId, customerId, associateId, occurredAt: '2026-05-04T10:00:00+08:00', obtained: 'paid', hard: { name: `王${customerId}`, phone: '13812345678', birthDate: '1988-01-02' },
} });
const sold = (customerId: string, storeId: string, associateId: string): SentEvent => ({ 'detail-type': 'SaleRecorded', detail: {
  id: `T-${customerId}`, storeId, customerId, associateId, occurredAt: '2026-05-04T11:00:00+08:00', currency: 'CNY', lines: [{ sku: 'W-1', category: 'dress', quantity: 1, unitPrice: 50_000 }],
} });

beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => new Date('2026-05-20T04:00:00Z') });
  await chain.ingest([enrolled('C1', 'S01', 'A1'), sold('C1', 'S01', 'A1'), enrolled('C2', 'S01', 'A2'), enrolled('C3', 'S02', 'A9'), sold('C3', 'S02', 'A9')]);
  await chain.night({ runId: 'night-1', asOf: '2026-05-19' });
  api = apiOf(chain);
}, 120_000);
afterAll(() => engine.end());

const transfer = (caller: Caller, id: string, order: object) => api.ask(caller, `/customers/${id}/transfer`, { method: 'POST', body: JSON.stringify(order), headers: { 'content-type': 'application/json' } });
const owner = async (id: string, view: string) => (({ file: { storeId, associateId } }) => [storeId, associateId])(await api.get<CustomerAnswer>(headOffice, `/customers/${id}?view=${view}`));

describe('POST /v1/customers/{id}/transfer', () => {
  it.each([
    ['an associate', { role: 'associate', storeId: 'S01', associateId: 'A1' }, 'C1', { associateId: 'A2' }, 403, 'role'],
    ['a manager who names another store', managerOf('S01'), 'C1', { associateId: 'A9', storeId: 'S02' }, 403, 'other-store'],
    ['a manager about a customer of another store', managerOf('S01'), 'C3', { associateId: 'A1' }, 404, 'not-found'],
    ['an order without an associate', managerOf('S01'), 'C1', {}, 400, 'invalid-parameter'],
  ] as const)('refuses %s', async (_, caller, id, order, status, code) => {
    const response = await transfer(caller, id, order);
    expect([response.status, (await response.json() as { code: string }).code]).toEqual([status, code]);
    expect(api.sent).toEqual([]);
  });

  it('gives a customer to a colleague at once in the live view, and to another store everywhere after the night, while her past stays whose it was', async () => {
    const colleague = await transfer(managerOf('S01'), 'C2', { associateId: 'A1' });
    expect([colleague.status, await colleague.json()]).toEqual([202, expect.objectContaining({ customerId: 'C2', storeId: 'S01', associateId: 'A1', from: '2026-05-20' })]);
    expect((await transfer(headOffice, 'C1', { associateId: 'A9', storeId: 'S02' })).status).toBe(202);
    await chain.ingest(api.sent.map(({ detailType, detail }) => ({ 'detail-type': detailType, detail })));
    expect([await owner('C2', 'live'), await owner('C2', 'night')]).toEqual([['S01', 'A1'], ['S01', 'A2']]);

    await chain.night({ runId: 'night-2', asOf: '2026-05-20' });
    expect([await owner('C1', 'night'), await owner('C2', 'night')]).toEqual([['S02', 'A9'], ['S01', 'A1']]);
    const ids = async (store: string) => (await api.get<CustomerList>(managerOf(store), '/customers')).items.map(({ customerId }) => customerId);
    expect([await ids('S01'), await ids('S02')]).toEqual([['C2'], ['C1', 'C3']]);
    expect((await api.ask(managerOf('S01'), '/customers/C1')).status).toBe(404);
    const members = (await api.get<KpiAnswer>(headOffice, '/kpis/members?by=store,associate')).rows.map(({ store, associate, value }) => [store, associate, value]);
    expect(members).toEqual([['S01', 'A1', 1], ['S02', 'A9', 2]]);
    const sales = (await api.get<KpiAnswer>(headOffice, '/kpis/net-sales?by=store,associate')).rows.map(({ store, associate, value }) => [store, associate, value]);
    expect(sales).toEqual([['S01', 'A1', 50_000], ['S02', 'A9', 50_000]]);
    const page = await api.get<ReportAnswer>(headOffice, '/reports/monthly?month=2026-05&associate=A1');
    expect(page.figures.find(({ measure }) => measure === 'enrolments')!.now.value).toBe(1);
    expect(page.figures.find(({ measure }) => measure === 'staff-incentive')!.now.value).toBe(1_000);
  });
});
