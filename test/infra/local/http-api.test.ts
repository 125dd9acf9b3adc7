import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRouter } from '../../../infra/local/http/routes.ts';
import { run, type Runner } from '../../../infra/local/run.ts';
import { writeSmallStack } from './support/small-stack.ts';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PORT = 4824;
interface Echo {
  event: { routeKey: string; rawPath: string; rawQueryString: string; cookies?: string[]; headers: Record<string, string>; queryStringParameters?: Record<string, string>; pathParameters?: Record<string, string>; body?: string; isBase64Encoded: boolean; requestContext: { http: { method: string }; authorizer?: { lambda: { role: string; asked: number } } } };
}

describe('the routes of an HTTP API', () => {
  const route = createRouter(['GET /v1/customers/{id}', 'ANY /v1/customers/{id}', 'GET /v1/customers/search', 'ANY /v1/{proxy+}', 'ANY /{version}/health', '$default'].map((routeKey) => ({ routeKey, target: routeKey })));
  it.each([
    ['GET', '/v1/customers/search', 'GET /v1/customers/search', {}],
    ['GET', '/v1/customers/C%2042', 'GET /v1/customers/{id}', { id: 'C 42' }],
    ['POST', '/v1/customers/C1', 'ANY /v1/customers/{id}', { id: 'C1' }],
    ['GET', '/v1/customers/C1/facts', 'ANY /v1/{proxy+}', { proxy: 'customers/C1/facts' }],
    ['GET', '/v1/health', 'ANY /{version}/health', { version: 'v1' }],
    ['GET', '/elsewhere', '$default', {}],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(route(method, path)).toEqual({ routeKey, target: routeKey, pathParameters });
  });
});

describe('the HTTP API', () => {
  let folder: string;
  let assembly: ReturnType<typeof writeSmallStack>;
  let runner: Runner;
  const get = (path: string, headers: Record<string, string> = { authorization: 'good' }, init: RequestInit = {}) => fetch(`http://127.0.0.1:${PORT}${path}`, { headers, ...init });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guibin-http-'));
    assembly = writeSmallStack(folder);
    runner = await run({ port: PORT, dataDir: undefined, assemblyFolder: assembly.folder, healthPath: '/v1/health' }, () => {});
  });
  afterAll(async () => {
    await runner.end();
    assembly.remove();
    rmSync(folder, { recursive: true });
  });

  it('hands the function an event of payload format 2.0', async () => {
    const response = await get('/v1/kpis/net%20sales?by=store&by=tier&q=%E5%BC%A0', { authorization: 'good', cookie: 'a=1; b=2', 'content-type': 'application/json' }, { method: 'POST', body: '{"x":1}' });
    const { event } = await response.json() as Echo;
    expect(event).toMatchObject({
      version: '2.0', routeKey: 'ANY /v1/{proxy+}', rawPath: '/v1/kpis/net%20sales', rawQueryString: 'by=store&by=tier&q=%E5%BC%A0', cookies: ['a=1', 'b=2'],
      queryStringParameters: { by: 'store,tier', q: '张' }, pathParameters: { proxy: 'kpis/net sales' }, body: '{"x":1}', isBase64Encoded: false, requestContext: { http: { method: 'POST' } },
    });
    expect(response.headers.get('set-cookie')).toBe('a=1');
  });

  it('encodes a body that is not text', async () => {
    const response = await get('/v1/x', { authorization: 'good', 'content-type': 'application/octet-stream' }, { method: 'POST', body: Uint8Array.of(255, 0, 1) });
    expect(((await response.json()) as Echo).event).toMatchObject({ body: '/wAB', isBase64Encoded: true });
  });

  it('lets public routes through without a token and asks for one elsewhere', async () => {
    expect((await get('/v1/health', {})).status).toBe(200);
    const refused = await get('/v1/x', {});
    expect([refused.status, await refused.json()]).toEqual([401, { message: 'Unauthorized' }]);
    const denied = await get('/v1/x', { authorization: 'bad' });
    expect([denied.status, await denied.json()]).toEqual([403, { message: 'Forbidden' }]);
    expect((await get('/v1/x', { authorization: 'broken' })).status).toBe(500);
    expect((await get('/elsewhere', {})).status).toBe(404);
  });

  it('remembers a decision by identity source and hands its context to the function', async () => {
    const asked = async (authorization: string) => ((await (await get('/v1/x', { authorization })).json()) as Echo).event.requestContext.authorizer?.lambda;
    const first = await asked('good');
    expect(first?.role).toBe('manager');
    await get('/v1/x', { authorization: 'another' });
    expect(await asked('good')).toEqual(first);
  });

  it('answers 500 when the function throws and 500 when it is too slow, then works again', async () => {
    expect((await get('/v1/throw')).status).toBe(500);
    expect((await get('/v1/slow')).status).toBe(500);
    expect((await get('/v1/x')).status).toBe(200);
  });

  it('answers preflights itself and lets only the configured origins read', async () => {
    const preflight = await get('/v1/x', { origin: 'https://intranet.example', 'access-control-request-method': 'GET' }, { method: 'OPTIONS' });
    expect(preflight.status).toBe(401);
    const unrouted = await get('/other', { origin: 'https://intranet.example', 'access-control-request-method': 'GET' }, { method: 'OPTIONS' });
    expect([unrouted.status, unrouted.headers.get('access-control-allow-methods'), unrouted.headers.get('access-control-max-age')]).toEqual([204, 'GET', '60']);
    expect((await get('/v1/x', { authorization: 'good', origin: 'https://intranet.example' })).headers.get('access-control-allow-origin')).toBe('https://intranet.example');
    expect((await get('/v1/x', { authorization: 'good', origin: 'https://evil.example' })).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gives the demo page a token, but not to a page that reaches this machine by another name', async () => {
    const { token } = await (await get('/token?role=associate&store=S01&associate=A7', {})).json() as { token: string };
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ role: 'associate', storeId: 'S01', associateId: 'A7' });
    expect((await get('/token?role=nobody', {})).status).toBe(400);
    const status = await new Promise((resolve) => {
      request({ port: PORT, path: '/token', headers: { host: `rebound.example:${PORT}` } }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(403);
  });
});
