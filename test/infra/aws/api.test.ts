import { describe, expect, it } from 'vitest';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized();
const routes = new Map(template.all('AWS::ApiGatewayV2::Route').map(({ properties }) => [String(properties['RouteKey']), properties]));
const authorizer = template.one('AWS::ApiGatewayV2::Authorizer');

describe('The HTTP API', () => {
  it('asks nobody for a token at three routes, which say nothing about anybody', () => {
    const open = [...routes].filter(([, properties]) => properties['AuthorizationType'] !== 'CUSTOM').map(([key]) => key);
    expect(open.sort()).toEqual(['GET /v1/health', 'GET /v1/openapi.json', 'GET /v1/schemas/{type}']);
  });

  it('asks for a token or key at every other route under /v1', () => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']) {
      expect(routes.get(`${method} /v1/{proxy+}`)).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: authorizer.id } });
    }
  });

  it('has no route for OPTIONS, so that a preflight needs no token', () => {
    expect([...routes.keys()].filter((key) => /^(OPTIONS|ANY) |^\$default$/.test(key))).toEqual([]);
  });

  it('tells who somebody is by the Authorization header alone, and remembers it for a minute', () => {
    expect(authorizer.properties).toMatchObject({
      AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true,
      IdentitySource: ['$request.header.Authorization'], AuthorizerResultTtlInSeconds: 60,
    });
  });

  it('lets nobody in before somebody says who issues the tokens', () => {
    // RFC 2606: no host below .invalid ever resolves.
    expect(template.parameters['JwtIssuer']?.['Default']).toMatch(/\.invalid$/);
    expect(template.parameters['JwksUrl']?.['Default']).toMatch(/^https:\/\/[a-z.]+\.invalid\//);
    expect(template.environmentOf('KpiAuthorize')).toMatchObject({ JWT_ISSUER: { Ref: 'JwtIssuer' }, JWT_AUDIENCE: { Ref: 'JwtAudience' }, JWKS_URL: { Ref: 'JwksUrl' } });
  });

  it('answers other origins only when they are named', () => {
    expect(template.one('AWS::ApiGatewayV2::Api').properties['CorsConfiguration']).toBeUndefined();
    const named = new Synthesized({ deployment: { corsOrigins: ['https://intranet.example.com'] } }).one('AWS::ApiGatewayV2::Api').properties['CorsConfiguration'];
    expect(named).toMatchObject({ AllowOrigins: ['https://intranet.example.com'], AllowHeaders: expect.arrayContaining(['authorization', 'if-none-match']), ExposeHeaders: expect.arrayContaining(['etag', 'link']) });
  });

  it('is throttled and logs each request without its query, which may name a customer', () => {
    const stage = template.one('AWS::ApiGatewayV2::Stage').properties;
    expect(stage['DefaultRouteSettings']).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
    const { Format } = stage['AccessLogSettings'] as { Format: string };
    expect(Object.values(JSON.parse(Format) as Record<string, string>)).toContain('$context.requestId');
    expect(Format).not.toMatch(/\$context\.(path|rawPath|rawQueryString|identity)|querystring/);
  });
});
