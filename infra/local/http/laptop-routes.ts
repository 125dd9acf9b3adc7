import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { TokenRequest, type Tokens } from './tokens.ts';

/** What the endpoint offers beyond AWS: tokens for the command line, and the processes for the benchmark. */
export function createLaptopRoutes(tokens: Tokens, processes: () => { name: string; pid: number | undefined }[]): Record<string, (body: string) => unknown> {
  return {
    'POST /guibin/token': async (body) => ({ token: await tokens.mint(TokenRequest.parse(JSON.parse(body || '{}'))) }),
    'GET /guibin/processes': () => ({ processes: processes() }),
  };
}

/** Serves the signing keys and, for the demo portal, tokens; everything else goes on to `next`. */
export function createTokenRoutes(tokens: Tokens, origin: string): (request: IncomingMessage, response: ServerResponse, next: () => Promise<void>) => Promise<void> {
  const { port } = new URL(origin);
  const ownHosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  return async (request, response, next) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
    };
    if (request.method !== 'GET') return next();
    if (pathname === '/.well-known/jwks.json') return send(200, tokens.keySet);
    if (pathname !== '/token') return next();
    // A foreign name that resolves to this machine would make the browser treat a stranger's page as ours.
    if (!ownHosts.has(request.headers.host ?? '')) return send(403, { message: 'Forbidden' });
    const { store, role, associate, sub } = Object.fromEntries(searchParams);
    const asked = TokenRequest.safeParse({ role: role ?? 'head-office', ...(store && { storeId: store }), ...(associate && { associateId: associate }), ...(sub && { sub }) });
    if (!asked.success) return send(400, { message: z.prettifyError(asked.error) });
    return send(200, { token: await tokens.mint(asked.data), expiresIn: asked.data.ttlSeconds });
  };
}
