import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerAnswer } from '../../../../functions/contract/answers.ts';
import type { Problem } from '../../../../functions/contract/problem.ts';
import { AfterReturnAnswer, OverrideAnswer } from '../../../../functions/contract/policy-answers.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice, managerOf, type Caller, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;

const sale = (id: string, customerId: string, day: string, lines: { sku: string; quantity: number; unitPrice: number }[]) => ({
  'detail-type': 'SaleRecorded', detail: { id, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00`, currency: 'CNY', lines },
});

beforeAll(async () => {
  engine = await temporaryEngine();
  // Half past one in the morning of 1 July in Shanghai.
  chain = await freshChain(engine, { now: () => new Date('2026-06-30T17:30:00Z') });
  api = apiOf(chain);
  await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(presets.cards) });
  await chain.ingest([
    // Gold from 5,000 yuan in twelve months on: she has 5,200.
    sale('T1', 'C1', '2026-01-15', [{ sku: 'W-1', quantity: 2, unitPrice: 200_000 }, { sku: 'W-2', quantity: 4, unitPrice: 15_000 }]),
    sale('T2', 'C1', '2026-03-01', [{ sku: 'W-3', quantity: 1, unitPrice: 60_000 }]),
    { 'detail-type': 'SaleReturned', detail: { id: 'R1', saleId: 'T2', storeId: 'S01', customerId: 'C1', occurredAt: '2026-03-02T12:00:00+08:00' } },
    sale('T3', 'C1', '2026-05-01', [{ sku: 'W-3', quantity: 1, unitPrice: 60_000 }]),
    sale('U1', 'C2', '2026-01-01', [{ sku: 'W-1', quantity: 1, unitPrice: 10_000 }]),
  ]);
  await chain.night({ runId: 'night-1', asOf: '2026-06-29' });
});
afterAll(() => engine.end());

describe('GET /v1/customers/{id}/tiers/after-return', () => {
  const after = async (query: string) => AfterReturnAnswer.parse(await api.get(headOffice, `/customers/C1/tiers/after-return?${query}`));

  it('says that a small return leaves her tier and what it takes of her points', async () => {
    const answer = await after('sale=T1&sku=W-2&quantity=1');
    expect(answer).toMatchObject({ back: { units: 1, netSpend: 15_000 }, now: { tier: { id: 'gold' } }, after: { tier: { id: 'gold' } } });
    expect([answer.now.points.earned, answer.after.points.earned]).toEqual([5200, 5050]);
    expect(answer.after.tier.reason[0]).toMatchObject({ value: 505_000, threshold: 500_000 });
  });

  it('says that a greater one takes it from today on, and what would bring it back', async () => {
    const answer = await after('sale=T1&sku=W-2&quantity=2');
    expect(answer.after.tier).toMatchObject({ id: 'standard', since: '2026-07-01', next: { tier: 'gold', missing: [{ criterion: 'net-spend', amount: 10_000 }] } });
    expect((await after('sale=T3')).after.tier).toMatchObject({ id: 'standard', next: { missing: [{ criterion: 'net-spend', amount: 40_000 }] } });
  });

  it('is what happens when the goods do come back', async () => {
    const { after: told } = await after('sale=T1&sku=W-2');
    await chain.ingest([{ 'detail-type': 'SaleReturned', detail: { id: 'R2', saleId: 'T1', storeId: 'S01', customerId: 'C1', occurredAt: '2026-07-01T01:00:00+08:00', lines: [{ sku: 'W-2', quantity: 4 }] } }]);
    const { tier, points } = await api.get<CustomerAnswer>(headOffice, '/customers/C1?view=live');
    expect({ tier, points }).toEqual(told);
  });

  it.each([
    ['a sale nobody made', 'sale=T9', 'sale', 'no sale of hers'], ['a sale that came back already', 'sale=T2', 'sale', 'anything left'], ['no sale', '', 'sale', 'missing'],
    ['an article of another sale', 'sale=T3&sku=W-1', 'sku', 'not among what she has left'], ['more than there is', 'sale=T3&sku=W-3&quantity=2', 'quantity', 'more than the 1 she has left'],
    ['half an article', 'sale=T3&sku=W-3&quantity=0.5', 'quantity', 'whole number'], ['a number of nothing', 'sale=T3&quantity=1', 'quantity', 'needs an sku'],
  ])('refuses %s and names the parameter', async (_, query, field, reason) => {
    const response = await api.ask(headOffice, `/customers/C1/tiers/after-return?${query}`);
    expect(response.status).toBe(400);
    expect((await response.json() as Problem).errors).toContainEqual(expect.objectContaining({ field, problem: expect.stringContaining(reason) as string }));
  });
});

describe('PUT /v1/customers/{id}/tier', () => {
  const order = { tier: 'diamond', reason: '  makes up for a lost parcel ', expiresOn: '2026-09-30' };
  const put = (body: unknown, caller: Caller = { role: 'manager', storeId: 'S01', subject: 'li.na' }, id = 'C2') => api.ask(caller, `/customers/${id}/tier`, { method: 'PUT', body: JSON.stringify(body) });

  it('sets the tier in the name of who is calling, with reason and last day, from the moment the event is stored', async () => {
    const response = await put({ ...order });
    expect(response.status).toBe(202);
    const override = OverrideAnswer.parse(await response.json());
    expect(override).toEqual({ id: 'ordered-1', customerId: 'C2', tier: 'diamond', author: 'li.na', reason: 'makes up for a lost parcel', from: '2026-07-01', expiresOn: '2026-09-30' });
    await chain.ingest(api.sent.map(({ detailType, detail }) => ({ 'detail-type': detailType, detail })));
    expect(chain.rejections).toEqual([]);
    const { tier } = await api.get<CustomerAnswer>(headOffice, '/customers/C2?view=live');
    expect(tier).toMatchObject({ id: 'diamond', since: '2026-07-01', override: { author: 'li.na', reason: 'makes up for a lost parcel', expiresOn: '2026-09-30' } });
    expect(tier.keep).toMatchObject({ tier: 'diamond', on: '2026-10-01', fallsTo: 'standard' });
  });

  it('takes no author but the caller', async () => {
    const problem = await (await put({ ...order, author: 'somebody else' })).json() as Problem;
    expect(problem.errors).toEqual([{ field: 'author', problem: 'is not known here', code: 'unknown-field', params: {} }]);
  });

  it.each([
    ['a tier the ladder does not have', { tier: 'silver' }, 'tier', 'one-of', 'standard, gold, diamond'],
    ['no tier', { tier: undefined }, 'tier', 'missing', 'is missing'],
    ['no reason', { reason: undefined }, 'reason', 'missing', 'is missing'],
    ['a reason of blanks', { reason: '  ' }, 'reason', 'empty', 'must not be empty'],
    ['no last day', { expiresOn: undefined }, 'expiresOn', 'missing', 'is missing'],
    ['a day that is none', { expiresOn: '2026-02-30' }, 'expiresOn', 'date', 'a date such as'],
    ['yesterday', { expiresOn: '2026-06-30' }, 'expiresOn', 'not-before', '2026-07-01'],
    // 366 days, the first and the last included.
    ['longer than the policy allows', { expiresOn: '2027-07-02' }, 'expiresOn', 'not-after', '2027-07-01'],
  ])('refuses %s, naming the field and the reason', async (_, change, field, code, reason) => {
    const before = api.sent.length;
    const response = await put({ ...order, ...change });
    const problem = await response.json() as Problem;
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(problem.errors).toContainEqual(expect.objectContaining({ field, code, problem: expect.stringContaining(reason) as string }));
    expect(api.sent).toHaveLength(before);
  });

  it('takes the last day there is and the last day the policy allows', async () => {
    for (const expiresOn of ['2026-07-01', '2027-07-01']) expect((await put({ ...order, expiresOn })).status, expiresOn).toBe(202);
  });

  it('is for head office and for managers of her store', async () => {
    expect((await put(order, headOffice)).status).toBe(202);
    expect((await put(order, managerOf('S02'))).status).toBe(404);
    expect((await put(order, { role: 'associate', storeId: 'S01' })).status).toBe(403);
    expect((await put(order, headOffice, 'nobody')).status).toBe(404);
  });

  it('is described in the OpenAPI document with what it takes and answers', async () => {
    const { paths } = await (await api.ask(null, '/openapi.json')).json() as { paths: Record<string, Record<string, { responses: object }>> };
    expect(Object.keys(paths['/v1/customers/{id}/tier']!['put']!.responses)).toEqual(['202', '400', '401', '403', '404', '409']);
    expect(paths['/v1/customers/{id}/tiers/after-return']!['get']).toBeDefined();
  });
});
