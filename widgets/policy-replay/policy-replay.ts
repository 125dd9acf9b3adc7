import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { TiersAnswer } from '../../functions/contract/answers.ts';
import type { Policy } from '../../functions/contract/policy.ts';
import type { PolicyReplayAnswer } from '../../functions/contract/policy-answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { majorUnits, number } from '../internal/format.ts';
import { sayCode, speaker, type Say } from '../internal/localize.ts';
import { ApiProblem, type FieldProblem } from '../internal/problem.ts';
import { problemKey } from '../internal/problem-key.ts';
import { tierMark } from '../internal/tiers.ts';
import type { refusalText } from '../internal/refusals.ts';
import type { conditions } from './conditions/conditions.ts';
import { fieldsOf, ranks, withValue, type PolicyField } from './fields.ts';
import { replayMessages } from './messages.ts';
import type { outcome } from './outcome/outcome.ts';
import { replayStyles } from './styles.ts';

type Answers = readonly [TiersAnswer, Policy];
type Words = Say<keyof (typeof replayMessages)['en']>;

/**
 * Tries out another policy on everybody: the thresholds, windows and rules for falling of the one in force to change, or a whole document, and who would move, what benefits would cost and how restless the ladder would be.
 *
 * @element vip-policy-replay
 * @fires vip-replay - A draft was judged; the detail is the answer.
 * @fires vip-select - A customer who moves was chosen; the detail is her `customerId`.
 * @csspart picture - The drawing of who moves where.
 * @csspart table - The same numbers as a table.
 */
export class VipPolicyReplay extends VipElement<Answers> {
  static override readonly styles = [...VipElement.styles, replayStyles];

  protected override skeletonLines = 9;
  #inForce: Policy | null = null;
  #draft: Policy | null = null;
  #replay: PolicyReplayAnswer | null = null;
  #problem: ApiProblem | null = null;
  #running = false;
  #width = 640;
  /** Fetched when first needed: the rest of the form, the first answer, the first refusal. */
  #conditions: typeof conditions | null = null;
  #outcome: typeof outcome | null = null;
  #refusalText: typeof refusalText | null = null;
  readonly #resized = new ResizeObserver(([entry]) => {
    this.#width = Math.round(entry?.contentRect.width ?? this.#width);
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    void this.#complete();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  async #complete(): Promise<void> {
    this.#conditions ??= (await import('./conditions/conditions.ts')).conditions;
    this.requestUpdate();
  }

  protected override paths(): readonly string[] {
    return ['tiers', 'policy'];
  }

  protected override draw([{ currency }, policy]: Answers): unknown {
    if (this.#inForce?.version !== policy.version) this.#startFrom(policy);
    const say = speaker(replayMessages[this.language]);
    const draft = this.#draft ?? policy;
    const shown = new Set<string>();
    const field = (each: PolicyField, label: string, now: number | null) => {
      shown.add(each.path);
      return this.#field(each, label, now, currency, say);
    };
    const side = (key: 'enter' | 'stay', tier: number, name: 'entry' | 'keep') => {
      const [now, fields] = [fieldsOf(policy, tier, name), fieldsOf(draft, tier, name)];
      return html`${fields.length > 0 || name === 'entry' ? html`<p class="label">${say(key)}${fields.some(({ money }) => money) ? ` | ${currency}` : nothing}</p>` : nothing}
        ${fields.map((each, i) => field(each, labelOf(each, say, this.words.criteria), now[i]?.value ?? null))}${fields.length === 0 && name === 'entry' ? html`<p>${say('everybody')}</p>` : nothing}`;
    };
    const ladder = draft.ladder.map(({ id, name }, rank) => ({ id, name, rank }));
    const rows = ladder.toReversed().map((tier) => html`<fieldset><legend>${tierMark(ladder, tier.id, this.language, '')}</legend>
      <div class="side">${side('enter', tier.rank, 'entry')}</div><div class="side">${ranks(draft) ? nothing : side('stay', tier.rank, 'keep')}</div></fieldset>`);
    const more = this.#conditions?.({ policy, draft, language: this.language, field, shown, set: this.#set, why: (path) => this.#why(path), isRefused: (path) => this.#faultsAt(path).length > 0, tryOut: this.#run, refuse: this.#refuse });
    const drawn = this.#replay && this.#outcome?.({ replay: this.#replay, ladder, width: this.#width, language: this.language, choose: (customerId) => this.tell('vip-select', { customerId, name: null }) });
    return html`<form novalidate @submit=${this.#onSubmit}>${rows}${more?.fields}
        <div class="buttons"><button class="run" aria-disabled=${this.#running}>${say(this.#running ? 'running' : 'run')}</button>
          ${draft === policy ? nothing : html`<button type="button" class="link" @click=${() => { this.#startFrom(policy); this.requestUpdate(); }}>${say('reset')}</button>`}</div>
      </form>
      ${more?.document}
      ${this.#refusal(shown)}
      <p class="headline" role="status">${drawn?.headline}</p>
      ${drawn?.details}
      ${this.#replay ? html`<footer class="small muted">${this.provenance(this.#replay)}</footer>` : nothing}`;
  }

  #field({ path, value, money }: PolicyField, label: string, now: number | null, currency: string, say: Words): unknown {
    const shown = (n: number) => (money ? majorUnits(n, currency) : n);
    const changed = value !== now;
    return html`<div class="field ${changed ? 'changed' : ''}"><label for=${path}>${label}</label>
      <span class="small muted" id="${path}-now">${changed && now !== null ? say('now', { n: number(shown(now), this.language, 2) }) : nothing}</span>
      <input type="number" min="0" step="any" id=${path} aria-invalid=${this.#faultsAt(path).length > 0} aria-describedby="${path}-now ${path}-why" .value=${value === null ? '' : String(shown(value))}
        @change=${(event: Event) => this.#change(path, (event.target as HTMLInputElement).valueAsNumber, money ? Math.round(1 / majorUnits(1, currency)) : 1)}>
      ${this.#why(path)}</div>`;
  }

  /** What was not accepted at one place, below its field. */
  #why(path: string): unknown {
    return html`<p class="under small bad" id="${path}-why">${this.#faultsAt(path).map((fault) => this.#told(fault))}</p>`;
  }

  #faultsAt(path: string): readonly FieldProblem[] {
    return this.#problem?.errors.filter(({ field }) => field === path) ?? [];
  }

  #told(fault: FieldProblem): unknown {
    const { text, lang } = this.#refusalText!(fault, this.language);
    return html`<span lang=${lang}>${text}</span> `;
  }

  #refusal(shown: ReadonlySet<string>): unknown {
    if (!this.#problem) return nothing;
    const { status, retryAfter, errors } = this.#problem;
    if (errors.length === 0) return html`<p class="bad" role="alert">${this.say(problemKey(status, retryAfter), { seconds: retryAfter ?? 0 })}</p>`;
    return html`<div class="bad" role="alert">${errors.filter(({ field }) => !shown.has(field)).map((fault) => html`<p><code>${fault.field}</code> ${this.#told(fault)}</p>`)}</div>`;
  }

  #startFrom(policy: Policy): void {
    [this.#inForce, this.#draft, this.#replay, this.#problem] = [policy, policy, null, null];
  }

  #change(path: string, typed: number, units: number): void {
    this.#set(withValue(this.#draft!, path, Number.isNaN(typed) ? null : Math.round(typed * units * 1e4) / 1e4));
  }

  readonly #set = (draft: Policy): void => {
    this.#draft = draft;
    this.requestUpdate();
  };

  readonly #refuse = async (problem: ApiProblem): Promise<void> => {
    this.#refusalText ??= (await import('../internal/refusals.ts')).refusalText;
    [this.#problem, this.#replay] = [problem, null];
    this.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#run(this.#draft);
  };

  /** Has a document judged; only one that the server takes becomes the draft in the form. */
  readonly #run = async (document: unknown): Promise<void> => {
    if (this.#running || !this.provider) return;
    this.#running = true;
    this.requestUpdate();
    try {
      this.#replay = await this.provider.client.post('policy/replays', { policy: document }) as PolicyReplayAnswer;
      this.#outcome ??= (await import('./outcome/outcome.ts')).outcome;
      [this.#draft, this.#problem] = [document as Policy, null];
      this.tell('vip-replay', this.#replay);
    } catch (cause) {
      await this.#refuse(cause instanceof ApiProblem ? cause : new ApiProblem(500, 'unexpected', String(cause)));
    }
    this.#running = false;
    this.requestUpdate();
    await this.updateComplete;
    this.shadowRoot!.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
}

function labelOf({ leaf }: PolicyField, say: Words, criteria: Record<string, string>): string {
  const name = leaf.criterion === 'top-percent' ? say('top') : sayCode(criteria, leaf.criterion);
  return 'window' in leaf && leaf.window.kind === 'rolling' ? `${name} | ${say('months', { n: leaf.window.months })}` : name;
}
