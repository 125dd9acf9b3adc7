import type { Cors } from '../template/properties.ts';

/** Headers that let a page of another origin read an answer; none when the origin is not allowed or there is no CORS configuration. */
export function corsHeaders(cors: Cors | undefined, origin: string | undefined): Record<string, string> {
  if (!cors || !origin || !isAllowed(cors, origin)) return {};
  return {
    'access-control-allow-origin': cors.AllowOrigins.includes('*') && !cors.AllowCredentials ? '*' : origin,
    vary: 'origin',
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.ExposeHeaders.length > 0 && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
}

/** Headers that answer a preflight; API Gateway answers preflights itself as soon as an API has a CORS configuration. */
export function preflightHeaders(cors: Cors, origin: string | undefined): Record<string, string> {
  const headers = corsHeaders(cors, origin);
  if (Object.keys(headers).length === 0) return {};
  return {
    ...headers,
    'access-control-allow-methods': cors.AllowMethods.join(','),
    'access-control-allow-headers': cors.AllowHeaders.join(','),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  };
}

function isAllowed(cors: Cors, origin: string): boolean {
  return cors.AllowOrigins.some((allowed) => {
    if (allowed === '*' || allowed === origin) return true;
    const [scheme, host] = allowed.split('://');
    return host === '*' ? origin.startsWith(`${scheme}://`) : host?.startsWith('*.') === true && origin.startsWith(`${scheme}://`) && origin.endsWith(host.slice(1));
  });
}
