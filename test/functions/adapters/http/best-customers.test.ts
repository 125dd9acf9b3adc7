import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerList, KpiAnswer } from '../../../../functions/contract/answers.ts';
import { apiOf, headOffice, managerOf, type Caller } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, inventedShops } from '../../../support/invented-shops.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let api: ReturnType<typeof apiOf>;
const shops = inventedShops();

beforeAll(async () => {
  engine = await temporaryEngine();
  const chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  await chain.ingest(shops.events);
  await chain.night({ runId: 'night-1', asOf });
  api = apiOf(chain);
}, 180_000);
afterAll(() => engine.end());

/** What each customer of the stores spent, by the sales themselves; what nobody brought back here. */
function spends(store?: string): [id: string, spend: number][] {
  const sums = new Map<string, number>();
  for (const { customerId, amount } of shops.sales) {
    if (customerId !== null && (store === undefined || shops.homeOf.get(customerId) === store)) sums.set(customerId, (sums.get(customerId) ?? 0) + amount);
  }
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
async function listed(caller: Caller, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ;) {
    const page = await api.get<CustomerList>(caller, `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor}`);
    ids.push(...page.items.map(({ customerId }) => customerId));
    if (page.next === null) return ids;
    cursor = `&cursor=${page.next}`;
  }
}

describe('The two sets of best customers', () => {
  it('are two lists: the fifth that spends most, and the fewest who make 80 % of sales', async () => {
    const ranked = spends();
    expect(await listed(headOffice, '/lists/top-customers')).toEqual(ranked.slice(0, Math.ceil(ranked.length / 5)).map(([id]) => id));
    const key = await listed(headOffice, '/lists/key-customers');
    const all = ranked.reduce((sum, [, spend]) => sum + spend, 0);
    const made = (customers: number) => ranked.slice(0, customers).reduce((sum, [, spend]) => sum + spend, 0);
    expect(key).toEqual(ranked.slice(0, key.length).map(([id]) => id));
    expect(made(key.length)).toBeGreaterThanOrEqual(0.8 * all);
    expect(made(key.length - 1)).toBeLessThan(0.8 * all);
  });

  it('are as large as the KPI about them says', async () => {
    const { rows: [share] } = await api.get<KpiAnswer>(headOffice, '/kpis/key-customer-share');
    expect((await listed(headOffice, '/lists/key-customers')).length / spends().length).toBeCloseTo(share!.value!, 12);
  });

  it('are those of the own store for who is confined to one', async () => {
    const own = spends('S02');
    expect(await listed(managerOf('S02'), '/lists/top-customers')).toEqual(own.slice(0, Math.ceil(own.length / 5)).map(([id]) => id));
    expect(await listed(headOffice, '/lists/top-customers?store=S02')).toEqual(await listed(managerOf('S02'), '/lists/top-customers'));
  });
});
