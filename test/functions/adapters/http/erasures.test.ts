import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ErasureAnswer, ErasureList } from '../../../../functions/contract/erasure-answers.ts';
import type { Announcement } from '../../../../functions/ports.ts';
import { apiOf, headOffice, managerOf, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
beforeAll(async () => { engine = await temporaryEngine(); });
afterAll(() => engine.end());

const erase = { method: 'DELETE' };
const bought = { 'detail-type': 'SaleRecorded', detail: { id: 'T1', storeId: 'S01', customerId: 'C1', currency: 'CNY', occurredAt: '2026-01-05T10:00:00+08:00', lines: [{ sku: 'W', quantity: 1, unitPrice: 100_00 }] } };

describe('DELETE /v1/customers/{id}', () => {
  let chain: Chain;
  let api: ReturnType<typeof apiOf>;
  beforeEach(async () => {
    chain = await freshChain(engine);
    await chain.ingest([bought]);
    api = apiOf(chain);
  });
  /** Hands what the API put on the bus to the ingest, as the queue does. */
  const deliver = (sent: readonly Announcement[]) => chain.ingest(sent.map(({ detailType, detail }) => ({ 'detail-type': detailType, detail })));

  it('orders the erasure on the bus under the name of the caller, and says 202 with the receipt as long as it is open', async () => {
    const response = await api.ask(headOffice, '/customers/C1', erase);
    expect(response.status).toBe(202);
    const open = ErasureAnswer.parse(await response.json());
    expect(open).toMatchObject({ state: 'open', requestedBy: 'head-office', doneAt: null });
    expect(api.sent).toEqual([{ detailType: 'CustomerErased', detail: { id: open.id, customerId: 'C1', storeId: 'S01', occurredAt: open.requestedAt, author: 'head-office' } }]);
    await deliver(api.sent);
    const done = ErasureAnswer.parse(await api.get(headOffice, response.headers.get('location')!.replace('/v1', '')));
    expect(done).toMatchObject({ id: open.id, state: 'done', requestedBy: 'head-office' });
  });

  it('waits for the ingest and says 200 once it is done, and again 200 with the same receipt when it is asked for again', async () => {
    const waiting = apiOf(chain, { pause: async () => { await deliver(waiting.sent.splice(0)); } });
    const response = await waiting.ask(headOffice, '/customers/C1', erase);
    expect(response.status).toBe(200);
    const first = ErasureAnswer.parse(await response.json());
    expect(first).toMatchObject({ state: 'done' });
    const again = await waiting.ask(headOffice, '/customers/C1', erase);
    expect([again.status, await again.json()]).toEqual([200, first]);
    expect(ErasureList.parse(await waiting.get(headOffice, '/erasures'))).toEqual({ items: [first] });
  });

  it('refuses everybody but head office, and a customer of whom nothing is known', async () => {
    const refused = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
    for (const path of ['/erasures', '/erasures/x']) expect(await refused(await api.ask(managerOf('S01'), path))).toEqual([403, 'role']);
    expect(await refused(await api.ask(managerOf('S01'), '/customers/C1', erase))).toEqual([403, 'role']);
    expect(await refused(await api.ask({ role: 'associate', storeId: 'S01' }, '/customers/C1', erase))).toEqual([403, 'role']);
    expect(await refused(await api.ask(null, '/customers/C1', erase))).toEqual([401, 'unauthorized']);
    expect(await refused(await api.ask(headOffice, '/customers/C9', erase))).toEqual([404, 'not-found']);
    expect(await refused(await api.ask(headOffice, '/erasures/x'))).toEqual([404, 'not-found']);
    expect(api.sent).toEqual([]);
  });

  it('is described with both of its answers', async () => {
    const { paths } = await api.get<{ paths: Record<string, Record<string, { responses: Record<string, unknown> }>> }>(headOffice, '/openapi.json');
    expect(Object.keys(paths['/v1/customers/{id}']!['delete']!.responses).sort()).toEqual(['200', '202', '400', '401', '403', '404']);
  });
});
