import { html, nothing } from 'lit/html.js';
import type { Provenance } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import type { CoreMessages } from '../languages/en.ts';
import type { VipProvider } from '../provider/provider.ts';
import { theme } from '../theme.ts';
import { findProvider } from './find-provider.ts';
import { day, instant } from './format.ts';
import { languageFor, watchLanguage } from './language.ts';
import { loadMessages, messagesIn } from './core-messages.ts';
import { speaker, type Say } from './localize.ts';
import { ApiProblem } from './problem.ts';
import { problemKey } from './problem-key.ts';
import { ReactiveElement } from './reactive-element.ts';

/** Age of a run's facts from which a night must have been missed. */
const STALE_MS = 36 * 3_600_000;
const LONGEST_WAIT_S = 60;

/**
 * What every widget does: finds its provider and language, asks the API again when an attribute changes,
 * and shows loading, empty, error and stale. A widget says what it asks (`paths`) and how the answers look (`draw`).
 *
 * @fires vip-ready - The widget has drawn; the detail is what the API answered, one entry a question.
 * @fires vip-error - The widget could not get its answer; the detail is the problem.
 * @csspart base - Everything the widget draws.
 */
export abstract class VipElement<Answers extends readonly [Partial<Provenance>, ...unknown[]]> extends ReactiveElement {
  static override readonly styles: readonly string[] = [theme];

  protected language: Language = 'en';
  protected provider: VipProvider | null = null;
  /** The messages every widget shares; they are there before anything is drawn. */
  protected words!: CoreMessages;
  protected say!: Say<keyof CoreMessages['states']>;
  #answers: Answers | null = null;
  #problem: ApiProblem | null = null;
  #asked: string | null = null;
  #client: unknown = null;
  #round = 0;
  #stops: (() => void)[] = [];
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Paths under `/v1/` whose answers the widget draws, or null while an attribute is missing. */
  protected abstract paths(): readonly string[] | null;
  /** The widget, given one answer a path. */
  protected abstract draw(answers: Answers): unknown;
  /** Whether the answers contain nothing worth drawing. */
  protected isEmpty(_answers: Answers): boolean { return false; }
  /** How many grey lines stand for the widget while it loads. */
  protected skeletonLines = 5;

  connectedCallback(): void {
    this.requestUpdate();
    this.#attach();
    document.addEventListener('vip-provider-connected', this.#attach);
    this.#stops.push(watchLanguage(() => this.requestUpdate()));
  }

  disconnectedCallback(): void {
    document.removeEventListener('vip-provider-connected', this.#attach);
    for (const stop of this.#stops.splice(0)) stop();
    clearTimeout(this.#retry);
    this.provider = null;
  }

  /** Asks again, whatever is remembered. */
  refresh(): void {
    this.provider?.client.expire();
    void this.#ask();
  }

  protected override prepare(): void {
    this.language = languageFor(this, this.provider);
    const words = messagesIn(this.language);
    if (words) {
      this.words = words;
      this.say = speaker(words.states);
    } else {
      void loadMessages(this.language).then(() => this.requestUpdate());
    }
    if (!this.provider) return;
    const asks = JSON.stringify(this.paths());
    if (asks === this.#asked && this.#client === this.provider.client) return;
    this.#asked = asks;
    this.#client = this.provider.client;
    this.#answers = null;
    this.#problem = null;
    void this.#ask();
  }

  protected override render(): unknown {
    return html`<div part="base" lang=${this.language} class=${this.language === 'zh-TW' ? 'traditional' : nothing}>${this.#body()}</div>`;
  }

  /** The line that says where the figures come from. */
  protected provenance({ asOf, policyVersion, factsThrough }: Provenance): string {
    return this.say('provenance', { day: day(asOf, this.language), policy: policyVersion, through: instant(factsThrough, this.language) });
  }

  /** Tells the page something happened here. */
  protected tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #body(): unknown {
    if (!this.words) return this.#skeleton('');
    if (!this.provider) return html`<p class="quiet">${this.say('noProvider')}</p>`;
    if (this.paths() === null) return html`<p class="quiet">${this.say('unset')}</p>`;
    if (this.#answers) {
      const drawn = this.isEmpty(this.#answers) ? html`<p class="quiet">${this.say('empty')}</p>` : this.draw(this.#answers);
      return html`${this.#notes(this.#answers[0])}${drawn}`;
    }
    if (this.#problem) return this.#refused(this.#problem);
    return this.#skeleton(this.say('loading'));
  }

  #skeleton(spoken: string): unknown {
    return html`<div class="skeleton" role="status"><span class="hidden-visually">${spoken}</span>${Array.from({ length: this.skeletonLines }, () => html`<i></i>`)}</div>`;
  }

  #notes({ factsThrough }: Partial<Provenance>): unknown {
    const late = factsThrough !== undefined && Date.now() - Date.parse(factsThrough) > STALE_MS;
    return html`
      ${late ? html`<p class="note" role="status">${this.say('stale', { through: instant(factsThrough, this.language) })}</p>` : nothing}
      ${this.#problem ? html`<p class="note" role="status"><span>${this.say('notRefreshed')}</span> ${this.#retryButton()}</p>` : nothing}`;
  }

  #refused({ status, retryAfter, requestId }: ApiProblem): unknown {
    const text = this.say(problemKey(status, retryAfter), { seconds: Math.min(retryAfter ?? 0, LONGEST_WAIT_S) });
    return html`<div class="quiet" role="alert">
      <p>${text} ${this.#retryButton()}</p>
      ${requestId ? html`<p class="small">${this.say('reference', { id: requestId })}</p>` : nothing}
    </div>`;
  }

  #retryButton(): unknown {
    return html`<button class="link" @click=${() => this.refresh()}>${this.say('retry')}</button>`;
  }

  readonly #attach = (): void => {
    const found = findProvider(this);
    if (found === this.provider || !found?.subscribe) return;
    this.provider = found;
    this.#stops.push(found.subscribe(() => {
      if (this.#client === found.client && this.#asked === JSON.stringify(this.paths())) void this.#ask();
      this.requestUpdate();
    }));
    this.requestUpdate();
  };

  async #ask(): Promise<void> {
    const paths = this.paths();
    const client = this.provider?.client;
    const round = ++this.#round;
    clearTimeout(this.#retry);
    if (!client || paths === null) return;
    try {
      const answers = await Promise.all(paths.map((path) => client.get(path)));
      if (round !== this.#round) return;
      this.#answers = answers as unknown as Answers;
      this.#problem = null;
      this.requestUpdate();
      await this.updateComplete;
      this.tell('vip-ready', answers);
    } catch (cause) {
      if (round !== this.#round) return;
      this.#problem = cause instanceof ApiProblem ? cause : new ApiProblem(500, 'unexpected', String(cause));
      if (this.#problem.retryAfter !== null) {
        this.#retry = setTimeout(() => void this.#ask(), Math.min(this.#problem.retryAfter, LONGEST_WAIT_S) * 1000);
      }
      this.requestUpdate();
      this.tell('vip-error', this.#problem);
    }
  }
}
