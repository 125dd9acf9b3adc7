import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CustomerList } from '../../functions/contract/answers.ts';
import { parsePolicy } from '../../functions/contract/parse-policy.ts';
import { OverrideOrder } from '../../functions/contract/questions.ts';
import { refusalOf } from '../../functions/contract/refusal.ts';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { afterReturn, asOf, atRisk, customers, kpiAnswer, kpis, policyReplay, thresholdAdvice, tiers } from './fixture-answers.ts';
import { model } from './fixture-model.ts';
import { monthlyReport } from './fixture-report.ts';

import { birthdays, contactsDue } from './fixture-contacts.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.map': 'application/json' };
/** What a careful intranet sends with every page. */
export const strictPolicy = "default-src 'self'; require-trusted-types-for 'script'";
const oldFacts = '2026-11-15T18:00:00Z';
const nothing = { ...tiers, tiers: tiers.tiers.map((tier) => ({ ...tier, customers: 0, share: 0, netSpend: 0, netSpendShare: 0 })), without: 0 };

export interface FixtureServer { url: string; requests: { path: string; authorization: string | undefined; ifNoneMatch: string | undefined }[]; tokens: number; sent: { path: string; body: unknown }[]; end(): Promise<void> }

/**
 * Serves the built widgets and portal, a blank page, tokens, and the API once under `/` and once for every mood under `/mood/<mood>/`:
 * empty, stale, slow, busy (429 once, then well), broken, forbidden, signed-out, unreachable.
 */
export async function startFixtureServer(port: number): Promise<FixtureServer> {
  const fixture: FixtureServer = { url: `http://127.0.0.1:${port}`, requests: [], tokens: 0, sent: [], end: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }) };
  const server = createServer((request, response) => { void answer(fixture, request, response); });
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return fixture;
}

async function answer(fixture: FixtureServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', fixture.url);
  const api = /^\/(?:mood\/([\w-]+)\/)?v1\/(.*)$/.exec(url.pathname);
  if (api) {
    fixture.requests.push({ path: url.pathname + url.search, authorization: request.headers.authorization, ifNoneMatch: request.headers['if-none-match'] });
    return answerApi(fixture, api[1] ?? 'well', api[2] ?? '', url.searchParams, request, response);
  }
  if (url.pathname === '/token') {
    fixture.tokens += 1;
    return send(response, 200, { token: token(fixture.tokens, Number(url.searchParams.get('life') ?? 600)) });
  }
  if (url.pathname === '/blank') return html(response, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/portal/portal.css"><script type="module" src="/widgets/vip.js"></script></head><body><main><h1>Blank</h1></main></body></html>`);
  const path = normalize(url.pathname === '/' ? '/portal/index.html' : url.pathname);
  for (const file of [join(dist, path), join(dist, 'portal', path)]) {
    const body = await readFile(file).catch(() => null);
    if (body) {
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': strictPolicy });
      response.end(body);
      return;
    }
  }
  send(response, 404, {});
}

async function answerApi(fixture: FixtureServer, mood: string, path: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = fixture.requests.filter((other) => other.path.startsWith('/mood/busy/')).length;
  if (mood === 'broken') return problem(response, 500, 'internal');
  if (mood === 'forbidden') return problem(response, 403, 'other-store');
  if (mood === 'signed-out') return problem(response, 401, 'token-expired');
  if (mood === 'unreachable') { request.socket.destroy(); return; }
  if (mood === 'busy' && asked <= 2) return problem(response, 429, 'too-many-requests', { 'retry-after': '1' });
  if (mood === 'slow') await wait(1_500);
  if (request.method === 'POST' && path.startsWith('contacts/')) {
    fixture.sent.push({ path, body: await json(request) });
    return send(response, 202, {});
  }
  if (request.method === 'POST' && path === 'policy/replays') {
    const draft = parsePolicy((await json(request) as { policy: unknown }).policy);
    if (draft.ok) return send(response, 202, policyReplay);
    return problem(response, 400, 'invalid-policy', {}, draft.problems.map(({ path: field, ...refusal }) => ({ field, ...refusal })));
  }
  if (request.method === 'PUT' && /^customers\/[^/]+\/tier$/.test(path)) {
    const order = await json(request);
    const parsed = OverrideOrder.safeParse(order);
    if (parsed.success) return send(response, 202, { id: 'O-1', customerId: path.split('/')[1]!, author: 'li.na', from: asOf, ...parsed.data });
    return problem(response, 400, 'invalid-parameter', {}, parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), ...refusalOf(issue, (order as Record<string, unknown>)[String(issue.path[0])]) })));
  }
  const body = bodyFor(path, query, mood === 'empty');
  if (!body) return problem(response, 404, 'not-found');
  if (mood === 'stale') Object.assign(body, { factsThrough: oldFacts });
  const etag = `"run-7-${path}?${query.toString()}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  send(response, 200, body, { etag });
}

function bodyFor(path: string, query: URLSearchParams, empty: boolean): object | null {
  const [kind, id = '', part] = path.split('/').map(decodeURIComponent);
  if (part === 'tiers') return afterReturn(id, query.get('sale')!);
  if (kind === 'customers' && id === '') return { ...atRisk, ...searched(query.get('q') ?? '') };
  if (kind === 'customers') return customers[empty ? 'C9' : id] ? { ...customers[empty ? 'C9' : id] } : null;
  if (kind === 'reports') return empty ? { ...monthlyReport(query), figures: [], goals: [], categories: [], ageBands: [], cohorts: [], stores: [], channels: [] } : monthlyReport(query);
  if (kind === 'policy') return presets.cards;
  if (kind === 'threshold-advice') return empty ? { ...thresholdAdvice(0.2), customers: 0, suggested: null, levels: [] } : thresholdAdvice(Number(query.get('growth')), (query.get('thresholds') ?? '').split(',').filter(Boolean).map(Number));
  if (kind === 'model') return empty ? { ...model(), model: null, worth: null } : model(query.get('store') === 'S02');
  if (kind === 'tiers') return { ...(empty ? nothing : tiers) };
  if (kind === 'lists' && id === 'contacts-due') return contactsDue(query, empty);
  if (kind === 'lists' && id === 'birthdays' && !empty) return { ...birthdays };
  if (kind === 'lists') return empty ? { ...atRisk, items: [], total: 0 } : { ...atRisk };
  if (kind === 'kpis' && id === '') return { kpis };
  const found = kind === 'kpis' ? kpiAnswer(id, query) : null;
  return found && empty ? { ...found, rows: [] } : found;
}

function searched(q: string): Pick<CustomerList, 'items' | 'total'> {
  const items = atRisk.items.flatMap((item) => {
    const matched = [...(item.customerId.startsWith(q) ? ['id' as const] : []), ...(item.name?.includes(q) ? ['name' as const] : []), ...(q === '2107' && item.customerId === 'C18' ? ['phone' as const] : [])];
    return matched.length > 0 ? [{ ...item, matched }] : [];
  });
  return { items, total: items.length };
}

function token(serial: number, lifeSeconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  return `${part({ alg: 'none' })}.${part({ iat: now, exp: now + lifeSeconds, serial })}.x`;
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': strictPolicy });
  response.end(body);
}

function problem(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}, errors?: object[]): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
  response.end(JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'req-123', errors }));
}
