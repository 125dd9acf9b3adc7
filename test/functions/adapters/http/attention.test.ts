import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerAnswer, CustomerList, KpiAnswer } from '../../../../functions/contract/answers.ts';
import { inControlGroup } from '../../../../functions/domain/lifecycle/control-group.ts';
import { apiOf, headOffice, managerOf, type Caller, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, inventedShops } from '../../../support/invented-shops.ts';

const shops = inventedShops();
const goods = [['dress', 'bag'], ['dress', 'bag'], ['coat'], ['dress']];
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let api: ReturnType<typeof apiOf>;
let atRisk: CustomerList['items'];

const everyPage = async (caller: Caller, path: string): Promise<CustomerList['items']> => {
  const items: CustomerList['items'] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: CustomerList = await api.get<CustomerList>(caller, `${path}limit=200${next && `&cursor=${next}`}`);
    items.push(...page.items);
    next = page.next;
  }
  return items;
};

beforeAll(async () => {
  engine = await temporaryEngine();
  const chain: Chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  await chain.ingest(shops.events.map(({ 'detail-type': type, detail }, at) => ({
    'detail-type': type,
    detail: type === 'SaleRecorded' ? { ...detail, lines: goods[Number(String(detail['customerId']).slice(-1)) % 4 || 0]!.map((category) => ({ sku: category, category, quantity: 1, unitPrice: 50_000 })) }
      : type === 'CustomerEnrolled' ? { ...detail, hard: { ...detail['hard'] as object, phone: `1380000${String(at % 10_000).padStart(4, '0')}` } } : detail,
  })));
  await chain.night({ runId: 'night-1', asOf: '2026-06-28' });
  api = apiOf(chain);
  const [first] = (await api.get<CustomerList>(headOffice, '/lists/at-risk')).items;
  await chain.ingest([{ 'detail-type': 'ContactMade', detail: { id: 'K-1', customerId: first!.customerId, storeId: first!.storeId, occurredAt: '2026-06-29T10:00:00+08:00', purpose: 'win-back', channel: 'call', associateId: 'A1', outcome: 'will come' } }]);
  await chain.night({ runId: 'night-2', asOf });
  atRisk = await everyPage(headOffice, '/lists/at-risk?');
}, 180_000);
afterAll(() => engine.end());

describe('GET /v1/lists/at-risk', () => {
  it('never names anybody of the control group, page by page or as a table, though such customers are at risk', async () => {
    const everybody = await everyPage(headOffice, '/customers?');
    const warned = everybody.filter(({ risk }) => risk.level !== 'none' && risk.valueAtRisk > 0);
    const held = warned.filter(({ customerId }) => inControlGroup(customerId));
    expect(held.length).toBeGreaterThan(5);
    expect(atRisk.map(({ customerId }) => customerId).sort()).toEqual(warned.filter((each) => !held.includes(each)).map(({ customerId }) => customerId).sort());
    const csv = await (await api.ask(headOffice, '/lists/at-risk?limit=200&format=csv')).text();
    for (const { customerId } of held) expect(csv).not.toContain(`\n${customerId},`);
    for (const store of ['S01', 'S02', 'S03']) {
      const { total } = await api.get<CustomerList>(managerOf(store), '/lists/at-risk');
      expect(total).toBe(atRisk.filter(({ storeId }) => storeId === store).length);
    }
    expect(held.map(({ risk }) => risk.action).filter((action) => !['none', 'resolve-complaint', 'ask-what-was-wrong'].includes(action!))).toEqual([]);
  });

  it('says for each customer the five steps, and what became of an attempt', async () => {
    for (const { risk, stage, winBack } of atRisk) {
      expect(winBack).toMatchObject({ spotted: { stage }, futureValue: { atRisk: risk.valueAtRisk, sensibleSpend: risk.sensibleSpend }, action: risk.action });
      expect(new Set(winBack!.causes)).toEqual(new Set(risk.reasons.map(({ code }) => code)));
      expect(winBack!.prevention).not.toBe('none');
    }
    expect(atRisk.flatMap(({ winBack }) => winBack!.outcomes)).toEqual([{ on: '2026-06-29', channel: 'call', associateId: 'A1', outcome: 'will come' }]);
    const csv = await (await api.ask(headOffice, '/lists/at-risk?format=csv')).text();
    expect(csv).toContain('2026-06-29 call will come');
  });

  it('has a KPI of its effect, which has no value before anybody’s time to come back is over', async () => {
    const { rows } = await api.get<KpiAnswer>(headOffice, '/kpis/winback-uplift');
    expect(rows).toEqual([expect.objectContaining({ value: null, n: 0 })]);
  });
});

describe('GET /v1/lists/outside-core', () => {
  it('names everybody but the fifth that spends most, whoever could be won first', async () => {
    const outside = await everyPage(headOffice, '/lists/outside-core?');
    const buyers = (await everyPage(headOffice, '/customers?')).filter(({ netSpend }) => netSpend > 0);
    const least = Math.min(...buyers.filter(({ customerId }) => !outside.some((each) => each.customerId === customerId)).map(({ netSpend }) => netSpend));
    expect(outside.every(({ netSpend, outside: why }) => netSpend < least && why!.missing === least - netSpend)).toBe(true);
    expect(Math.abs(outside.length / buyers.length - 0.8)).toBeLessThan(0.02);
    const services = outside.map(({ outside: why }) => why!.service);
    expect(services).toEqual([...services].sort().toReversed());
    expect(new Set(services)).toEqual(new Set(['win-over', 'low-cost']));
  });
});

describe('GET /v1/customers?q=', () => {
  const found = async (caller: Caller, q: string) => (await api.get<CustomerList>(caller, `/customers?q=${encodeURIComponent(q)}&limit=200`)).items.map(({ customerId, matched }) => [customerId, matched] as const);
  const phoneOf = async (id: string) => (await api.get<CustomerAnswer>(managerOf(shops.homeOf.get(id)!), `/customers/${id}`)).file.phone!;

  it('finds by any part of the name, in every store the reader may see', async () => {
    expect((await found(headOffice, '林5')).map(([id]) => id).sort()).toEqual(Array.from({ length: 540 }, (_, i) => i).filter((i) => String(i).startsWith('5')).map((i) => `C${String(i).padStart(4, '0')}`).sort());
    expect((await found(managerOf('S02'), '林5')).every(([id]) => shops.homeOf.get(id) === 'S02')).toBe(true);
    expect((await found(headOffice, '林17')).find(([id]) => id === 'C0017')).toEqual(['C0017', ['name']]);
  });

  it('finds by the end of the phone number only for a reader who may see phone numbers', async () => {
    const phone = await phoneOf('C0007');
    expect(await found(managerOf(shops.homeOf.get('C0007')!), phone.slice(-4))).toEqual([['C0007', ['phone']]]);
    expect(await found(headOffice, phone.slice(-4))).toEqual([]);
    const other = ['S01', 'S02', 'S03'].find((store) => store !== shops.homeOf.get('C0007'))!;
    expect(await found(managerOf(other), phone.slice(-4))).toEqual([]);
  });
});

describe('recommendations on the card', () => {
  it('name her own habit first and then what others buy with it, with the reason', async () => {
    const buyer = [...shops.homeOf.keys()].find((id) => id.endsWith('7'))!;
    const { recommendations, file } = await api.get<CustomerAnswer>(headOffice, `/customers/${buyer}`);
    expect(file.favourites.map(({ category }) => category)).toEqual(['dress']);
    expect(recommendations!.map(({ category, reason }) => [category, reason.code])).toEqual([['dress', 'own-habit'], ['bag', 'bought-together']]);
    expect(recommendations![1]!.reason).toMatchObject({ because: 'dress', customers: expect.any(Number) as number });
  });
});
