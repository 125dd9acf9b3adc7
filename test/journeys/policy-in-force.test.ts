import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import { PolicyReplayAnswer } from '../../functions/contract/policy-answers.ts';
import type { Policy } from '../../functions/domain/tiers/policy.ts';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { sampleEvents } from '../../infra/sample/sample-events.ts';
import { readAll } from '../infra/cli/support/read-all.ts';
import { sharedData } from '../infra/cli/support/shared-data.ts';
import { apiOf, headOffice } from '../support/api.ts';
import { freshChain } from '../support/chain.ts';
import { temporaryEngine } from '../support/engine.ts';
import type { SentEvent } from '../support/random-facts.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
beforeAll(async () => { engine = await temporaryEngine(); });
afterAll(() => engine.end());

const batch = 2_000;

/** Tables of a chain's own with its events in them. */
async function chainOf(events: readonly SentEvent[], now: string) {
  const chain = await freshChain(engine, { now: () => new Date(now) });
  for (let at = 0; at < events.length; at += batch) await chain.ingest(events.slice(at, at + batch));
  const api = apiOf(chain);
  return {
    api,
    /** A night by a policy, then the replay of that policy on the same day. */
    published: async (policy: Policy, asOf: string): Promise<{ replay: PolicyReplayAnswer; tiers: TiersAnswer }> => {
      await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(policy) });
      await chain.night({ runId: 'night-1', asOf });
      const response = await api.ask(headOffice, '/policy/replays', { method: 'POST', body: JSON.stringify({ policy: await api.get<Policy>(headOffice, '/policy') }) });
      return { replay: PolicyReplayAnswer.parse(await response.json()), tiers: await api.get<TiersAnswer>(headOffice, '/tiers') };
    },
  };
}

/** Everybody stands in the replay where the night put her: nobody moves, and each tier has its customers and their spend. */
function expectNobodyMoves({ replay, tiers }: { replay: PolicyReplayAnswer; tiers: TiersAnswer }): void {
  expect([replay.moved, replay.movers, replay.benefitCost.draft - replay.benefitCost.now]).toEqual([0, [], 0]);
  const published = tiers.tiers.map(({ id, customers, netSpend }) => [id, customers, netSpend]).filter(([, customers]) => customers !== 0);
  expect(replay.matrix.filter(({ from }) => from !== null).map(({ to, customers, netSpend }) => [to, customers, netSpend])).toEqual(published);
  expect(replay.matrix.find(({ from }) => from === null)?.customers ?? 0).toBe(tiers.without);
  expect(replay.customers).toBe(tiers.tiers.reduce((sum, { customers }) => sum + customers, tiers.without));
}

describe('Replaying the policy in force over the sample chain', () => {
  it('gives exactly the tiers that the night published', async () => {
    // Walk-ins, a third of all tickets, have no tier.
    const { published } = await chainOf(sampleEvents({ seed: 7, today: '2026-11-22' }).filter(({ detail }) => detail.customerId !== undefined), '2026-11-22T00:00:00Z');
    const both = await published(presets.cards, '2026-11-21');
    expectNobodyMoves(both);
    expect(both.tiers.tiers.every(({ customers }) => customers > 0)).toBe(true);
  }, 240_000);
});

const { path, missing } = sharedData('online_retail.csv.gz');
const referenceFile = fileURLToPath(new URL('../../../shared/reference/online_retail_rfm_tiers_retention.json', import.meta.url));
const absent = missing || !existsSync(referenceFile);
interface Reference { asof: string; tiers: { tiers: Record<string, { customers: number; revenue: number }> }; rfm: { customers: { customer_id: string; tier: string }[] } }
/** The reference was computed with pandas from the same file; it calls the tiers by other names. */
const names: Record<string, string> = { platinum: 'Platinum', gold: 'Gold', iron: 'Silver', lead: 'Bronze' };

describe.skipIf(absent)(`Replaying the policy in force over Online Retail${absent ? ' (skipped: ../shared/data/online_retail.csv.gz or its reference is not there)' : ''}`, () => {
  it('gives exactly the tiers that the night published, which are those of the reference', async () => {
    const { asof, tiers: { tiers: expected }, rfm } = JSON.parse(readFileSync(referenceFile, 'utf8')) as Reference;
    const { sales } = await readAll('online-retail', path, { currency: 'CNY' });
    // A ticket's total is all that tiers look at; hundreds of lines a ticket would be carried along for nothing.
    const events = sales.map(({ lines, ...sale }): SentEvent => {
      const amount = lines.reduce((sum, line) => sum + (line.amount ?? line.quantity * line.unitPrice), 0);
      return { 'detail-type': 'SaleRecorded', detail: { ...sale, lines: [{ sku: 'all', quantity: 1, unitPrice: amount }] } };
    });
    const { api, published } = await chainOf(events, '2011-12-10T00:00:00Z');
    const both = await published(presets.pyramid, asof);
    expectNobodyMoves(both);
    const { tiers } = both.tiers;
    expect(Object.fromEntries(tiers.map(({ id, customers }) => [names[id], customers])))
      .toEqual(Object.fromEntries(Object.entries(expected).map(([tier, { customers }]) => [tier, customers])));
    // The reference adds fractions of a penny up; tickets are rounded line by line.
    for (const { id, netSpend } of tiers) expect(Math.abs(netSpend / 100 / expected[names[id]!]!.revenue - 1), id).toBeLessThan(1e-4);
    for (const { customer_id: id, tier } of rfm.customers.slice(0, 100)) expect(names[(await api.get<CustomerAnswer>(headOffice, `/customers/${id}`)).tier.id!], id).toBe(tier);
  }, 240_000);
});
