import { ApiProblem, problemOf } from './problem.ts';
import type { TokenSource } from './token-source.ts';

interface Remembered { answer: unknown; etag: string | null; at: number }

const FRESH_MS = 30_000;
const REMEMBERED_ANSWERS = 300;

/**
 * Asks the API on behalf of every widget of a page: one request for equal questions, revalidated by ETag,
 * and a token that leaves the page for one origin only.
 */
export class ApiClient {
  readonly #remembered = new Map<string, Remembered>();
  readonly #underway = new Map<string, Promise<unknown>>();

  constructor(
    private readonly base: string,
    private readonly tokens: TokenSource | null,
    private readonly now: () => number = Date.now,
  ) {}

  /** The answer to `GET {api}/v1/{path}`. Throws ApiProblem when refused, broken or out of reach. */
  async get(path: string): Promise<unknown> {
    const url = new URL(`v1/${path}`, this.base);
    if (!url.href.startsWith(new URL('v1/', this.base).href)) {
      throw new ApiProblem(400, 'outside-api', `${path} leads out of the API`);
    }
    const known = this.#remembered.get(url.href);
    if (known && this.now() - known.at < FRESH_MS) return known.answer;
    const underway = this.#underway.get(url.href);
    if (underway) return underway;
    const asked = this.#ask(url.href, known).finally(() => this.#underway.delete(url.href));
    this.#underway.set(url.href, asked);
    return asked;
  }

  /** The answer to `POST {api}/v1/{path}` of a JSON document, or another method; it is never remembered. Throws ApiProblem like `get`. */
  async post(path: string, document: unknown, method = 'POST'): Promise<unknown> {
    return (await this.#send(new URL(`v1/${path}`, this.base).href, { method, body: JSON.stringify(document) }, true)).json();
  }

  /** Makes the next question for everything go to the server, which may still answer "not modified". */
  expire(): void {
    for (const known of this.#remembered.values()) known.at = Number.NEGATIVE_INFINITY;
  }

  async #ask(url: string, known: Remembered | undefined): Promise<unknown> {
    const response = await this.#send(url, known?.etag ? { headers: { 'if-none-match': known.etag } } : {}, true);
    if (response.status === 304 && known) return this.#remember(url, { ...known, at: this.now() });
    const answer = await response.json().catch(() => { throw new ApiProblem(502, 'not-json', 'The answer is not JSON.'); }) as unknown;
    return this.#remember(url, { answer, etag: response.headers.get('etag'), at: this.now() });
  }

  /** Sends a request with the reader's token, once more with a new one when it is refused. */
  async #send(url: string, request: RequestInit, mayRenew: boolean): Promise<Response> {
    const headers = new Headers({ accept: 'application/json', ...request.headers as Record<string, string> });
    if (request.body) headers.set('content-type', 'application/json');
    if (this.tokens) headers.set('authorization', `Bearer ${await this.tokens.current()}`);
    const response = await fetch(url, { ...request, headers, cache: 'no-store', credentials: 'omit', redirect: 'error' })
      .catch((cause: unknown) => { throw new ApiProblem(0, 'unreachable', String(cause)); });
    if (response.status === 401 && this.tokens && mayRenew) {
      this.tokens.discard();
      return this.#send(url, request, false);
    }
    if (!response.ok && response.status !== 304) throw await problemOf(response);
    return response;
  }

  #remember(url: string, entry: Remembered): unknown {
    this.#remembered.delete(url);
    this.#remembered.set(url, entry);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_ANSWERS && oldest !== undefined) this.#remembered.delete(oldest);
    return entry.answer;
  }
}
