import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerAnswer, KpiAnswer, TiersAnswer } from '../../../../functions/contract/answers.ts';
import type { Problem } from '../../../../functions/contract/problem.ts';
import { PolicyReplayAnswer } from '../../../../functions/contract/policy-answers.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice, managerOf, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';
import { asOf, inventedShops } from '../../../support/invented-shops.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => new Date('2026-06-30T04:00:00Z') });
  api = apiOf(chain);
  await chain.ingest(inventedShops().events);
}, 180_000);
afterAll(() => engine.end());

const order = (body: unknown, caller = headOffice) => api.ask(caller, '/policy/replays', { method: 'POST', body: JSON.stringify(body) });
const replayOf = async (policy: Policy, when?: string) => PolicyReplayAnswer.parse(await (await order({ policy, ...(when && { asOf: when }) })).json());
const publish = async (policy: Policy, runId: string) => {
  await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(policy) });
  await chain.night({ runId, asOf });
};

describe.each(Object.entries(presets))('A replay of the policy in force (%s)', (name, policy) => {
  it('moves nobody and gives exactly the published tiers', async () => {
    await publish(policy, `night-${name}`);
    const { matrix, moved, movers, customers, benefitCost } = await replayOf(policy);
    const { tiers, without } = await api.get<TiersAnswer>(headOffice, '/tiers');
    expect({ moved, movers, customers }).toEqual({ moved: 0, movers: [], customers: 540 });
    for (const tier of tiers) {
      const cell = matrix.find(({ from, to }) => from === tier.id && to === tier.id);
      expect([cell?.customers ?? 0, cell?.netSpend ?? 0], tier.id).toEqual([tier.customers, tier.netSpend]);
    }
    expect(matrix.find(({ from }) => from === null)?.customers ?? 0).toBe(without);
    // The ladder, the replay and the KPI say the same of a year's benefits.
    expect(tiers.reduce((sum, tier) => sum + tier.benefitCost!.total, 0)).toBe(benefitCost.now);
    const { rows } = await api.get<KpiAnswer>(headOffice, '/kpis/benefit-cost?by=tier&from=2025-06-30');
    for (const { id, benefitCost: cost } of tiers) expect(rows.find(({ tier }) => tier === id)?.value ?? 0, id).toBe(cost!.total);
  });
});

describe('POST /v1/policy/replays', () => {
  const strict: Policy = { ...presets.cards, ladder: presets.cards.ladder.map((tier) => (tier.id === 'gold' ? { ...tier, entry: { criterion: 'net-spend', atLeast: 900_000, window: { kind: 'rolling', months: 12 } } } : tier)) };

  it('answers 202 with where the result can be read again, and agrees with what a night by that policy publishes', async () => {
    await publish(presets.cards, 'night-before');
    const response = await order({ policy: strict });
    const replay = PolicyReplayAnswer.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([202, `/v1/policy/replays/${replay.id}`]);
    expect(await api.get(headOffice, `/policy/replays/${replay.id}`)).toEqual(replay);
    expect(replay).toMatchObject({ state: 'done', asOf, runId: 'night-before', policyVersion: expect.any(Number) as number });
    expect(replay.moved).toBeGreaterThan(0);
    expect(replay.benefitCost.draft).toBeLessThan(replay.benefitCost.now);
    await publish(strict, 'night-after');
    for (const { id, customers } of (await api.get<TiersAnswer>(headOffice, '/tiers')).tiers) {
      expect(replay.matrix.filter(({ to }) => to === id).reduce((sum, cell) => sum + cell.customers, 0), id).toBe(customers);
    }
    for (const { customerId, to } of replay.movers.slice(0, 5)) expect((await api.get<CustomerAnswer>(headOffice, `/customers/${customerId}`)).tier.id).toBe(to);
  });

  it('judges an earlier day as it is known now', async () => {
    const then = await replayOf(presets.cards, '2025-06-30');
    expect(then).toMatchObject({ asOf: '2025-06-30' });
    const spend = (matrix: PolicyReplayAnswer['matrix']) => matrix.reduce((sum, { netSpend }) => sum + netSpend, 0);
    const sold = inventedShops().sales.filter(({ customerId, day }) => customerId !== null && day <= '2025-06-30').reduce((sum, { amount }) => sum + amount, 0);
    expect(spend(then.matrix)).toBe(sold);
  });

  it.each([
    ['a ladder without tiers', { policy: { ...presets.cards, ladder: [] } }, 'ladder', 'invalid-policy', 'at least one tier'],
    ['a criterion nobody knows', { policy: { ...presets.abc, ladder: [{ ...presets.abc.ladder[0], entry: { criterion: 'luck', atLeast: 1 } }] } }, 'ladder.0.entry.criterion', 'invalid-policy', 'known criterion'],
    ['no policy', { policy: null }, 'policy', 'invalid-policy', ''],
    ['other excluded goods, which only a night can leave out', { policy: { ...presets.cards, excluded: { skus: ['W-1'], categories: [], tags: [] } } }, 'excluded.skus', 'invalid-policy', 'policy in force'],
    ['a day to come', { policy: presets.cards, asOf: '2026-07-01' }, 'asOf', 'invalid-parameter', asOf],
    ['a day that is none', { policy: presets.cards, asOf: 'soon' }, 'asOf', 'invalid-parameter', 'a date such as'],
    ['a field it does not know', { policy: presets.cards, when: 'now' }, 'when', 'invalid-parameter', 'not known'],
  ])('refuses %s with the path and the reason', async (_, body, field, code, reason) => {
    const response = await order(body);
    const problem = await response.json() as Problem;
    expect([response.status, problem.code]).toEqual([400, code]);
    expect(problem.errors).toContainEqual(expect.objectContaining({ field, problem: expect.stringContaining(reason) as string }));
  });

  it('is for head office alone, and a replay nobody made is not found', async () => {
    expect((await order({ policy: presets.cards }, managerOf('S01'))).status).toBe(403);
    expect((await api.ask(headOffice, '/policy/replays/none')).status).toBe(404);
  });
});
