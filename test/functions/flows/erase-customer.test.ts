import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseOpen } from '../../../functions/flows/erase-customer.ts';
import { ingestFacts } from '../../../functions/flows/ingest-facts.ts';
import { planNight } from '../../../functions/flows/plan-night.ts';
import { profileCustomers } from '../../../functions/flows/profile-customers.ts';
import { fitModel } from '../../../functions/flows/fit-model.ts';
import { publishNight } from '../../../functions/flows/publish-night.ts';
import { scoreCustomers } from '../../../functions/flows/score-customers.ts';
import type { KpiAnswer } from '../../../functions/contract/answers.ts';
import type { PolicyReplayAnswer } from '../../../functions/contract/policy-answers.ts';
import { apiOf, headOffice, type Chain } from '../../support/api.ts';
import { freshChain } from '../../support/chain.ts';
import { temporaryEngine } from '../../support/engine.ts';
import { erasing, event, everything, ofThePlan, handles, her, sale, traces } from '../../support/erased-customer.ts';
import { textIn } from '../../support/text-in-tables.ts';

const asOf = '2026-10-31';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
/** The figures before any erasure, which are the same for every chain of these events. */
let before: Record<string, unknown>;
beforeAll(async () => {
  engine = await temporaryEngine();
  before = await figures(await filled());
}, 60_000);
afterAll(() => engine.end());

const found = async (chain: Chain, strings = traces): Promise<string[]> => {
  const text = await textIn(chain.client, Object.values(chain.tables));
  return strings.filter((string) => text.includes(string));
};

const cuts = ['', '?by=store', '?store=S01', '?by=associate', '?by=region', '?by=tier', '?grain=month'];
/** Every KPI for chain and stores, and the ladder; without where they come from. */
async function figures(chain: Chain): Promise<Record<string, unknown>> {
  const api = apiOf(chain);
  const { kpis } = await api.get<{ kpis: { id: string }[] }>(headOffice, '/kpis');
  const told: Record<string, unknown> = {};
  for (const { id } of kpis.filter((kpi) => !ofThePlan.has(kpi.id))) {
    for (const cut of cuts) {
      const response = await api.ask(headOffice, `/kpis/${id}${cut}`);
      told[id + cut] = response.status === 200 ? (await response.json() as KpiAnswer).rows : response.status;
    }
  }
  const { tiers, without } = await api.get<{ tiers: unknown; without: unknown }>(headOffice, '/tiers');
  return { ...told, tiers, without };
}

let runs = 0;
const night = (chain: Chain) => chain.night({ runId: `night-${++runs}`, asOf });

const mover = (customerId: string) => ({ customerId, from: null, to: 'gold', netSpend: 1, lifetimeValue: 1 });

async function filled(): Promise<Chain> {
  const chain: Chain = await freshChain(engine);
  await chain.ingest(everything);
  await night(chain);
  await chain.ingest([sale('T-7006', { occurredAt: '2026-10-05T10:00:00+08:00' })]);
  await night(chain);
  await chain.replays.save({ id: 'draft', movers: [mover('C-OTHER-1'), mover(her)] } as unknown as PolicyReplayAnswer, new Date());
  return chain;
}

describe('an erasure', () => {
  let chain: Chain;
  beforeEach(async () => { chain = await filled(); }, 60_000);

  it('has everything to take out to begin with', async () => {
    expect(await found(chain)).toEqual(traces);
    expect(await found(chain, handles)).toEqual(handles);
    expect(chain.rejections).toHaveLength(2);
  });

  it('leaves nothing in any table that leads to her, and every figure as it was, at once and after the next nights', async () => {
    const { erased } = await chain.ingest([erasing]);
    expect(erased).toEqual([expect.objectContaining({ state: 'done', requestedBy: 'privacy@head-office' })]);
    expect(await found(chain, [...traces, ...handles, 'X-7001'])).toEqual([]);
    expect(chain.rejections).toEqual([]);
    expect(await chain.replays.get('draft')).toMatchObject({ movers: [mover('C-OTHER-1')] });
    expect(await figures(chain)).toEqual(before);
    await night(chain);
    expect(await found(chain, [...traces, ...handles])).toEqual([]);
    expect(await figures(chain)).toEqual(before);
  }, 60_000);

  it('survives the whole old file, sent again in another order with the order to erase among it', async () => {
    await chain.ingest([erasing]);
    await chain.ingest([...everything, erasing].reverse());
    await night(chain);
    await chain.ingest([sale('T-7006', { occurredAt: '2026-10-05T10:00:00+08:00' })]);
    await night(chain);
    expect(await found(chain, [...traces, ...handles])).toEqual([]);
    expect(chain.rejections).toEqual([]);
    expect(await figures(chain)).toEqual(before);
  }, 60_000);

  it('lets a return and a sale that come later count, without her', async () => {
    await chain.ingest([erasing]);
    await chain.ingest([event('SaleReturned', 'R-7009', { saleId: 'T-7002', occurredAt: '2026-10-20T10:00:00+08:00' }), sale('T-7010', { occurredAt: '2026-10-21T10:00:00+08:00' })]);
    await night(chain);
    const sum = (rows: unknown) => (rows as { value: number }[])[0]!.value;
    // A ticket of 2 × 599 yuan came back and another one was sold.
    expect(sum((await figures(chain))['net-sales'])).toBe(sum(before['net-sales']));
    expect(sum((await figures(chain))['orders'])).toBe(sum(before['orders']));
    expect(await found(chain, [...traces, 'R-7009', 'T-7010'])).toEqual([]);
  }, 60_000);

  it('is followed by no item, announcement or contact in her place, whatever changes for the pseudonym later', async () => {
    await chain.ingest([erasing]);
    const announced = chain.announcements.length;
    for (const later of ['2027-03-31', '2027-10-31']) await chain.night({ runId: `night-${++runs}`, asOf: later });
    const told = chain.announcements.slice(announced);
    expect(told.length).toBeGreaterThan(2);
    expect(JSON.stringify(told)).not.toContain('erased#');
    expect(await textIn(chain.client, [chain.tables.customersTable])).not.toContain('erased#');
  }, 60_000);

  it('waits for a night under way, which then publishes without her', async () => {
    const task = { runId: `night-${++runs}`, asOf };
    await chain.ingest([sale('T-7008', { occurredAt: '2026-10-09T10:00:00+08:00' })]);
    const { plan } = await planNight(task, chain);
    for (const part of plan.parts) await profileCustomers({ runId: plan.runId, ...part }, chain);
    expect(await chain.ingest([erasing])).toMatchObject({ erased: [] });
    expect(await found(chain, [her])).toEqual([her]);
    await fitModel(plan, chain);
    for (const shard of plan.shards) await scoreCustomers({ runId: plan.runId, ...shard }, chain);
    const announced = chain.announcements.length;
    await publishNight(plan, chain);
    expect(await found(chain)).toEqual([]);
    expect(JSON.stringify(chain.announcements.slice(announced))).not.toContain(her);
    expect((await chain.erasures.known()).erasures).toEqual([expect.objectContaining({ state: 'done', settled: false })]);
  }, 60_000);

  it('is done when the night under way fails', async () => {
    const { plan } = await planNight({ runId: `night-${++runs}`, asOf }, chain);
    await chain.ingest([erasing]);
    await publishNight({ runId: plan.runId, failed: { Error: 'Lambda.Unknown' } }, chain);
    expect(await found(chain)).toEqual([]);
    expect(await figures(chain)).toEqual(before);
  }, 60_000);

  it('is finished by the next attempt when it broke off anywhere', async () => {
    for (const broken of ['ledger.forget', 'customers.remove', 'pages.rewrite', 'replays.removeCustomer', 'runs.noteErasure', 'erasures.save']) {
      const [port, method] = broken.split('.') as ['ledger', 'forget'];
      let calls = 0;
      const fails = (name: string | symbol): boolean => name === method && (broken !== 'erasures.save' || ++calls > 1);
      const failing = new Proxy(chain[port], { get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        // The first save notes the order; what breaks is the one that says it is done.
        return (...args: unknown[]) => (fails(name) ? Promise.reject(new Error(broken)) : Reflect.apply(value, target, args) as unknown);
      } });
      await expect(ingestWith(chain, { [port]: failing })).rejects.toThrow(broken);
    }
    await ingestWith(chain, {});
    expect(await found(chain, [...traces, ...handles])).toEqual([]);
    expect(await figures(chain)).toEqual(before);
    expect(await eraseOpen(chain)).toEqual([]);
  }, 60_000);

  it('catches what an ingest under way stored beside it, before the next night publishes', async () => {
    await chain.ingest([erasing]);
    // Stored as by somebody who did not know yet.
    await chain.ledger.append([{ partition: her, fact: { kind: 'ContactMade', id: 'M-7002', version: 1, storeId: 'S01', customerId: her, occurredAt: '2026-10-30T10:00:00+08:00', purpose: 'visit', channel: 'call', outcome: '林婉仪' } }], new Date());
    await night(chain);
    expect(await found(chain, [...traces, 'M-7002'])).toEqual([]);
    await night(chain);
    expect(await figures(chain)).toMatchObject({ 'net-sales': before['net-sales'], customers: before['customers'], 'net-sales?by=store': before['net-sales?by=store'] });
  }, 60_000);

  it('is no longer answered from what the API remembers', async () => {
    const api = apiOf(chain);
    const lists = ['/lists/birthdays?month=4', '/lists/at-risk', '/customers?q=C-WANYI'];
    const shown = async () => (await Promise.all([...lists, '/kpis/net-sales'].map(async (path) => (await api.ask(headOffice, path)).text()))).join('');
    expect(await shown()).toContain('林婉仪');
    await chain.ingest([erasing]);
    expect(await shown()).not.toMatch(/林婉仪|C-WANYI|erased#/);
    for (const list of [lists[0], lists[2]]) expect(await api.get(headOffice, list!)).toMatchObject({ total: 0, items: [] });
    for (const path of [`/customers/${her}`, `/customers/${her}?view=live`, `/customers/${her}/facts`, `/customers/${her}/tiers`]) {
      const response = await api.ask(headOffice, path);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'not-found']);
    }
  }, 60_000);
});

function ingestWith(chain: Chain, change: Partial<Chain>): Promise<unknown> {
  return ingestFacts([{ messageId: 'M', body: JSON.stringify(erasing) }], { ...chain, ...change });
}
