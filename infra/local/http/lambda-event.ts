import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACCOUNT } from '../template/identity.ts';

/** An HTTP request with its body read. */
export interface ApiRequest {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
  sourceIp: string;
}

const TEXT = /^(text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript|x-www-form-urlencoded|problem\+json))/;

/** Reads a request; header names are lower case and repeated headers are joined with commas, as API Gateway does. */
export async function readRequest(request: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [path, query] = splitOnce(request.url ?? '/', '?');
  const { cookie, ...headers } = request.headers;
  return {
    method: request.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')])),
    cookies: cookie ? cookie.split(/;\s*/) : [],
    body: Buffer.concat(chunks),
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
  };
}

/** The event of payload format 2.0 for a request that matched a route. */
export function toLambdaEvent(request: ApiRequest, routeKey: string, pathParameters: Record<string, string>, authorizer?: Record<string, unknown>) {
  const now = new Date();
  const isText = TEXT.test(request.headers['content-type'] ?? 'text/plain');
  return {
    version: '2.0',
    routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers: request.headers,
    ...(request.query && { queryStringParameters: joined(new URLSearchParams(request.query)) }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: ACCOUNT, apiId: 'local', domainName: request.headers['host'] ?? 'localhost', domainPrefix: 'local',
      http: { method: request.method, path: request.path, protocol: 'HTTP/1.1', sourceIp: request.sourceIp, userAgent: request.headers['user-agent'] ?? '' },
      requestId: randomUUID(), routeKey, stage: '$default', time: now.toUTCString(), timeEpoch: now.getTime(),
      ...(authorizer && { authorizer: { lambda: authorizer } }),
    },
    ...(request.body.length > 0 && { body: request.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !isText,
  };
}

interface LambdaResponse {
  statusCode?: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
}

/** Writes what the function answered. An answer without a status code is itself the JSON body, as in payload format 2.0. */
export function sendLambdaResponse(response: ServerResponse, answer: unknown, extraHeaders: Record<string, string>): void {
  const plain = typeof answer !== 'object' || answer === null || !('statusCode' in answer);
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false }: LambdaResponse = plain
    ? { headers: { 'content-type': 'application/json' }, body: typeof answer === 'string' ? answer : JSON.stringify(answer) }
    : answer as LambdaResponse;
  const content = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  for (const [name, value] of Object.entries(extraHeaders)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (!response.hasHeader('content-type') && content.length > 0) response.setHeader('content-type', 'text/plain;charset=UTF-8');
  if (statusCode !== 204 && statusCode !== 304) response.setHeader('content-length', content.length);
  response.end(content);
}

function joined(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
