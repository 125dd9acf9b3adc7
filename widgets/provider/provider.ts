import { ApiClient } from '../internal/api-client.ts';
import { TokenSource } from '../internal/token-source.ts';

/** How often a page that stays open asks again; most answers are then "not modified". */
const REFRESH_MS = 10 * 60_000;

/**
 * Connects the widgets inside it, or after it in the page, to one API on behalf of one reader.
 * The first `api` it is given is pinned: its token never goes to another origin, whatever a script sets later.
 *
 * @element vip-provider
 * @attr api - Address of the API without `/v1`; empty or absent for the page's own origin.
 * @attr token-url - Address on the page's or the API's origin that answers the reader's short-lived token.
 * @attr store - Store that widgets without a `store` of their own show; absent for all the reader may see.
 * @attr lang - Language of the widgets: zh-CN, zh-TW or en.
 * @fires vip-error - An attribute was refused; the detail says which and why.
 */
export class VipProvider extends HTMLElement {
  static readonly observedAttributes = ['api', 'token-url', 'store', 'lang'];

  #client: ApiClient | null = null;
  #pinned: string | null = null;
  #readers = new Set<() => void>();
  #announced = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** The client all widgets share. */
  get client(): ApiClient {
    this.#client ??= this.#connect();
    return this.#client;
  }

  /** The store to show, or null for all. */
  get store(): string | null {
    return this.getAttribute('store') || null;
  }

  /** Calls back when the address, reader, store or language changed or figures may be newer; returns how to stop. */
  subscribe(reader: () => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** Asks everything shown again. */
  refresh(): void {
    this.#client?.expire();
    this.#announce();
  }

  connectedCallback(): void {
    this.style.display = 'contents';
    window.addEventListener('online', this.#onReturn);
    document.addEventListener('visibilitychange', this.#onReturn);
    this.#timer = setInterval(this.#onReturn, REFRESH_MS);
    document.dispatchEvent(new CustomEvent('vip-provider-connected'));
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#onReturn);
    document.removeEventListener('visibilitychange', this.#onReturn);
    clearInterval(this.#timer);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (name === 'api' || name === 'token-url') this.#client = null;
    this.#announce();
  }

  #connect(): ApiClient {
    const api = new URL((this.getAttribute('api') || '/').replace(/\/?$/, '/'), document.baseURI);
    this.#pinned ??= api.origin;
    if (api.origin !== this.#pinned) {
      this.#refuse('api', `stays with ${this.#pinned}`);
      return new ApiClient(`${this.#pinned}/`, null);
    }
    return new ApiClient(api.href, this.#tokens(api.origin));
  }

  #tokens(apiOrigin: string): TokenSource | null {
    const given = this.getAttribute('token-url');
    if (!given) return null;
    const url = new URL(given, document.baseURI);
    if (url.origin === location.origin || url.origin === apiOrigin) return new TokenSource(url.href);
    this.#refuse('token-url', 'must be on the origin of the page or of the API');
    return null;
  }

  #refuse(attribute: string, why: string): void {
    this.dispatchEvent(new CustomEvent('vip-error', { bubbles: true, composed: true, detail: { attribute, why } }));
  }

  readonly #onReturn = (): void => {
    if (document.visibilityState === 'visible') this.refresh();
  };

  #announce(): void {
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      for (const reader of this.#readers) reader();
    });
  }
}
