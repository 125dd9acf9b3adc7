import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerAnswer, CustomerList, KpiAnswer, TiersAnswer } from '../../../../functions/contract/answers.ts';
import { apiOf, headOffice, managerOf, type Caller } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, customerId, inventedShops } from '../../../support/invented-shops.ts';

const shops = inventedShops();
const own = customerId(1);
const stranger = customerId(2);
const ownStore = 'S02';
const manager = managerOf(ownStore);
const associate: Caller = { role: 'associate', storeId: ownStore, associateId: 'A1' };
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  engine = await temporaryEngine();
  const chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  await chain.ingest(shops.events);
  await chain.night({ runId: 'night-1', asOf });
  api = apiOf(chain);
}, 180_000);
afterAll(() => engine.end());

/** Every route the API has, by method and path pattern. */
const routes = () => [...new Set(api.api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))];
const publicRoutes = new Set(['GET /v1/health', 'GET /v1/openapi.json', 'GET /v1/schemas/:type']);
const governed = new Set(['PUT /v1/policy', 'GET /v1/contact-settings', 'PUT /v1/contact-settings', 'POST /v1/runs', 'POST /v1/events', 'POST /v1/policy/replays', 'GET /v1/policy/replays/:id', 'DELETE /v1/customers/:id', 'GET /v1/erasures', 'GET /v1/erasures/:id']);

/** How each route is asked in the tests below; a route that is missing here fails them. */
const asked: Record<string, string[]> = {
  'GET /v1/health': ['/health'], 'GET /v1/openapi.json': ['/openapi.json'], 'GET /v1/schemas/:type': ['/schemas/SaleRecorded'],
  'GET /v1/kpis': ['/kpis'],
  'GET /v1/kpis/:id': ['net-sales', 'customers', 'cohort-retention', 'tier-mix', 'csat', 'value-at-risk'].flatMap((id) => ['', '?by=store', '?by=store,tier&grain=month', '?asKnownOn=2026-06-30', '?format=csv&by=store'].map((query) => `/kpis/${id}${query}`)),
  'GET /v1/customers': ['/customers?limit=200', '/customers?limit=200&cursor=WzAsIkMwMjAwIl0', `/customers?q=${stranger}`, '/customers?format=csv&limit=200', '/customers?asKnownOn=2026-06-30&limit=200'],
  'GET /v1/customers/:id': [`/customers/${stranger}`, `/customers/${stranger}?view=live`, `/customers/${stranger}?asKnownOn=2026-06-30`],
  'GET /v1/customers/:id/tiers': [`/customers/${stranger}/tiers`, `/customers/${stranger}/tiers?asKnownOn=2026-06-30`],
  'GET /v1/customers/:id/tiers/after-return': [`/customers/${stranger}/tiers/after-return?sale=T-1`], 'PUT /v1/customers/:id/tier': [`/customers/${stranger}/tier`],
  'POST /v1/customers/:id/transfer': [`/customers/${stranger}/transfer`],
  'GET /v1/customers/:id/facts': [`/customers/${stranger}/facts`],
  'DELETE /v1/customers/:id': [`/customers/${stranger}`], 'GET /v1/erasures': ['/erasures'], 'GET /v1/erasures/:id': ['/erasures/e-1'],
  'GET /v1/lists/:list': ['at-risk', 'birthdays', 'upgrade-near', 'downgrade-near', 'outside-core', 'top-customers', 'key-customers'].flatMap((list) => [`/lists/${list}?limit=200`, `/lists/${list}?limit=200&associate=A2`, `/lists/${list}?limit=200&format=csv`]),
  'GET /v1/lists/contacts-due': ['/lists/contacts-due?limit=200', '/lists/contacts-due?grain=month&limit=200', `/lists/contacts-due?customer=${stranger}&grain=month`, '/lists/contacts-due?format=csv&limit=200'],
  'POST /v1/contacts/:id{.+}/made': [`/contacts/${stranger}%2Fwelcome%2F2026-06-29/made`], 'GET /v1/contact-settings': ['/contact-settings'], 'PUT /v1/contact-settings': ['/contact-settings'],
  'GET /v1/reports/monthly': ['/reports/monthly', '/reports/monthly?month=2026-05&format=csv'],
  'GET /v1/tiers': ['/tiers', '/tiers?asKnownOn=2026-06-30'],
  'GET /v1/threshold-advice': ['/threshold-advice', '/threshold-advice?growth=0.3&months=18&thresholds=50000,900000'],
  'GET /v1/model': ['/model'], 'GET /v1/policy': ['/policy'], 'PUT /v1/policy': ['/policy'],
  'POST /v1/policy/replays': ['/policy/replays'], 'GET /v1/policy/replays/:id': ['/policy/replays/replay-1'],
  'GET /v1/runs': ['/runs'], 'GET /v1/runs/:id': ['/runs/night-1'], 'POST /v1/runs': ['/runs'], 'POST /v1/events': ['/events'],
};
const send = (caller: Caller, route: string, path: string) => {
  const method = route.split(' ')[0]!;
  return api.ask(caller, path, method === 'GET' ? {} : { method, body: '{}', headers: { 'content-type': 'application/json' } });
};

describe('The scope of a reader', () => {
  it('is tested on every route there is', () => {
    expect(new Set(Object.keys(asked))).toEqual(new Set(routes()));
  });

  it('lets nobody unknown past health and schemas, whatever the authorizer seems to say', async () => {
    const nobody = [null, { role: 'admin' }, { role: 'manager' }, { role: 'associate', storeId: '' }, 'head-office', { storeId: ownStore }] as unknown as Caller[];
    for (const route of routes()) {
      for (const caller of nobody) {
        const { status } = await send(caller, route, asked[route]![0]!);
        expect(status, `${route} as ${JSON.stringify(caller)}`).toBe(publicRoutes.has(route) ? 200 : 401);
      }
    }
    expect((await api.ask(null, '/anything/else')).status).toBe(401);
  });

  it.each([['manager', manager], ['associate', associate]] as const)('never lets a %s of one store see a customer of another, by any route or parameter', async (_, caller) => {
    const strangers = [...shops.homeOf].filter(([, store]) => store !== ownStore).map(([id]) => id);
    for (const route of routes()) {
      for (const path of asked[route]!) {
        const response = await send(caller, route, path);
        const text = (await response.text()).replaceAll(`there is no customer ${stranger} `, '');
        const seen = strangers.filter((id) => new RegExp(`(^|[",\\r\\n'])${id.replaceAll(/[=+]/g, '\\$&')}[",\\r\\n]`).test(text));
        expect(seen, `${route} at ${path}`).toEqual([]);
      }
    }
  });

  it('shows her own customers on those same routes', async () => {
    expect((await api.get<CustomerAnswer>(manager, `/customers/${own}`)).customerId).toBe(own);
    expect((await api.get<CustomerAnswer>(associate, `/customers/${own}?view=live`)).customerId).toBe(own);
    expect((await api.ask(manager, `/customers/${own}/facts`)).status).toBe(200);
    const mine = await api.get<CustomerList>(manager, '/customers?limit=200');
    expect(mine.total).toBe([...shops.homeOf.values()].filter((store) => store === ownStore).length);
    expect((await api.get<CustomerList>(manager, '/lists/at-risk')).total).toBeGreaterThan(0);
  });

  it('says the same of a customer of another store as of nobody', async () => {
    for (const suffix of ['', '?view=live', '/facts', '/tiers', '/tiers/after-return?sale=T-1']) {
      const [other, nobody] = await Promise.all([api.ask(manager, `/customers/${stranger}${suffix}`), api.ask(manager, `/customers/nobody${suffix}`)]);
      expect([other.status, nobody.status]).toEqual([404, 404]);
      expect((await other.text()).replaceAll(stranger, 'nobody')).toBe(await nobody.text());
    }
  });

  it('confines KPIs and tiers to the own store, asked or not, and refuses another by name', async () => {
    const forced = await api.get<KpiAnswer>(manager, '/kpis/net-sales');
    const named = await api.get<KpiAnswer>(headOffice, `/kpis/net-sales?store=${ownStore}`);
    expect(forced.rows).toEqual(named.rows);
    expect((await api.get<KpiAnswer>(manager, '/kpis/net-sales?by=store')).rows.map(({ store }) => store)).toEqual([ownStore]);
    expect(await api.get<TiersAnswer>(manager, '/tiers')).toEqual(await api.get<TiersAnswer>(headOffice, `/tiers?store=${ownStore}`));
    for (const path of ['/kpis/net-sales?store=S01', '/tiers?store=S01', '/customers?store=S01', '/lists/at-risk?store=S01', '/threshold-advice?store=S01']) {
      const response = await api.ask(manager, path);
      expect([response.status, (await response.json() as { code: string }).code], path).toEqual([403, 'other-store']);
    }
  });

  it('tags answers apart for readers who see different things', async () => {
    const tag = async (caller: Caller) => (await api.ask(caller, `/customers/${own}`)).headers.get('etag');
    expect(await tag(manager)).not.toBe(await tag(headOffice));
    // A manager may set her tier by hand, and is told so.
    expect(await tag(manager)).not.toBe(await tag(associate));
    expect(await tag({ ...manager!, subject: 'li.na' })).toBe(await tag({ ...manager!, subject: 'wang.fang' }));
  });

  it('leaves policy, nights, events and erasures to head office', async () => {
    for (const route of governed) {
      for (const caller of [manager, associate]) {
        const response = await send(caller, route, asked[route]![0]!);
        expect([response.status, (await response.json() as { code: string }).code], route).toEqual([403, 'role']);
      }
    }
  });
});
