import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../widgets/internal/api-client.ts';
import { TokenSource } from '../../widgets/internal/token-source.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';

let server: FixtureServer;
let now = 0;
const clock = () => now;
beforeAll(async () => { server = await startFixtureServer(4881); });
afterAll(() => server.end());
beforeEach(() => {
  now = Date.now();
  server.requests.length = 0;
  server.tokens = 0;
});
const clientFor = (mood: string, life = 600) => new ApiClient(`${server.url}/${mood}`, new TokenSource(`${server.url}/token?life=${life}`, clock), clock);

describe('the client all widgets share', () => {
  it('asks once for what several widgets ask at the same time and soon after', async () => {
    const client = clientFor('');
    const [first, second] = await Promise.all([client.get('tiers'), client.get('tiers')]);
    expect(await client.get('tiers')).toBe(first);
    expect(second).toBe(first);
    expect(server.requests).toHaveLength(1);
  });

  it('revalidates by ETag after a while and keeps the answer when nothing changed', async () => {
    const client = clientFor('');
    const first = await client.get('tiers');
    now += 31_000;
    expect(await client.get('tiers')).toBe(first);
    expect(server.requests.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([undefined, '"run-7-tiers?"']);
  });

  it('fetches a token once and renews it before it expires', async () => {
    const client = clientFor('');
    await Promise.all([client.get('tiers'), client.get('kpis')]);
    expect(server.tokens).toBe(1);
    now += 479_000;
    await client.get('tiers');
    expect(server.tokens).toBe(1);
    now += 2_000;
    client.expire();
    await client.get('tiers');
    expect(server.tokens).toBe(2);
    expect(server.requests[0]!.authorization).toMatch(/^Bearer ey/);
  });

  it('tries a refused token once more with a new one, then says so', async () => {
    const client = clientFor('mood/signed-out/');
    await expect(client.get('tiers')).rejects.toMatchObject({ status: 401, code: 'token-expired', requestId: 'req-123' });
    expect(server.tokens).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  it('keeps what the server says about trying again', async () => {
    await expect(clientFor('mood/busy/').get('tiers')).rejects.toMatchObject({ status: 429, retryAfter: 1 });
  });

  it('tells a server that nobody reaches from one that refuses', async () => {
    await expect(clientFor('mood/unreachable/').get('tiers')).rejects.toMatchObject({ status: 0 });
    await expect(clientFor('mood/forbidden/').get('tiers')).rejects.toMatchObject({ status: 403, code: 'other-store' });
  });

  it.each(['../token', 'customers/../../token', '%2e%2e/token'])('never leaves the API for %s', async (path) => {
    await expect(clientFor('').get(path)).rejects.toMatchObject({ code: 'outside-api' });
    expect(server.requests).toHaveLength(0);
    expect(server.tokens).toBe(0);
  });

  it.each(['/token', 'https://example.org/v1/tiers', '//example.org/v1/'])('takes %s for a path of the API, whatever it looks like', async (path) => {
    await expect(clientFor('').get(path)).rejects.toMatchObject({ status: 404 });
    expect(server.requests[0]!.path).toMatch(/^\/v1\//);
  });
});
