import { afterAll, beforeAll, expect, it } from 'vitest';
import { presets } from '../../../functions/domain/tiers/presets.ts';
import { savePolicy } from '../../../functions/flows/save-policy.ts';
import type { Chain } from '../../support/api.ts';
import { freshChain } from '../../support/chain.ts';
import { temporaryEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let now = new Date('2025-12-01T20:00:00Z');
beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => now });
});
afterAll(() => engine.end());

/** Thirty customers who bought every three to nine weeks of the year, a third of them for half of it. */
const events = Array.from({ length: 30 }, (_, customer) => Array.from({ length: customer % 3 === 0 ? 4 : 8 }, (__, visit) => ({
  'detail-type': 'SaleRecorded',
  detail: {
    id: `T-${customer}-${visit}`, storeId: 'S01', customerId: `C${customer}`, currency: 'CNY',
    occurredAt: new Date(Date.UTC(2025, 0, 5 + customer + visit * (21 + customer))).toISOString(), lines: [{ sku: 'W-1', quantity: 1, unitPrice: 10_000 + (customer * 37 + visit * 61) % 90 * 100 }],
  },
}))).flat();

async function modelAfter(asOf: string, gate: number) {
  now = new Date(`${asOf}T20:00:00Z`);
  // Tonight's fit never does well enough: whichever model is there to be kept is kept.
  Object.assign(chain.settings.value, { gate: { customers: gate, days: 30, occasions: 2 }, backtestTolerance: -0.99 });
  await chain.night({ runId: `night-${asOf}`, asOf });
  const { run, lastGoodModel } = (await chain.runs.context(`night-${asOf}`))!;
  const { state, reason, fittedOn, purchase } = run.model!;
  expect(lastGoodModel === undefined || (purchase === null && lastGoodModel.purchase !== null), 'a run remembers only a good model, and only where it has none itself').toBe(true);
  return { state, reason, fittedOn: fittedOn === null ? null : new Date(fittedOn * 86_400_000).toISOString().slice(0, 10) };
}

it('The last good value model outlives a night without one and an edited policy, but not another currency', { timeout: 120_000 }, async () => {
  expect(await modelAfter('2025-11-29', 20)).toMatchObject({ state: 'insufficient-data' });
  expect(await modelAfter('2025-11-30', 20)).toMatchObject({ state: 'insufficient-data' });
  await chain.ingest(events.filter(({ detail }) => detail.occurredAt < '2025-12-01'));
  expect(await modelAfter('2025-12-01', 20)).toEqual({ state: 'ready', reason: null, fittedOn: '2025-12-01' });
  expect(await modelAfter('2025-12-02', 20)).toEqual({ state: 'kept', reason: 'fell-behind', fittedOn: '2025-12-01' });
  for (const night of ['2025-12-03', '2025-12-04']) expect(await modelAfter(night, 500)).toEqual({ state: 'insufficient-data', reason: 'too-few-customers', fittedOn: null });
  expect(await modelAfter('2025-12-05', 20)).toEqual({ state: 'kept', reason: 'fell-behind', fittedOn: '2025-12-01' });

  expect(await savePolicy(presets.cards, 'head office', chain)).toMatchObject({ ok: true });
  expect(await modelAfter('2025-12-06', 20)).toEqual({ state: 'kept', reason: 'fell-behind', fittedOn: '2025-12-01' });
  expect((await chain.runs.get('night-2025-12-06'))!.baseRunId, 'a night that started anew').toBeNull();

  const before = (await chain.runs.get('night-2025-12-06'))!;
  await chain.runs.start({ ...before, settingsDigest: 'in dollars' });
  expect(await modelAfter('2025-12-07', 20)).toEqual({ state: 'ready', reason: null, fittedOn: '2025-12-07' });
});
