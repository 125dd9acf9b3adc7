import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerAnswer, CustomerList, KpiAnswer, RunAnswer, TiersAnswer } from '../../../../functions/contract/answers.ts';
import type { Problem } from '../../../../functions/contract/problem.ts';
import { RunList, type EventsAnswer } from '../../../../functions/contract/service-answers.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice, managerOf, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;
let now: Date;
let started: { runId: string; asOf: string | null }[];

beforeAll(async () => { engine = await temporaryEngine(); });
afterAll(() => engine.end());
beforeEach(async () => {
  now = new Date('2026-06-30T04:00:00Z');
  started = [];
  chain = await freshChain(engine, { now: () => now });
  api = apiOf(chain, { night: { start: (runId, asOf) => { started.push({ runId, asOf }); return Promise.resolve(); } } });
});

const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.ask(headOffice, path, { method, headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const sale = (id: string, customerId: string, day: string, unitPrice: number, changes: object = {}) => ({
  'detail-type': 'SaleRecorded',
  detail: { id, storeId: 'S01', customerId, occurredAt: `${day}T12:00:00+08:00`, currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice }], ...changes },
});
const enrolled = (customerId: string, storeId: string, day: string) => ({ 'detail-type': 'CustomerEnrolled', detail: { id: `E-${customerId}-${day}`, storeId, customerId, occurredAt: `${day}T09:00:00+08:00`, hard: { name: 'Lin', phone: '13800001234' } } });

describe('Before anything is published', () => {
  it('every reading says so and what to do, and health says it is well', async () => {
    for (const path of ['/kpis/net-sales', '/customers/C1', '/customers/C1?view=live', '/customers/C1/facts', '/customers', '/lists/at-risk', '/tiers', '/model']) {
      const response = await api.ask(headOffice, path);
      const problem = await response.json() as Problem;
      expect([response.status, problem.code], path).toEqual([409, 'nothing-published']);
      expect(problem.detail).toContain('guibin recompute');
    }
    expect(await api.get(null, '/health')).toEqual({ status: 'ok', published: false, asOf: null });
    expect(await api.get(headOffice, '/runs')).toEqual({ items: [] });
  });
});

describe('Views of a run and of now', () => {
  it('folds in what came since the night when the live view is asked for, with the night’s policy and today’s date', async () => {
    await chain.ingest([enrolled('C1', 'S01', '2026-01-05'), sale('T1', 'C1', '2026-02-01', 10_000)]);
    await chain.night({ runId: 'night-1', asOf: '2026-06-29' });
    await chain.ingest([sale('T2', 'C1', '2026-06-30', 5_000), enrolled('C9', 'S02', '2026-06-30')]);
    now = new Date('2026-06-30T06:00:00Z');
    expect(await api.get<CustomerAnswer>(headOffice, '/customers/C1')).toMatchObject({ view: 'night', asOf: '2026-06-29', history: { netSpend: 10_000, orders: 1 } });
    expect(await api.get<CustomerAnswer>(headOffice, '/customers/C1?view=live')).toMatchObject({
      view: 'live', asOf: '2026-06-30', runId: 'night-1', factsThrough: now.toISOString(), history: { netSpend: 15_000, orders: 2, lastOn: '2026-06-30' },
    });
    expect((await api.ask(headOffice, '/customers/C9')).status).toBe(404);
    expect((await api.get<CustomerAnswer>(managerOf('S02'), '/customers/C9?view=live')).history.orders).toBe(0);
  });

  it('lets go of a customer who was handed to another store as soon as the facts say so', async () => {
    await chain.ingest([enrolled('C1', 'S01', '2026-01-05'), sale('T1', 'C1', '2026-02-01', 10_000)]);
    await chain.night({ runId: 'night-1', asOf: '2026-06-29' });
    await chain.ingest([enrolled('C1', 'S02', '2026-06-30')]);
    const statuses = async (store: string) => Promise.all(['/customers/C1?view=live', '/customers/C1/facts'].map(async (path) => (await api.ask(managerOf(store), path)).status));
    expect([await statuses('S01'), await statuses('S02')]).toEqual([[404, 404], [200, 200]]);
  });

  it('answers what it answered at an earlier time, by instant or by business day', async () => {
    await chain.ingest([sale('T1', 'C1', '2026-02-01', 10_000)]);
    await chain.night({ runId: 'night-1', asOf: '2026-06-28' });
    now = new Date('2026-07-01T04:00:00Z');
    await chain.ingest([sale('T2', 'C1', '2026-02-02', 700)]);
    await chain.night({ runId: 'night-2', asOf: '2026-06-30' });
    const spent = async (query: string) => (await api.get<KpiAnswer>(headOffice, `/kpis/net-sales?from=2026-02-01&to=2026-03-01${query}`));
    expect(await spent('')).toMatchObject({ runId: 'night-2', rows: [{ value: 10_700 }] });
    expect(await spent('&asKnownOn=2026-06-30')).toMatchObject({ runId: 'night-1', asOf: '2026-06-28', rows: [{ value: 10_000 }] });
    expect(await spent('&asKnownOn=2026-07-01T11:59:59%2B08:00')).toMatchObject({ runId: 'night-1' });
    expect(await spent('&asKnownOn=2026-07-01')).toMatchObject({ runId: 'night-2' });
    expect(await api.get<CustomerAnswer>(headOffice, '/customers/C1?asKnownOn=2026-06-30')).toMatchObject({ runId: 'night-1', history: { netSpend: 10_000 } });
    expect((await api.ask(headOffice, '/kpis/net-sales?asKnownOn=2026-06-01')).status).toBe(409);
    expect((await api.ask(headOffice, '/customers/C1?view=live&asKnownOn=2026-06-30')).status).toBe(400);
  });

  it('says that a run is no longer kept instead of answering from what is left of it', async () => {
    await chain.ingest([sale('T1', 'C1', '2026-02-01', 10_000)]);
    await chain.night({ runId: 'night-1', asOf: '2026-06-28' });
    now = new Date('2026-08-10T04:00:00Z');
    const response = await api.ask(headOffice, '/kpis/net-sales');
    expect([response.status, (await response.json() as Problem).code]).toEqual([410, 'run-forgotten']);
    expect((await api.ask(headOffice, '/customers/C1')).status).toBe(200);
  });

  it('counts who entered and left each tier since the run before', async () => {
    await chain.ingest(['C1', 'C2', 'C3', 'C4'].map((id, i) => sale(`T${i}`, id, '2026-02-01', 10_000 - i)));
    await chain.night({ runId: 'night-1', asOf: '2026-06-28' });
    expect((await api.get<TiersAnswer>(headOffice, '/tiers')).tiers.every(({ entered, left }) => entered === 0 && left === 0)).toBe(true);
    await chain.ingest([sale('T9', 'C4', '2026-06-29', 50_000)]);
    await chain.night({ runId: 'night-2', asOf: '2026-06-29' });
    const tierOf = async (id: string, when: string) => (await api.get<CustomerAnswer>(headOffice, `/customers/${id}${when}`)).tier.id!;
    const { tiers } = await api.get<TiersAnswer>(headOffice, '/tiers');
    const [top, second] = [tiers.at(-1)!, tiers.find(({ entered, left, rank }) => rank < 3 && entered + left > 0)!];
    expect([top.id, top.entered, top.left]).toEqual([await tierOf('C4', ''), 1, 1]);
    expect(tiers.reduce((sum, { entered, left }) => sum + entered - left, 0)).toBe(0);
    expect(second.entered + second.left).toBeGreaterThan(0);
  });
});

describe('GET and PUT /v1/policy', () => {
  it('takes back what it gave, changed, as the next version, by which the next night goes', async () => {
    const policy = await api.get<Policy>(headOffice, '/policy');
    const saved = await send('PUT', '/policy', { ...presets.cards, version: 99 });
    expect([saved.status, (await saved.json() as Policy).version]).toEqual([200, policy.version + 1]);
    expect((await api.get<Policy>(managerOf('S01'), '/policy')).ladder.map(({ id }) => id)).toEqual(presets.cards.ladder.map(({ id }) => id));
    await chain.ingest([sale('T1', 'C1', '2026-02-01', 10_000)]);
    await chain.night({ runId: 'night-1', asOf: '2026-06-28' });
    expect((await api.get<TiersAnswer>(headOffice, '/tiers')).policy.version).toBe(policy.version + 1);
  });

  it('refuses a wrong document with the path of every mistake, and saves nothing', async () => {
    const [first, ...others] = presets.cards.ladder;
    const response = await send('PUT', '/policy', { ...presets.cards, returns: 'never', ladder: [{ ...first, entry: { criterion: 'net-spend', atLeast: -1, window: { kind: 'lifetime' } } }, ...others] });
    const problem = await response.json() as Problem;
    expect([response.status, problem.code]).toEqual([400, 'invalid-policy']);
    expect(problem.errors!.map(({ field }) => field).sort()).toEqual(['ladder.0.entry.atLeast', 'returns']);
    expect((await api.get<Policy>(headOffice, '/policy')).version).toBe(1);
    for (const body of ['not json', '[]', 'null', '"x"', `${'['.repeat(9_000)}${']'.repeat(9_000)}`]) expect((await send('PUT', '/policy', body)).status, body.slice(0, 20)).toBe(400);
  });

  it('saves only over the version that was read, when asked to', async () => {
    const etag = (await api.ask(headOffice, '/policy')).headers.get('etag')!;
    expect((await send('PUT', '/policy', presets.cards, { 'if-match': etag })).status).toBe(200);
    const late = await send('PUT', '/policy', presets.abc, { 'if-match': etag });
    expect([late.status, (await late.json() as Problem).code]).toEqual([412, 'policy-changed']);
  });

  it('lets one of two who save at the same moment win and tells the other', async () => {
    const statuses = (await Promise.all([send('PUT', '/policy', presets.cards), send('PUT', '/policy', presets.abc)])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('GET /v1/lists/upgrade-near and downgrade-near', () => {
  it('name those whom two usual visits would lift, and those who fall within sixty days, with what is missing by when', async () => {
    // Member cards: gold from 500,000 in twelve months, kept with 350,000; monthly reviews, thirty days of grace (preset-cards.ts).
    await send('PUT', '/policy', presets.cards);
    await chain.ingest([
      ...['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'].map((day, i) => sale(`N${i}`, 'NEAR', day, 120_000)),
      sale('F1', 'FAR', '2026-05-01', 100_000),
      sale('G1', 'FADING', '2025-06-01', 600_000),
      sale('H1', 'SAFE', '2026-05-01', 600_000),
    ]);
    await chain.night({ runId: 'night-1', asOf: '2026-06-29' });
    const list = async (name: string) => (await api.get<CustomerList>(headOffice, `/lists/${name}`)).items.map(({ customerId, tier, near }) => ({ customerId, tier, near }));
    expect(await list('upgrade-near')).toEqual([
      { customerId: 'NEAR', tier: 'standard', near: { tier: 'gold', on: '2026-06-29', missing: [{ criterion: 'net-spend', amount: 20_000, by: expect.any(String) as string }] } },
    ]);
    // The window closed on 1 June, the review of 30 June fails, and grace ends before that of 31 July.
    expect(await list('downgrade-near')).toEqual([
      { customerId: 'FADING', tier: 'gold', near: { tier: 'gold', on: '2026-07-31', fallsTo: 'standard', missing: [{ criterion: 'net-spend', amount: 350_000, by: '2026-07-31' }] } },
    ]);
    const csv = await (await api.ask(headOffice, '/lists/downgrade-near?format=csv')).text();
    expect(csv).toContain(',gold,2026-07-31,net-spend 350000,');
  });
});

describe('POST /v1/runs', () => {
  it('answers 202 with the id of a night that is known from then on, and starts it', async () => {
    const response = await send('POST', '/runs', { asOf: '2026-06-28' });
    const run = await response.json() as RunAnswer;
    expect([response.status, response.headers.get('location')]).toEqual([202, `/v1/runs/${run.runId}`]);
    expect(started).toEqual([{ runId: run.runId, asOf: '2026-06-28' }]);
    expect(await api.get(headOffice, `/runs/${run.runId}`)).toMatchObject({ runId: run.runId, state: 'queued', asOf: '2026-06-28', policyVersion: null, counts: {} });
    await chain.ingest([sale('T1', 'C1', '2026-02-01', 10_000)]);
    await chain.night({ runId: run.runId, asOf: '2026-06-28' });
    const done = await api.get<RunAnswer>(headOffice, `/runs/${run.runId}`);
    expect(done).toMatchObject({ state: 'published', counts: { facts: 1, customers: 1, scored: 1 }, error: null });
    expect(Object.keys(done.durations).sort()).toEqual(['fit', 'profile', 'publish', 'score']);
    expect(done.cost.writeUnits).toBeGreaterThan(0);
    expect(RunList.parse(await api.get(headOffice, '/runs')).items).toEqual([done]);
  });

  it('needs no body, and refuses a day that is none or still to come', async () => {
    expect((await api.ask(headOffice, '/runs', { method: 'POST' })).status).toBe(202);
    expect(started.at(-1)!.asOf).toBeNull();
    for (const asOf of ['2026-07-01', 'tomorrow', 7]) {
      const response = await send('POST', '/runs', { asOf });
      expect([response.status, (await response.json() as Problem).errors![0]!.field], String(asOf)).toEqual([400, 'asOf']);
    }
    expect((await send('POST', '/runs', '{"asOf":')).status).toBe(400);
    expect(await (await send('POST', '/runs', { as_of: '2026-06-28' })).json()).toMatchObject({ status: 400, errors: [{ field: 'as_of' }] });
  });

  it('reads the day also when the body is not said to be JSON', async () => {
    await send('POST', '/runs', { asOf: '2026-06-28' }, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(started.map(({ asOf }) => asOf)).toEqual(['2026-06-28']);
  });

  it('does not leave a run waiting for ever that could not be started', async () => {
    const failing = apiOf(chain, { night: { start: () => Promise.reject(new Error('no such state machine')) } });
    expect((await failing.ask(headOffice, '/runs', { method: 'POST' })).status).toBe(500);
    expect(await failing.get(headOffice, '/runs/ordered-1')).toMatchObject({ state: 'failed', error: 'the night could not be started' });
  });

  it('does not know a run that was never ordered', async () => {
    expect((await api.ask(headOffice, '/runs/nothing')).status).toBe(404);
  });
});

describe('POST /v1/events', () => {
  it('puts good events on the bus as they were sent and says of each what is wrong with it', async () => {
    const good = sale('T1', 'C1', '2026-02-01', 10_000);
    const response = await send('POST', '/events', { events: [
      good, sale('T2', 'C1', '2026-02-01', 10_000, { currency: 'EUR' }), sale('T3', 'C1', '2027-02-01', 1), { 'detail-type': 'SaleForgotten', detail: { id: 'X' } }, 'nonsense',
      sale('T4', 'C1', '2026-02-01', 1, { lines: [{ sku: 'a', quantity: -2, unitPrice: 1 }] }),
    ] });
    const answer = await response.json() as EventsAnswer;
    expect([response.status, answer.accepted, answer.rejected]).toEqual([202, 1, 5]);
    expect(answer.events.map(({ id, accepted, problems }) => [id, accepted, problems?.[0]!.field])).toEqual([
      ['T1', true, undefined], ['T2', false, 'currency'], ['T3', false, 'occurredAt'], ['X', false, 'detail-type'], [null, false, 'detail-type'], ['T4', false, 'lines[0].quantity'],
    ]);
    expect(api.sent).toEqual([{ detailType: 'SaleRecorded', detail: good.detail }]);
    expect((await chain.ingest([good])).rejected).toEqual([]);
  });

  it('takes one event without a list, and refuses one that is wrong', async () => {
    expect((await send('POST', '/events', sale('T1', 'C1', '2026-02-01', 10_000))).status).toBe(202);
    const wrong = await send('POST', '/events', sale('T 1', 'C1', '2026-02-01', 10_000));
    expect([wrong.status, (await wrong.json() as Problem).errors![0]!.field]).toEqual([400, 'events[0].id']);
    expect(api.sent).toHaveLength(1);
  });

  it.each([[{ events: [] }], [{ events: 'all' }], [{ events: Array.from({ length: 501 }, () => ({})) }], ['{'], ['']])('refuses a body that is no list of events (%j)', async (body) => {
    expect((await send('POST', '/events', body)).status).toBe(400);
    expect(api.sent).toEqual([]);
  });
});
