import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CustomerAnswer, TiersAnswer } from '../../../functions/contract/answers.ts';
import type { PolicyReplayAnswer } from '../../../functions/contract/policy-answers.ts';
import { presets } from '../../../functions/domain/tiers/presets.ts';
import { apiOf, headOffice, type Chain } from '../../support/api.ts';
import { freshChain } from '../../support/chain.ts';
import { temporaryEngine } from '../../support/engine.ts';
import { asOf, inventedShops } from '../../support/invented-shops.ts';
import { call } from './support/call.ts';
import { SmallAws } from './support/small-aws.ts';

const shops = inventedShops();
const folder = mkdtempSync(join(tmpdir(), 'guibin-policy-'));
const tokensSeen = new Set<string | undefined>();
let now = new Date('2026-06-30T04:00:00Z');
let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;
let aws: SmallAws;
/** The real API behind a socket, as a laptop or a stack has it. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    tokensSeen.add(request.headers.authorization);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    void answer(request.url!.replace('/v1', ''), { method: request.method!, ...(body && { body }) }, response);
  });
});

async function answer(path: string, init: RequestInit, response: ServerResponse): Promise<void> {
  const said = await api.ask(headOffice, path, init);
  response.writeHead(said.status, Object.fromEntries(said.headers)).end(await said.text());
}

beforeAll(async () => {
  [engine, aws] = await Promise.all([temporaryEngine(), new SmallAws().start()]);
  chain = await freshChain(engine, { now: () => now });
  api = apiOf(chain);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  Object.assign(aws.outputs, { ApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ReportingCurrency: 'CNY', TimeZone: 'Asia/Shanghai' });
  await chain.ingest(shops.events);
  await api.ask(headOffice, '/policy', { method: 'PUT', body: JSON.stringify(presets.cards) });
  await chain.night({ runId: 'night-1', asOf });
  const context = JSON.stringify(await chain.runs.context('night-1'));
  aws.answers = { '/guibin/token': () => ({ token: 'of-the-laptop' }), 'DynamoDB_20120810.GetItem': ({ Key }) => ((Key as { pk: { S: string } }).pk.S === 'run#night-1' ? { Item: { context: { S: context } } } : {}) };
}, 180_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([aws.end(), engine.end()]);
});

const fileOf = (content: unknown, name = 'policy.json') => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
};

describe('guibin replay', () => {
  const goldFrom = (atLeast: number) => ({ ...presets.cards, ladder: presets.cards.ladder.map((tier) => (tier.id === 'gold' ? { ...tier, entry: { criterion: 'net-spend', atLeast, window: { kind: 'rolling', months: 12 } } } : tier)) });

  it('prints who would move as a table, old tiers down and new ones across', async () => {
    const { code, out } = await call(aws.url, 'replay', fileOf(goldFrom(900_000)));
    expect(code).toBe(0);
    expect(out).toMatch(/^as of 2026-06-29, run night-1: \d+ of 540 customers would change tier\n\nnow \\ draft +\(none\) +standard +gold|now \\ draft +standard +gold/);
    expect(out).toMatch(/\ngold +\d+ +\d+/);
    expect(out).toMatch(/\nbenefits of a year +[\d,]+ CNY now, [\d,]+ CNY with the draft\n/);
    expect(out).toMatch(/\ngrace +holds \d+ customers, which costs -?[\d,]+ CNY a year\nkeep rules +holds [1-9]\d* customers, which costs [1-9][\d,]* CNY a year\nlimit of steps +holds \d+/);
    expect(out).toMatch(/\n {2}C\d{4} {2}gold → standard {2}[\d,]+ CNY\n/);
  });

  it('prints the whole answer with --json, in which the policy in force moves nobody', async () => {
    const { code, out } = await call(aws.url, 'replay', fileOf(presets.cards), '--json');
    const replay = JSON.parse(out) as PolicyReplayAnswer;
    const { tiers } = await api.get<TiersAnswer>(headOffice, '/tiers');
    expect([code, replay.moved]).toEqual([0, 0]);
    for (const { id, customers } of tiers) expect(replay.matrix.find(({ from, to }) => from === id && to === id)?.customers ?? 0, id).toBe(customers);
  });

  it.each([
    ['a broken policy', { ...presets.cards, ladder: [{ ...presets.cards.ladder[0], entry: { criterion: 'luck', atLeast: 1 } }] }, /policy\.json is not a usable policy\nladder\.0\.entry\.criterion: must name a known criterion/],
    ['what is no JSON', '{"ladder":', /policy\.json is not JSON: /],
  ])('ends with 2 for %s, with path and reason', async (_, content, reason) => {
    expect(await call(aws.url, 'replay', fileOf(content))).toMatchObject({ code: 2, err: expect.stringMatching(reason) as string });
  });

  it('ends with 2 when there is no file', async () => {
    expect(await call(aws.url, 'replay', join(folder, 'none.json'))).toMatchObject({ code: 2, err: expect.stringContaining('there is no such file') as string });
    expect(await call(aws.url, 'replay')).toMatchObject({ code: 2, err: expect.stringContaining('guibin replay POLICY.json') as string });
  });

  it('speaks with the token of GUIBIN_TOKEN where there is one', async () => {
    await call(aws.url, 'replay', fileOf(presets.cards));
    vi.stubEnv('GUIBIN_TOKEN', 'key-of-a-stack');
    await call(aws.url, 'replay', fileOf(presets.cards));
    expect([...tokensSeen]).toEqual(['Bearer of-the-laptop', 'Bearer key-of-a-stack']);
  });
});

describe('guibin verify', () => {
  const recent = shops.sales.findLast(({ customerId: buyer, day }) => buyer !== null && day > '2026-01-01')!;
  const one = recent.customerId!;
  const other = shops.sales.findLast(({ customerId: buyer, day }) => buyer !== null && buyer !== one && day > '2026-01-01')!.customerId!;
  const third = shops.sales.findLast(({ customerId: buyer, day }) => buyer !== null && buyer !== one && buyer !== other && day > '2026-01-01')!.customerId!;

  it('finds that the facts say what was published, criterion by criterion', async () => {
    const { code, out } = await call(aws.url, 'verify', one);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${one}, \\d+ facts, as of 2026-06-29 by policy 2 \\(run night-1\\)\n  tier: \\w+\n  since: [\\d-]+\n`));
    expect(out).toContain('her facts say what was published');
  });

  it('tells what came after the night from what the night should have known', async () => {
    const sale = shops.events.find(({ detail }) => detail['id'] === recent.id)!;
    now = new Date('2026-06-30T04:05:00Z');
    await chain.ingest([{ ...sale, detail: { ...sale.detail, version: 2, lines: [{ sku: 'W-1', quantity: 1, unitPrice: 9_000_000 }] } }]);
    const { code, out } = await call(aws.url, 'verify', one);
    expect(code).toBe(0);
    expect(out).toContain(`her facts say what was published\nsince 2026-06-30T04:00:00.000Z there came, or came again, to count from the next night on:\n  SaleRecorded ${recent.id} of `);
    expect(JSON.parse((await call(aws.url, 'verify', one, '--json')).out)).toMatchObject({ customerId: one, agrees: true, later: [{ kind: 'SaleRecorded', id: recent.id }] });
    expect((await api.get<CustomerAnswer>(headOffice, `/customers/${one}`)).tier.check).toMatchObject({ agrees: true, later: 1 });
  });

  it('is not misled by facts that are sent once more', async () => {
    await chain.ingest(shops.events.filter(({ detail }) => detail['customerId'] === one));
    expect((await call(aws.url, 'verify', other)).code).toBe(0);
    await chain.ingest(shops.events.filter(({ detail }) => detail['customerId'] === other));
    expect(await call(aws.url, 'verify', other)).toMatchObject({ code: 0, out: expect.not.stringContaining('there came') as string });
    // A till that sends everything again, with a ticket put right among it.
    const sale = shops.events.findLast(({ 'detail-type': type, detail }) => type === 'SaleRecorded' && detail['customerId'] === third)!;
    const corrected = { ...sale, detail: { ...sale.detail, version: 2, lines: [{ sku: 'W-1', quantity: 1, unitPrice: 1 }] } };
    await chain.ingest([...shops.events.filter((event) => event.detail['customerId'] === third && event !== sale), corrected]);
    const { code, out } = await call(aws.url, 'verify', third);
    expect([code, out]).toEqual([0, expect.stringMatching(/there came, or came again, to count from the next night on:\n {2}SaleRecorded \S+ of \S+\n$/)]);
    expect((await api.get<CustomerAnswer>(headOffice, `/customers/${third}`)).tier.check).toMatchObject({ agrees: true, later: 1 });
  });

  it('fails when a fact is not what it was, and says where; the card says so too', async () => {
    const before = (await api.get<CustomerAnswer>(headOffice, `/customers/${other}`)).tier;
    expect(before.check).toMatchObject({ agrees: true, later: 0 });
    const { Items } = await engine.client.send(new QueryCommand({
      TableName: chain.tables.ledgerTable, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sale)', ExpressionAttributeValues: { ':pk': { S: other }, ':sale': { S: 'SaleRecorded#' } },
    }));
    const changed = Items!.map((item) => ({ ...item, body: { S: item['body']!.S!.replaceAll(/"unitPrice":\d+/g, '"unitPrice":9000000') } }));
    for (const Item of changed) await engine.client.send(new PutItemCommand({ TableName: chain.tables.ledgerTable, Item }));
    const { code, out } = await call(aws.url, 'verify', other);
    expect(code).toBe(1);
    expect(out).toMatch(/tier: published \w+; her facts say diamond/);
    expect(out).toContain('her facts do not say what was published');
    const { id, check } = (await api.get<CustomerAnswer>(headOffice, `/customers/${other}`)).tier;
    expect([id, check!.agrees]).toEqual([before.id, false]);
  });

  it('ends with 2 for a customer nobody knows', async () => {
    expect(await call(aws.url, 'verify', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('there is no customer nobody') as string });
  });
});
