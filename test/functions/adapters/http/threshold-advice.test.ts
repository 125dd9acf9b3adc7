import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KpiAnswer } from '../../../../functions/contract/answers.ts';
import type { Problem } from '../../../../functions/contract/problem.ts';
import { ThresholdAdviceAnswer } from '../../../../functions/contract/policy-answers.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice, managerOf, type Caller } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, inventedShops } from '../../../support/invented-shops.ts';

const shops = inventedShops();
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  engine = await temporaryEngine();
  const chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  api = apiOf(chain);
  await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(presets.cards) });
  await chain.ingest(shops.events);
  await chain.night({ runId: 'night-1', asOf });
}, 180_000);
afterAll(() => engine.end());

const advice = async (query = '', caller: Caller = headOffice) => ThresholdAdviceAnswer.parse(await api.get(caller, `/threshold-advice${query}`));
const inYear = shops.sales.filter(({ day }) => day >= '2025-06-30' && day <= asOf);
const sum = (list: typeof inYear, of: 'amount' | 'units') => list.reduce((total, sale) => total + sale[of], 0);

describe('GET /v1/threshold-advice', () => {
  it('suggests average price × attach rate, raised by the growth asked for', async () => {
    const { suggested, from, to, growth } = await advice('?growth=0.25');
    const averagePrice = sum(inYear, 'amount') / sum(inYear, 'units');
    const attachRate = sum(inYear, 'units') / inYear.length;
    expect({ from, to, growth }).toEqual({ from: '2025-06-30', to: '2026-06-30', growth: 0.25 });
    expect(suggested).toMatchObject({ averagePrice, attachRate, baseLine: averagePrice * attachRate });
    expect(suggested!.threshold).toBe(Math.ceil(averagePrice * attachRate * 1.25 - 1e-6));
    expect((await advice()).growth).toBe(0.2);
  });

  it('builds on the numbers that the KPIs show', async () => {
    const kpi = async (id: string) => (await api.get<KpiAnswer>(headOffice, `/kpis/${id}?from=2025-06-30`)).rows[0]!.value!;
    const { suggested } = await advice();
    expect(suggested!.averagePrice).toBeCloseTo(await kpi('average-unit-price'), 9);
    expect(suggested!.attachRate).toBeCloseTo(await kpi('attach-rate'), 9);
  });

  it('counts who would qualify and their share of what customers spent, with an interval, also for the thresholds of others', async () => {
    const spendOf = new Map<string, number>();
    for (const { customerId, amount } of inYear) if (customerId !== null) spendOf.set(customerId, (spendOf.get(customerId) ?? 0) + amount);
    const { customers, suggested, compared } = await advice('?thresholds=300000,50000');
    expect(customers).toBe(spendOf.size);
    const all = [...spendOf.values()].reduce((total, spend) => total + spend, 0);
    for (const { threshold, customers: count, revenueShare } of [suggested!, ...compared]) {
      const qualifying = [...spendOf.values()].filter((spend) => spend >= threshold);
      expect(count.value, String(threshold)).toBe(qualifying.length);
      expect(revenueShare.value).toBeCloseTo(qualifying.reduce((total, spend) => total + spend, 0) / all, 12);
      expect(count.low).toBeLessThan(count.value);
      expect(count.high).toBeGreaterThan(count.value);
    }
    expect(compared.map(({ threshold }) => threshold)).toEqual([300_000, 50_000]);
  });

  it('shows what each level buys, lowest first, and answers a store about itself', async () => {
    const { levels } = await advice();
    expect(levels.map(({ tier }) => tier)).toEqual(presets.cards.ladder.map(({ id }) => id).filter((id) => levels.some(({ tier }) => tier === id)));
    expect(levels.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(1, 12);
    expect(await advice('', managerOf('S02'))).toEqual(await advice('?store=S02'));
    expect((await advice('?store=S02')).customers).toBeLessThan((await advice()).customers);
  });

  it.each([['growth=much', 'growth', '0.15 to 0.30'], ['growth=2', 'growth', '0.15 to 0.30'], ['months=0', 'months', 'from 1 to 120'], ['thresholds=a,b', 'thresholds', 'minor units']])('refuses %s', async (query, field, reason) => {
    const response = await api.ask(headOffice, `/threshold-advice?${query}`);
    expect([response.status, (await response.json() as Problem).errors]).toEqual([400, [expect.objectContaining({ field, problem: expect.stringContaining(reason) as string })]]);
  });
});
