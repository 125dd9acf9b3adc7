import { describe, expect, it } from 'vitest';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../../../../functions/adapters/http/context.ts';
import { lambdaHandler } from '../../../../functions/adapters/http/lambda.ts';

type Event = Parameters<ReturnType<typeof lambdaHandler>>[0];

/** Answers with what it was asked, so that a test sees both directions. */
const mirror = new OpenAPIHono<ApiEnv>();
mirror.all('/v1/*', async (c) => c.json({
  method: c.req.method, url: c.req.url, accept: c.req.header('accept') ?? null, body: await c.req.text(), principal: c.env.principal ?? null, requestId: c.env.requestId,
}, 201, { etag: '"x"' }));
const handler = lambdaHandler(mirror);

function event(changes: Partial<Event> & { method?: string; authorizer?: { lambda: unknown } }): Event {
  const { method = 'GET', authorizer, ...rest } = changes;
  return {
    version: '2.0', routeKey: 'ANY /v1/{proxy+}', rawPath: '/v1/customers/C%2042', rawQueryString: '', headers: {}, isBase64Encoded: false, ...rest,
    requestContext: {
      accountId: '1', apiId: 'a', domainName: 'api.example', domainPrefix: 'api', requestId: 'R1', routeKey: '', stage: '$default', time: '', timeEpoch: 0,
      http: { method, path: '', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' }, ...(authorizer && { authorizer }),
    },
  };
}

describe('The Lambda adapter', () => {
  it('hands on path, query, headers and the caller that the authorizer named', async () => {
    const { statusCode, headers, body } = await handler(event({ rawQueryString: 'by=store%2Ctier', headers: { accept: 'text/csv' }, authorizer: { lambda: { role: 'head-office' } } }));
    expect([statusCode, headers]).toEqual([201, expect.objectContaining({ etag: '"x"', 'content-type': 'application/json' })]);
    expect(JSON.parse(body!)).toEqual({ method: 'GET', url: 'https://api.example/v1/customers/C%2042?by=store%2Ctier', accept: 'text/csv', body: '', principal: { role: 'head-office' }, requestId: 'R1' });
  });

  it('has no caller on a route without an authorizer, whatever headers say', async () => {
    const { body } = await handler(event({ headers: { principal: 'head-office', 'x-role': 'head-office' } }));
    expect((JSON.parse(body!) as { principal: unknown }).principal).toBeNull();
  });

  it.each([[false, '{"asOf":"2026-06-29","名":"王"}'], [true, Buffer.from('{"asOf":"2026-06-29","名":"王"}').toString('base64')]])('reads a body sent as text or as base64 (%s)', async (isBase64Encoded, body) => {
    const answer = await handler(event({ method: 'POST', isBase64Encoded, body }));
    expect((JSON.parse(answer.body!) as { body: string }).body).toBe('{"asOf":"2026-06-29","名":"王"}');
  });
});
