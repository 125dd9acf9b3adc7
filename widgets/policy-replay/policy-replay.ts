import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { TiersAnswer } from '../../functions/contract/answers.ts';
import type { Policy } from '../../functions/contract/policy.ts';
import type { PolicyReplayAnswer } from '../../functions/contract/policy-answers.ts';
import { VipElement } from '../internal/base-element.ts';
import { majorUnits, number } from '../internal/format.ts';
import { sayCode, speaker, type Say } from '../internal/localize.ts';
import { ApiProblem } from '../internal/problem.ts';
import { problemKey } from '../internal/problem-key.ts';
import { tierMark } from '../internal/tiers.ts';
import { fieldsOf, ranks, withNumber, type PolicyField } from './fields.ts';
import { replayMessages } from './messages.ts';
import type { outcome } from './outcome/outcome.ts';
import { replayStyles } from './styles.ts';

type Answers = readonly [TiersAnswer, Policy];
type Words = Say<keyof (typeof replayMessages)['en']>;
const GRACE = 'downgrade.graceDays';

/**
 * Tries out other thresholds on everybody: the numbers of the policy in force to change, and who would move, what benefits would cost and how restless the ladder would be.
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
  /** Fetched with the first answer. */
  #outcome: typeof outcome | null = null;
  readonly #resized = new ResizeObserver(([entry]) => {
    this.#width = Math.round(entry?.contentRect.width ?? this.#width);
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override paths(): readonly string[] {
    return ['tiers', 'policy'];
  }

  protected override draw([{ currency }, policy]: Answers): unknown {
    if (this.#inForce?.version !== policy.version) this.#startFrom(policy);
    const say = speaker(replayMessages[this.language]);
    const draft = this.#draft ?? policy;
    const shown = new Set<string>();
    const side = (tier: number, name: 'entry' | 'keep') => {
      const now = fieldsOf(policy, tier, name);
      return fieldsOf(draft, tier, name).map((field, i) => {
        shown.add(field.path);
        return this.#field(field, labelOf(field, say, this.words.criteria), now[i]?.value ?? null, currency, say);
      });
    };
    const ladder = draft.ladder.map(({ id, name }, rank) => ({ id, name, rank }));
    const grace: PolicyField = { path: GRACE, value: draft.downgrade.graceDays, money: false, leaf: { criterion: 'standing', atLeast: 0 } };
    shown.add(GRACE);
    const heading = (key: 'enter' | 'stay', tier: number, name: 'entry' | 'keep') => `${say(key)}${fieldsOf(draft, tier, name).some(({ money }) => money) ? ` | ${currency}` : ''}`;
    const rows = ladder.toReversed().map((tier) => html`<fieldset><legend>${tierMark(ladder, tier.id, this.language, '')}</legend>
      <div class="side"><p class="label">${heading('enter', tier.rank, 'entry')}</p>${side(tier.rank, 'entry')}${fieldsOf(draft, tier.rank, 'entry').length === 0 ? html`<p>${say('everybody')}</p>` : nothing}</div>
      <div class="side">${ranks(draft) ? nothing : html`${fieldsOf(draft, tier.rank, 'keep').length > 0 ? html`<p class="label">${heading('stay', tier.rank, 'keep')}</p>` : nothing}${side(tier.rank, 'keep')}`}</div></fieldset>`);
    const drawn = this.#replay && this.#outcome?.({ replay: this.#replay, ladder, width: this.#width, language: this.language, choose: (customerId) => this.tell('vip-select', { customerId, name: null }) });
    return html`<form novalidate @submit=${this.#onSubmit}>${rows}
        <fieldset><div class="side"></div><div class="side">${this.#field(grace, say('grace'), policy.downgrade.graceDays, currency, say)}</div></fieldset>
        <div class="buttons"><button class="run" aria-disabled=${this.#running}>${say(this.#running ? 'running' : 'run')}</button>
          ${draft === policy ? nothing : html`<button type="button" class="link" @click=${() => { this.#startFrom(policy); this.requestUpdate(); }}>${say('reset')}</button>`}</div>
      </form>
      ${this.#refusal(shown, say)}
      <p class="headline" role="status">${drawn?.headline}</p>
      ${drawn?.details}
      ${this.#replay ? html`<footer class="small muted">${this.provenance(this.#replay)}</footer>` : nothing}`;
  }

  #field({ path, value, money }: PolicyField, label: string, now: number | null, currency: string, say: Words): unknown {
    const shown = (n: number) => (money ? majorUnits(n, currency) : n);
    const faults = this.#problem?.errors.filter(({ field }) => field === path) ?? [];
    const changed = value !== now;
    return html`<div class="field ${changed ? 'changed' : ''}"><label for=${path}>${label}</label>
      <span class="small muted" id="${path}-now">${changed && now !== null ? say('now', { n: number(shown(now), this.language, 2) }) : nothing}</span>
      <input type="number" min="0" step="any" id=${path} aria-invalid=${faults.length > 0} aria-describedby="${path}-now ${path}-why" .value=${value === null ? '' : String(shown(value))}
        @change=${(event: Event) => this.#change(path, (event.target as HTMLInputElement).valueAsNumber, money ? Math.round(1 / majorUnits(1, currency)) : 1)}>
      <p class="under small bad" id="${path}-why">${faults.map(({ problem }) => html`${say('refused')} <span lang="en">${problem}</span>`)}</p></div>`;
  }

  #refusal(shown: ReadonlySet<string>, say: Words): unknown {
    if (!this.#problem) return nothing;
    const { status, retryAfter, errors } = this.#problem;
    if (errors.length === 0) return html`<p class="bad" role="alert">${this.say(problemKey(status, retryAfter), { seconds: retryAfter ?? 0 })}</p>`;
    return html`<div class="bad" role="alert">${errors.filter(({ field }) => !shown.has(field)).map(({ field, problem }) => html`<p>${say('refused')} <span lang="en">${field} ${problem}</span></p>`)}</div>`;
  }

  #startFrom(policy: Policy): void {
    [this.#inForce, this.#draft, this.#replay, this.#problem] = [policy, policy, null, null];
  }

  #change(path: string, typed: number, units: number): void {
    this.#draft = withNumber(this.#draft!, path, Number.isNaN(typed) ? null : Math.round(typed * units * 1e4) / 1e4);
    this.requestUpdate();
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#running || !this.provider) return;
    this.#running = true;
    this.requestUpdate();
    try {
      this.#replay = await this.provider.client.post('policy/replays', { policy: this.#draft }) as PolicyReplayAnswer;
      this.#outcome ??= (await import('./outcome/outcome.ts')).outcome;
      this.#problem = null;
      this.tell('vip-replay', this.#replay);
    } catch (cause) {
      this.#problem = cause instanceof ApiProblem ? cause : new ApiProblem(500, 'unexpected', String(cause));
      this.#replay = null;
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
