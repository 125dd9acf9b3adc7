import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CustomerAnswer, CustomerList, KpiAnswer, KpiCatalogue, TiersAnswer } from '../../../../functions/contract/answers.ts';
import type { Problem } from '../../../../functions/contract/problem.ts';
import { FactsAnswer, ModelAnswer } from '../../../../functions/contract/service-answers.ts';
import { shardCount } from '../../../../functions/domain/shards.ts';
import { apiOf, headOffice, managerOf, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, contact, customerId, harmful, inventedShops, stores } from '../../../support/invented-shops.ts';

const shops = inventedShops();
const now = new Date('2026-06-30T04:00:00Z');
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => now });
  await chain.ingest(shops.events);
  await chain.night({ runId: 'night-1', asOf });
  api = apiOf(chain);
}, 180_000);
afterAll(() => engine.end());

const problemAt = async (path: string, caller = headOffice): Promise<Problem> => (await api.ask(caller, path)).json() as Promise<Problem>;
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
const salesOf = (test: (sale: (typeof shops.sales)[number]) => boolean) => sumOf(shops.sales.filter(test).map(({ amount }) => amount));

describe('GET /v1/kpis/{id}', () => {
  it('says where its numbers come from, and with no range gives one row over everything up to the as-of date', async () => {
    const answer = KpiAnswer.parse(await api.get(headOffice, '/kpis/net-sales'));
    expect(answer).toMatchObject({ asOf, runId: 'night-1', policyVersion: 1, factsThrough: now.toISOString(), currency: 'CNY', from: '2025-01-01', to: '2026-06-30', grain: null });
    expect(answer.kpi).toMatchObject({ id: 'net-sales', unit: 'money', moreIsBetter: true });
    expect(answer.rows).toEqual([{ period: '2025-01-01/2026-06-30', value: salesOf(() => true), n: shops.sales.length }]);
  });

  it('counts from the first day of the range to the day before its end', async () => {
    const { rows } = await api.get<KpiAnswer>(headOffice, '/kpis/net-sales?from=2025-03-10&to=2025-04-10');
    expect(rows[0]!.value).toBe(salesOf(({ day }) => day >= '2025-03-10' && day < '2025-04-10'));
  });

  it.each([['month', 'YYYY-MM'.length, 18], ['year', 'YYYY'.length, 2], ['day', 'YYYY-MM-DD'.length, 545]] as const)('cuts the range by %s into rows that add up', async (grain, length, periods) => {
    const { rows } = await api.get<KpiAnswer>(headOffice, `/kpis/net-sales?grain=${grain}`);
    expect(rows).toHaveLength(periods);
    for (const { period, value } of rows) expect(value, period).toBe(salesOf(({ day }) => day.slice(0, length) === period));
  });

  it('names quarters as 2025-Q1', async () => {
    const { rows } = await api.get<KpiAnswer>(headOffice, '/kpis/orders?grain=quarter');
    expect(rows.map(({ period }) => period)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
  });

  it('has no rows for days the run could not see, and repeats the range as it was asked', async () => {
    const answer = await api.get<KpiAnswer>(headOffice, '/kpis/net-sales?grain=month&from=2026-05-01&to=2027-01-01');
    expect(answer).toMatchObject({ from: '2026-05-01', to: '2027-01-01' });
    expect(answer.rows.map(({ period }) => period)).toEqual(['2026-05', '2026-06']);
    expect((await api.get<KpiAnswer>(headOffice, '/kpis/net-sales?from=2026-09-01&to=2027-01-01')).rows).toEqual([]);
  });

  it('makes a row for each store, and tiers that add up to the customers of the store', async () => {
    const byStore = await api.get<KpiAnswer>(headOffice, '/kpis/net-sales?by=store');
    expect(byStore.rows.map(({ store, value }) => [store, value])).toEqual(stores.map((store) => [store, salesOf(({ storeId }) => storeId === store)]));
    const byBoth = await api.get<KpiAnswer>(headOffice, '/kpis/customers?by=store,tier');
    const only = await api.get<KpiAnswer>(headOffice, '/kpis/customers?store=S02');
    expect(sumOf(byBoth.rows.filter(({ store }) => store === 'S02').map(({ value }) => value!))).toBe(only.rows[0]!.value);
  });

  it('answers every KPI of the catalogue in every cut', async () => {
    const { kpis } = KpiCatalogue.parse(await api.get(headOffice, '/kpis'));
    expect(kpis.length).toBeGreaterThanOrEqual(19);
    for (const { id, cutBy } of kpis) {
      for (const cut of ['', '?grain=quarter', '?by=store,tier', '?store=S01&tier=gold', ...cutBy.map((dimension) => `?by=${dimension}`)]) KpiAnswer.parse(await api.get(headOffice, `/kpis/${id}${cut}`));
    }
  });

  it('loads a run once and computes a question once, also when many ask at the same moment', async () => {
    let reads = 0;
    const pages = { write: chain.pages.write.bind(chain.pages), rewrite: chain.pages.rewrite.bind(chain.pages), read: (...page: Parameters<typeof chain.pages.read>) => { reads += 1; return chain.pages.read(...page); } };
    const fresh = apiOf({ ...chain, pages });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => fresh.get<KpiAnswer>(headOffice, i % 2 ? '/kpis/orders' : '/kpis/orders?by=store')));
    expect(reads).toBe(2 * shardCount);
    expect(answers[1]).toEqual(answers[19]);
  });

  it.each([
    ['grain=week', 'grain', 'week', 'one of day, month, quarter, year'], ['from=1997-02-30', 'from', '1997-02-30', 'a date such as'], ['to=soon', 'to', 'soon', 'a date such as'],
    ['from=2025-05-01&to=2025-05-01', 'to', '2025-05-01', 'after from'], ['by=city', 'by', 'city', 'one of store, tier'], ['silence=x', 'silence', 'x', 'from 1 to 3650'],
    ['top=0', 'top', '0', 'from 1 to 100'], ['asKnownOn=yesterday', 'asKnownOn', 'yesterday', 'with an offset'],
    ['grain=day&from=1900-01-01', 'grain', 'day', 'coarser grain'],
  ])('refuses %s with the parameter, what was sent and the way out', async (query, field, value, wayOut) => {
    const response = await api.ask(headOffice, `/kpis/net-sales?${query}`);
    const problem = await response.json() as Problem;
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(problem).toMatchObject({ status: 400, code: 'invalid-parameter', requestId: 'request-1', errors: [{ field, value }] });
    expect(problem.detail).toContain(wayOut);
  });

  it('tells an unknown KPI where the known ones are listed', async () => {
    expect(await problemAt('/kpis/profit')).toMatchObject({ status: 404, code: 'not-found', detail: 'there is no KPI profit; GET /v1/kpis lists them all' });
  });
});

describe('GET /v1/customers/{id}', () => {
  const one = customerId(7);

  it('tells everything about a customer, in the words of the contract', async () => {
    const card = CustomerAnswer.parse(await api.get(headOffice, `/customers/${one}`));
    const hers = shops.sales.filter((sale) => sale.customerId === one);
    expect(card).toMatchObject({ customerId: one, view: 'night', asOf, runId: 'night-1' });
    expect(card.history).toMatchObject({ netSpend: salesOf((sale) => sale.customerId === one), orders: hers.length, units: sumOf(hers.map(({ units }) => units)), firstOn: hers[0]!.day, lastOn: hers.at(-1)!.day });
    expect(card.file).toMatchObject({ name: '林7', birthday: '08-08', storeId: 'S02', associateId: 'A3', enrolledOn: '2025-01-01', favourites: [{ category: 'dress' }] });
    expect(card.worth.predicted).not.toBeNull();
    expect(card.rfm).toMatchObject({ recency: expect.any(Number) as number, segment: expect.any(String) as string });
  });

  it('proves the tier: the sales it names add up to the value it was judged by', async () => {
    const { tier } = await api.get<CustomerAnswer>(headOffice, `/customers/${one}`);
    expect(tier.reason.length).toBeGreaterThan(0);
    for (const { criterion, value, facts, window } of tier.reason) {
      const named = shops.sales.filter(({ id }) => facts.includes(id));
      expect(named.every((sale) => sale.customerId === one && sale.day >= window.from && sale.day <= window.to)).toBe(true);
      expect(criterion === 'occasions' ? new Set(named.map(({ day }) => day)).size : sumOf(named.map(({ amount }) => amount))).toBe(value);
    }
  });

  it('shows phone, e-mail and address to her own store, and masks them for head office unless the chain decides otherwise', async () => {
    const masked = { masked: true, phone: '138****5678', email: 'l***@example.com', address: '上海***' };
    expect((await api.get<CustomerAnswer>(headOffice, `/customers/${one}`)).file).toMatchObject(masked);
    expect((await api.get<CustomerAnswer>(managerOf('S02'), `/customers/${one}`)).file).toMatchObject({ masked: false, ...contact });
    const facts = JSON.stringify(FactsAnswer.parse(await api.get(headOffice, `/customers/${one}/facts`)));
    for (const secret of Object.values(contact)) expect(facts).not.toContain(secret);
    expect(JSON.stringify(await api.get(managerOf('S02'), `/customers/${one}/facts`))).toContain(contact.phone);
  });

  it('lists her facts in the order they happened', async () => {
    const { facts } = await api.get<FactsAnswer>(managerOf('S02'), `/customers/${one}/facts`);
    expect(facts.filter(({ kind }) => kind === 'SaleRecorded').map(({ id }) => id)).toEqual(shops.sales.filter((sale) => sale.customerId === one).map(({ id }) => id));
  });

  it('does not know a stranger, and takes no id that cannot be one', async () => {
    expect(await problemAt('/customers/nobody')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemAt('/customers/walk-in%23S01%232025-01-01')).toMatchObject({ status: 400, errors: [{ field: 'id' }] });
  });

  it('finds customers by the beginning of their id, page by page, each once', async () => {
    const found: string[] = [];
    for (let path: string | null = '/customers?q=c01&limit=40'; path !== null;) {
      const response: Response = await api.ask(headOffice, path);
      const page = CustomerList.parse(await response.json());
      expect(page.total).toBe(100);
      found.push(...page.items.map(({ customerId: id }) => id));
      path = /<\/v1(.+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(found).toEqual(Array.from({ length: 100 }, (_, i) => `C01${String(i).padStart(2, '0')}`));
  });

  it('refuses a cursor it never gave', async () => {
    expect(await problemAt('/customers?cursor=abc')).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
    expect(await problemAt('/customers?limit=201')).toMatchObject({ status: 400, errors: [{ field: 'limit', value: '201' }] });
  });
});

describe('GET /v1/lists/{list}', () => {
  const pages = async (path: string) => CustomerList.parse(await api.get(headOffice, path)).items;

  it('ranks customers at risk by the value at risk, and every line agrees with the card', async () => {
    const list = CustomerList.parse(await api.get(headOffice, '/lists/at-risk?limit=20'));
    const values = list.items.map(({ risk }) => risk.valueAtRisk);
    expect(list.total).toBeGreaterThan(20);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    for (const item of list.items.slice(0, 5)) {
      const card = await api.get<CustomerAnswer>(headOffice, `/customers/${encodeURIComponent(item.customerId)}`);
      expect(item).toMatchObject({ tier: card.tier.id, risk: card.risk, netSpend: card.history.netSpend, lifetimeValue: card.worth.predicted!.lifetimeValue, stage: card.lifecycle.stage });
      expect(item.risk.level).not.toBe('none');
      expect(item.risk.reasons.length).toBeGreaterThan(0);
    }
  });

  it('shows the birthdays of the month after the as-of date, in the order of their days, or of the month asked for', async () => {
    const birthdays = (await pages('/lists/birthdays?limit=200')).map(({ birthday }) => birthday!);
    expect(new Set(birthdays.map((day) => day.slice(0, 2)))).toEqual(new Set(['07']));
    expect(birthdays).toEqual([...birthdays].sort());
    expect((await pages('/lists/birthdays?month=12')).every(({ birthday }) => birthday!.startsWith('12'))).toBe(true);
  });

  it('says of those near a higher tier what is missing, as the card does', async () => {
    const near = await pages('/lists/upgrade-near?limit=3');
    expect(near.length).toBe(3);
    for (const item of near) {
      const card = await api.get<CustomerAnswer>(headOffice, `/customers/${encodeURIComponent(item.customerId)}`);
      expect(item.near).toEqual(card.tier.next);
    }
  });

  it('shows only the customers of an associate when asked', async () => {
    const hers = await pages('/lists/at-risk?associate=A1&store=S02');
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.every(({ associateId, storeId }) => associateId === 'A1' && storeId === 'S02')).toBe(true);
  });

  it('knows no other list', async () => {
    expect(await problemAt('/lists/everybody')).toMatchObject({ status: 400, errors: [{ field: 'list', value: 'everybody' }] });
  });
});

describe('GET /v1/tiers and /v1/model', () => {
  it('counts everybody once, lowest tier first, and gives shares of what adds up', async () => {
    const { tiers, without } = TiersAnswer.parse(await api.get(headOffice, '/tiers'));
    expect(tiers.map(({ rank }) => rank)).toEqual([0, 1, 2, 3]);
    expect(sumOf(tiers.map(({ customers }) => customers)) + without).toBe(540);
    expect(sumOf(tiers.map(({ share }) => share))).toBeCloseTo(1, 12);
    expect(sumOf(tiers.map(({ netSpend }) => netSpend))).toBe(salesOf((sale) => sale.customerId !== null));
    expect(tiers.map(({ customers }) => customers)).toEqual((await api.get<KpiAnswer>(headOffice, '/kpis/tier-mix')).rows
      .toSorted((a, b) => a.n - b.n).map(({ n }) => n).toReversed());
  });

  it('publishes the value model with parameters, standard errors, log-likelihood and back-test, and days as dates', async () => {
    const { model } = ModelAnswer.parse(await api.get(headOffice, '/model'));
    expect(model).toMatchObject({ state: 'ready', reason: null, fittedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
    const { purchase, spend, backtest } = model!;
    expect(Object.keys(purchase!.parameters)).toEqual(['r', 'alpha', 'a', 'b']);
    expect(Object.keys(purchase!.standardErrors)).toEqual(['r', 'alpha', 'a', 'b']);
    expect(Object.keys(spend!.parameters)).toEqual(['p', 'q', 'v']);
    expect(purchase!.logLikelihood).toBeLessThan(0);
    expect(backtest!.occasions.mae).toBeLessThan(backtest!.naive.mae);
    expect(sumOf(backtest!.occasions.byFrequency.map(({ customers }) => customers))).toBe(backtest!.customers);
  });

  it.each(['customer-equity', 'value-at-risk'])('cuts %s by tier, store and cohort, and every cut adds up', async (kpi) => {
    const rowsBy = async (by: string) => (await api.get<KpiAnswer>(headOffice, `/kpis/${kpi}${by}`)).rows;
    const [whole] = await rowsBy('');
    expect(whole!.value).toBeGreaterThan(0);
    for (const by of ['store', 'cohort', 'store,cohort']) {
      const rows = await rowsBy(`?by=${by}`);
      expect(rows.length).toBeGreaterThan(1);
      expect({ by, value: sumOf(rows.map(({ value }) => value!)), n: sumOf(rows.map(({ n }) => n)) }).toEqual({ by, value: whole!.value, n: whole!.n });
    }
    // Customers without a tier are in no row of the cut by tier.
    const tiers = await rowsBy('?by=tier');
    expect(tiers.length).toBeGreaterThan(1);
    expect(sumOf(tiers.map(({ n }) => n))).toBeLessThanOrEqual(whole!.n);
  });

  it('spreads the predicted value over the customers a reader may see, and all of it is customer equity', async () => {
    const equity = async (caller: typeof headOffice, query = '') => (await api.get<KpiAnswer>(caller, `/kpis/customer-equity${query}`)).rows[0]!;
    const worthOf = async (caller: typeof headOffice, query = '') => ModelAnswer.parse(await api.get(caller, `/model${query}`)).worth!;
    const [chain, store, own] = [await worthOf(headOffice), await worthOf(headOffice, '?store=S02'), await worthOf(managerOf('S02'))];
    expect(chain).toMatchObject({ customers: (await equity(headOffice)).n, total: (await equity(headOffice)).value });
    expect(store).toMatchObject({ customers: (await equity(headOffice, '?store=S02')).n, total: (await equity(headOffice, '?store=S02')).value });
    expect(own).toEqual(store);
    expect(store.customers).toBeLessThan(chain.customers);
    expect(sumOf(chain.bands.map(({ customers }) => customers))).toBe(chain.customers);
    expect(sumOf(chain.bands.map(({ value }) => value))).toBe(chain.total);
    expect(await problemAt('/model?store=S02', managerOf('S01'))).toMatchObject({ status: 403 });
  });
});

describe('Answers', () => {
  it('come with a tag of run and scope, are private, and are not sent twice', async () => {
    const first = await api.ask(headOffice, '/kpis/net-sales');
    const etag = first.headers.get('etag')!;
    expect(etag).toContain('night-1');
    expect(first.headers.get('cache-control')).toContain('private');
    const again = await api.ask(headOffice, '/kpis/net-sales', { headers: { 'if-none-match': `W/${etag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await api.ask(managerOf('S01'), '/policy')).headers.get('etag')).not.toBe((await api.ask(headOffice, '/policy')).headers.get('etag'));
  });

  it('can be had as CSV by Accept or by format, for spreadsheets', async () => {
    const byHeader = await api.ask(headOffice, '/kpis/net-sales?grain=month', { headers: { accept: 'text/csv' } });
    expect(byHeader.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await byHeader.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[1]).toBe(`net-sales,CNY minor units,2025-01,${salesOf(({ day }) => day.startsWith('2025-01'))},${shops.sales.filter(({ day }) => day.startsWith('2025-01')).length},,,,${asOf},night-1,1,${now.toISOString()}`);
    expect(await (await api.ask(headOffice, '/kpis/net-sales?grain=month&format=csv')).text()).toBe(new TextDecoder().decode(bytes));
    expect((await api.ask(headOffice, '/kpis/net-sales?format=json', { headers: { accept: 'text/csv' } })).headers.get('content-type')).toBe('application/json');
  });

  it('keep a name that looks like a formula a text, and a name that looks like HTML as it is', async () => {
    const csv = await (await api.ask(headOffice, `/customers?q=${encodeURIComponent(harmful.idLikeFormula)}&format=csv`)).text();
    expect(csv).toContain(`\r\n'=1+1,"'=HYPERLINK(""http://example.com"",""prize"")",S01,`);
    const html = await api.ask(headOffice, `/customers/${customerId(0)}`);
    expect(html.headers.get('content-type')).toBe('application/json');
    expect((await html.json() as CustomerAnswer).file.name).toBe(harmful.html);
  });

  it('answer HEAD like GET without the body', async () => {
    const head = await api.ask(headOffice, '/kpis/net-sales', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('tell the fault of this side once in the log and never to the caller', async () => {
    const broken = apiOf({ ...chain, runs: new Proxy(chain.runs, { get: () => () => Promise.reject(new Error('secret table name')) }) });
    const response = await broken.ask(headOffice, '/tiers');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: 'request-1' });
    expect(text).not.toContain('secret');
    expect(broken.logged).toMatchObject([{ requestId: 'request-1', route: '/v1/tiers', error: { message: 'secret table name' } }]);
  });

  it('describe themselves: every route is in the OpenAPI document, and every event has its schema', async () => {
    const document = await api.get<{ openapi: string; paths: Record<string, Record<string, { responses: object }>> }>(null, '/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`));
    const served = new Set(api.api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replace('{.+}', '')}`));
    served.delete('GET /v1/openapi.json');
    served.delete('GET /v1/schemas/:type');
    expect(new Set(described)).toEqual(served);
    const parameters = (document.paths['/v1/kpis/{id}']!['get'] as unknown as { parameters: { name: string; schema: object }[] }).parameters;
    expect(parameters.find(({ name }) => name === 'grain')!.schema).toMatchObject({ enum: ['day', 'month', 'quarter', 'year'] });
    expect(await api.get(null, '/schemas/SaleRecorded')).toMatchObject({ type: 'object', required: expect.arrayContaining(['id', 'lines', 'currency']) as string[] });
    expect(await problemAt('/schemas/SaleForgotten')).toMatchObject({ status: 404 });
  });
});

describe('A score that rests on few answers', () => {
  it('cannot be had by asking for the others, one by one or all at once, and for the total', async () => {
    const cells = (await api.get<KpiAnswer>(headOffice, '/kpis/csat?by=store&grain=month')).rows;
    const hidden = cells.filter(({ suppressed }) => suppressed);
    expect(cells.some(({ n }) => n > 0 && n < 5)).toBe(true);
    expect(hidden.length).toBeGreaterThan(1);
    for (const store of new Set(cells.map((cell) => cell.store))) {
      const alone = (await api.get<KpiAnswer>(headOffice, `/kpis/csat?store=${store}&grain=month`)).rows;
      expect(alone.map((cell) => ({ ...cell, store }))).toEqual(cells.filter((cell) => cell.store === store));
      expect((await api.get<KpiAnswer>(managerOf(store!), '/kpis/csat?grain=month')).rows).toEqual(alone);
    }
  });

  it.each([
    ['from=2025-06-01&to=2025-06-20', 'from', 'calendar month'], ['grain=day', 'grain', 'month, quarter or year'], ['from=2025-06-15&grain=month', 'from', 'calendar month'],
    ['from=2025-01-01&to=2025-06-01', 'from', 'grain=month'], ['by=tier,region', 'by', 'ask by store'], ['by=cohort', 'by', 'can be cut by'],
  ])('is not narrowed down by other ranges and cuts: %s is refused with the way out', async (query, field, wayOut) => {
    const response = await api.ask(headOffice, `/kpis/nps?${query}`);
    const problem = await response.json() as Problem;
    expect(problem).toMatchObject({ status: 400, errors: [{ field }] });
    expect(problem.detail).toContain(wayOut);
  });

  it('is told for the same days however they are named', async () => {
    const year = (await api.get<KpiAnswer>(headOffice, '/kpis/csat?from=2025-01-01&to=2026-01-01')).rows[0]!;
    const byYear = (await api.get<KpiAnswer>(headOffice, '/kpis/csat?grain=year')).rows.find(({ period }) => period === '2025')!;
    expect(year).toEqual({ ...byYear, period: '2025-01-01/2026-01-01' });
    const [open] = (await api.get<KpiAnswer>(headOffice, '/kpis/csat?from=2026-01-01&to=2027-01-01')).rows;
    expect(open).toEqual({ ...(await api.get<KpiAnswer>(headOffice, '/kpis/csat?grain=year')).rows.find(({ period }) => period === '2026')!, period: '2026-01-01/2026-06-30' });
  });
});
