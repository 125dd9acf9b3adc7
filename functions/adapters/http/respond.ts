import { createHash } from 'node:crypto';
import { accepts } from 'hono/accepts';
import type { ApiContext } from './context.ts';
import { csvOf, type CsvTable } from './csv.ts';

interface Options { status?: 200 | 202; headers?: Record<string, string>; csv?: () => CsvTable }

/**
 * Sends an answer as JSON, or as CSV where the route has a table and the caller asked for it, and says 304 when the caller has it already.
 * The ETag changes with the run, the reader's scope and whatever else the answer says.
 */
export function respond(c: ApiContext, answer: object, { status = 200, headers = {}, csv }: Options = {}): Response {
  const table = csv && wantsCsv(c) ? csv() : null;
  const body = table ? csvOf(table) : JSON.stringify(answer);
  const etag = etagOf(answer, c.get('scope')?.key ?? '', body);
  const shared = { etag, 'cache-control': 'private, no-cache', vary: 'authorization, accept', ...headers };
  if (status === 200 && matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: shared });
  const content: Record<string, string> = table
    ? { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${table.name}.csv"` }
    : { 'content-type': 'application/json' };
  return new Response(body, { status, headers: { ...shared, ...content } });
}

/** The tag of an answer as it would be sent as JSON. */
export function etagOf(answer: object, scopeKey: string, body = JSON.stringify(answer)): string {
  const run = 'runId' in answer && typeof answer.runId === 'string' ? `${answer.runId.replaceAll(/[^\w-]/g, '')}.` : '';
  return `"${run}${createHash('sha256').update(`${scopeKey}\n${body}`).digest('base64url').slice(0, 22)}"`;
}

/** Weak comparison of an If-None-Match header: proxies that compress make tags weak. */
export function matches(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** The Link header to the page after this one. */
export function linkToNext(c: ApiContext, next: string | null): Record<string, string> {
  if (next === null) return {};
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('cursor', next);
  return { link: `<${pathname}?${searchParams.toString()}>; rel="next"` };
}

function wantsCsv(c: ApiContext): boolean {
  const format = c.req.query('format');
  if (format !== undefined) return format === 'csv';
  return accepts(c, { header: 'Accept', supports: ['application/json', 'text/csv'], default: 'application/json' }) === 'text/csv';
}
