import { ApiProblem, problemOf } from './problem.ts';

/** Part of a token's life after which it is replaced, so that none expires on its way. */
const RENEW_AFTER = 0.8;
const LIFE_WITHOUT_EXPIRY_MS = 60_000;

/**
 * Fetches the reader's short-lived token from the page's own server and keeps it in memory only.
 * Life is counted from arrival by the token's own `exp − iat`, so that a wrong clock on a till does no harm.
 */
export class TokenSource {
  #token: string | null = null;
  #renewAt = 0;
  #pending: Promise<string> | null = null;

  constructor(private readonly url: string, private readonly now: () => number = Date.now) {}

  /** A token that is still good. Throws ApiProblem when the page's server gives none. */
  async current(): Promise<string> {
    if (this.#token !== null && this.now() < this.#renewAt) return this.#token;
    this.#pending ??= this.#fetch().finally(() => { this.#pending = null; });
    return this.#pending;
  }

  /** Forgets the token, for instance because the API refused it. */
  discard(): void {
    this.#token = null;
  }

  async #fetch(): Promise<string> {
    const response = await fetch(this.url, { cache: 'no-store', headers: { accept: 'application/json' } })
      .catch((cause: unknown) => { throw new ApiProblem(0, 'unreachable', String(cause)); });
    if (!response.ok) throw await problemOf(response);
    const token = tokenIn(await response.text());
    this.#token = token;
    this.#renewAt = this.now() + lifeOf(token) * RENEW_AFTER;
    return token;
  }
}

/** The token in an answer that is `{"token": …}`, `{"access_token": …}` or the bare token. */
function tokenIn(text: string): string {
  if (!text.trimStart().startsWith('{')) return text.trim();
  const body = JSON.parse(text) as { token?: string; access_token?: string };
  const token = body.token ?? body.access_token;
  if (token === undefined) throw new ApiProblem(401, 'no-token', 'The token address answered without a token.');
  return token;
}

function lifeOf(token: string): number {
  try {
    const payload = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number; iat?: number };
    if (payload.exp === undefined) return LIFE_WITHOUT_EXPIRY_MS;
    return payload.exp * 1000 - (payload.iat === undefined ? Date.now() : payload.iat * 1000);
  } catch {
    return LIFE_WITHOUT_EXPIRY_MS;
  }
}
