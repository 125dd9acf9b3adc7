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
    const asked = this.#ask(url.href, known, true).finally(() => this.#underway.delete(url.href));
    this.#underway.set(url.href, asked);
    return asked;
  }

  /** Makes the next question for everything go to the server, which may still answer "not modified". */
  expire(): void {
    for (const known of this.#remembered.values()) known.at = Number.NEGATIVE_INFINITY;
  }

  async #ask(url: string, known: Remembered | undefined, mayRenew: boolean): Promise<unknown> {
    const headers = new Headers({ accept: 'application/json' });
    if (this.tokens) headers.set('authorization', `Bearer ${await this.tokens.current()}`);
    if (known?.etag) headers.set('if-none-match', known.etag);
    const response = await fetch(url, { headers, cache: 'no-store', credentials: 'omit', redirect: 'error' })
      .catch((cause: unknown) => { throw new ApiProblem(0, 'unreachable', String(cause)); });
    if (response.status === 401 && this.tokens && mayRenew) {
      this.tokens.discard();
      return this.#ask(url, known, false);
    }
    if (response.status === 304 && known) return this.#remember(url, { ...known, at: this.now() });
    if (!response.ok) throw await problemOf(response);
    const answer = await response.json().catch(() => { throw new ApiProblem(502, 'not-json', 'The answer is not JSON.'); }) as unknown;
    return this.#remember(url, { answer, etag: response.headers.get('etag'), at: this.now() });
  }

  #remember(url: string, entry: Remembered): unknown {
    this.#remembered.delete(url);
    this.#remembered.set(url, entry);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_ANSWERS && oldest !== undefined) this.#remembered.delete(oldest);
    return entry.answer;
  }
}
