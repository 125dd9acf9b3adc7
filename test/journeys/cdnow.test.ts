import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLaptop, type Laptop } from '../../infra/bench/laptop.ts';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const data = join(shared, 'data/cdnow_master.csv');
const present = existsSync(data);

interface Reference {
  asof: string;
  totals: { customers: number; orders: number; purchase_days: number; revenue: number };
  repeat_purchase_rate: { by_days: number };
  churn: Record<string, { churn_rate: number }>;
  pareto: { top_share: Record<string, { share: number }>; share_of_customers_making_80pct_revenue: number };
  tiers: { tiers: Record<string, { customers: number; revenue: number }> };
  monthly: Record<string, { revenue: number; new_customers: number }>;
  cohort_retention: { cohorts: { cohort: string; retention: number[] }[] };
  rfm: { customers: { customer_id: string; tier: string; monetary: number; R_less: number; F_less: number; M_less: number }[] };
}
interface Row { period: string; value: number; tier?: string; n: number; cohort?: string; month?: number }
const tierNames: Record<string, string> = { platinum: 'Platinum', gold: 'Gold', iron: 'Silver', lead: 'Bronze' };

/** 69,659 real sales from the file to the API, against values that an independent program computed from the same file. */
describe.skipIf(!present)('CDNOW through the whole pipeline (skipped where ../shared is absent)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibin-cdnow-'));
  let [laptop, token, reference]: [Laptop, string, Reference] = [null!, '', null!];
  let told = '';
  const rows = async (path: string) => (await laptop.get(`/kpis/${path}`, token) as { rows: Row[] }).rows;
  const value = async (path: string) => (await rows(path))[0]!.value;

  beforeAll(async () => {
    reference = JSON.parse(readFileSync(join(shared, 'reference/cdnow_full_rfm_tiers_retention.json'), 'utf8')) as Reference;
    laptop = await startLaptop(join(folder, 'data'));
    told = await laptop.guibin('import', data, '--format', 'cdnow');
    await laptop.guibin('recompute', '--as-of', reference.asof, '--wait');
    token = await laptop.token('--role', 'head-office', '--ttl', '1h');
  }, 400_000);
  afterAll(async () => {
    await laptop?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('accepts every row of the file', () => {
    expect(told).toMatch(/accepted 69659 · rejected 0/);
  });

  it('gives the totals, shares and rates', async () => {
    expect(await value('customers')).toBe(reference.totals.customers);
    expect(await value('orders')).toBe(reference.totals.orders);
    expect(await value('occasions')).toBe(reference.totals.purchase_days);
    expect(await value('net-sales')).toBe(Math.round(reference.totals.revenue * 100));
    expect(await value('repeat-rate')).toBeCloseTo(reference.repeat_purchase_rate.by_days, 9);
    expect(await value('churn-rate?silence=90')).toBeCloseTo(reference.churn['90']!.churn_rate, 9);
    expect(await value('top-share?top=20')).toBeCloseTo(reference.pareto.top_share['0.2']!.share, 9);
    expect(await value('key-customer-share')).toBeCloseTo(reference.pareto.share_of_customers_making_80pct_revenue, 9);
  });

  it('gives the monthly series and the cohorts', async () => {
    for (const { period, value: sales } of await rows('net-sales?grain=month')) expect(sales).toBe(Math.round(reference.monthly[period]!.revenue * 100));
    for (const { period, value: fresh } of await rows('new-customers?grain=month')) expect(fresh).toBe(reference.monthly[period]!.new_customers);
    const cohorts = await rows('cohort-retention');
    for (const { cohort, retention } of reference.cohort_retention.cohorts) {
      retention.forEach((share, month) => expect(cohorts.find((row) => row.cohort === cohort && row.month === month)!.value).toBeCloseTo(share, 9));
    }
  });

  it('puts everybody into the percentile tier and RFM score of the reference', async () => {
    const mix = await rows('tier-mix');
    expect(Object.fromEntries(mix.map(({ tier, n }) => [tierNames[tier!]!, n])))
      .toEqual(Object.fromEntries(Object.entries(reference.tiers.tiers).map(([tier, { customers }]) => [tier, customers])));
    for (const { customer_id: id, tier, monetary, R_less: recency, F_less: frequency, M_less: score } of reference.rfm.customers.slice(0, 60)) {
      const card = await laptop.get(`/customers/${id}`, token) as { tier: { id: string }; history: { netSpend: number }; rfm: object };
      expect(tierNames[card.tier.id], id).toBe(tier);
      expect(card.history.netSpend, id).toBe(Math.round(monetary * 100));
      expect(card.rfm, id).toMatchObject({ recency, frequency, monetary: score });
    }
  });

  it('keeps everybody in her tier when the policy in force is replayed', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const policy: unknown = await laptop.get('/policy', token);
    const response = await fetch(`${laptop.api}/policy/replays`, { method: 'POST', headers, body: JSON.stringify({ policy }) });
    const { moved, matrix } = await response.json() as { moved: number; matrix: { to: string; customers: number; netSpend: number }[] };
    expect(moved).toBe(0);
    expect(Object.fromEntries(matrix.map(({ to, customers, netSpend }) => [tierNames[to]!, [customers, netSpend]])))
      .toEqual(Object.fromEntries(Object.entries(reference.tiers.tiers).map(([tier, { customers, revenue }]) => [tier, [customers, Math.round(revenue * 100)]])));
  });

  it('is not changed by importing a part of the file again', async () => {
    const part = join(folder, 'part.csv');
    writeFileSync(part, readFileSync(data, 'utf8').split('\n').filter((_, at) => at % 20 === 0).join('\n'));
    await laptop.guibin('import', part, '--format', 'cdnow');
    await laptop.guibin('recompute', '--as-of', reference.asof, '--wait');
    expect(await value('orders')).toBe(reference.totals.orders);
    expect(await value('net-sales')).toBe(Math.round(reference.totals.revenue * 100));
  }, 120_000);
});
