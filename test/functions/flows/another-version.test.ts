import { afterAll, beforeAll, expect, it } from 'vitest';
import { historyLayout } from '../../../functions/domain/ledger/packed-history.ts';
import type { Run } from '../../../functions/ports.ts';
import type { Chain } from '../../support/api.ts';
import { freshChain } from '../../support/chain.ts';
import { temporaryEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => new Date('2026-01-13T20:00:00Z') });
});
afterAll(() => engine.end());

it('A night after another version of the product starts from the ledger and not from pages it cannot read', { timeout: 120_000 }, async () => {
  await chain.ingest([{
    'detail-type': 'SaleRecorded',
    detail: { id: 'T1', storeId: 'S01', customerId: 'C1', occurredAt: '2026-01-05T12:00:00+08:00', currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice: 100 }] },
  }]);
  await chain.night({ runId: 'before', asOf: '2026-01-10' });
  const before = (await chain.runs.get('before'))!;
  expect(before.historyLayout).toBe(historyLayout);
  // The pages of the earlier run as a version with another layout would have written them.
  await chain.runs.start({ ...before, historyLayout: historyLayout - 1 });
  for (let shard = 0; shard < 16; shard++) {
    for (const { name } of await chain.pages.read('before', shard, 'histories')) await chain.pages.write('before', shard, 'histories', name, Uint8Array.of(historyLayout - 1));
  }
  await chain.night({ runId: 'after', asOf: '2026-01-11' });
  const after = (await chain.runs.get('after')) as Run;
  expect([after.baseRunId, after.comparedRunId]).toEqual([null, null]);
  expect((await chain.runs.published())!.runId).toBe('after');
});
