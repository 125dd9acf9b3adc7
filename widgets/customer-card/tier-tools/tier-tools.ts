import '../../core.ts';
import { html, nothing } from 'lit/html.js';
import type { CustomerAnswer, TiersAnswer } from '../../../functions/contract/answers.ts';
import type { AfterReturnAnswer, OverrideAnswer } from '../../../functions/contract/policy-answers.ts';
import { VipElement } from '../../internal/base-element.ts';
import { day, money, number } from '../../internal/format.ts';
import { speaker, type Say } from '../../internal/localize.ts';
import { ApiProblem } from '../../internal/problem.ts';
import { problemKey } from '../../internal/problem-key.ts';
import type { refusalText } from '../../internal/refusals.ts';
import { tierName } from '../../internal/tiers.ts';
import { toolMessages } from './messages.ts';
import { toolStyles } from './styles.ts';

type Answers = readonly [CustomerAnswer, TiersAnswer];
type Words = Say<keyof (typeof toolMessages)['en']>;
type Form = 'back' | 'hand';

/** What the card offers about the tier it shows: whether the facts bear it out, what a return would do, and for those who may, setting it by hand. */
export class VipTierTools extends VipElement<Answers> {
  static override readonly attributes = ['customer'];
  static override readonly styles = [...VipElement.styles, toolStyles];

  protected override skeletonLines = 1;
  #afterReturn: AfterReturnAnswer | null = null;
  #override: OverrideAnswer | null = null;
  #problem: { of: Form; cause: ApiProblem } | null = null;
  /** Fetched with the first refusal. */
  #refusalText: typeof refusalText | null = null;

  get #path(): string {
    return `customers/${encodeURIComponent(this.read('customer'))}`;
  }

  protected override paths(): readonly string[] {
    return [this.#path, 'tiers'];
  }

  protected override draw([{ customerId, tier: { check, reason }, currency, mayOverride }, { tiers }]: Answers): unknown {
    const say = speaker(toolMessages[this.language]);
    const sales = [...new Set(reason.flatMap(({ facts }) => facts))].toReversed();
    const nameOf = (id: string | null) => (id === null ? say('none') : tierName(tiers, id, this.language));
    const after = this.#afterReturn?.customerId === customerId ? this.#afterReturn : null;
    const override = this.#override?.customerId === customerId ? this.#override : null;
    return html`
      ${check ? html`<p class="small ${check.agrees ? 'muted' : 'bad'}">${say(check.agrees ? 'agrees' : check.later > 0 ? 'unsure' : 'disagrees', { n: check.facts, later: check.later })} ${check.agrees && check.later > 0 ? say('later', { n: check.later }) : nothing}</p>` : nothing}
      ${sales.length === 0 ? nothing : html`<details><summary>${say('back')}</summary>
        <form novalidate @submit=${this.#askReturn}>
          ${this.#field('back', 'sale', say, html`<select id="sale" name="sale">${sales.map((id) => html`<option>${id}</option>`)}</select>`)}
          <button class="run">${say('show')}</button>${this.#refusal('back')}
          <p role="status">${after ? this.#effect(after, currency, nameOf, say) : nothing}</p>
        </form></details>`}
      ${mayOverride ? html`<details><summary>${say('hand')}</summary>
        <form novalidate @submit=${this.#setByHand}>
          ${this.#field('hand', 'tier', say, html`<select id="tier" name="tier">${tiers.map(({ id }) => html`<option value=${id}>${nameOf(id)}</option>`)}</select>`)}
          ${this.#field('hand', 'expiresOn', say, html`<input id="expiresOn" name="expiresOn" type="date" aria-invalid=${this.#faults('hand', 'expiresOn').length > 0} aria-describedby="expiresOn-why">`)}
          ${this.#field('hand', 'reason', say, html`<input id="reason" name="reason" maxlength="500" aria-invalid=${this.#faults('hand', 'reason').length > 0} aria-describedby="reason-why">`)}
          <button class="run">${say('set')}</button>${this.#refusal('hand')}
          <p role="status">${override ? say('done', { tier: nameOf(override.tier), day: day(override.expiresOn, this.language) }) : nothing}</p>
        </form></details>` : nothing}`;
  }

  #field(form: Form, name: 'sale' | 'tier' | 'expiresOn' | 'reason', say: Words, control: unknown): unknown {
    return html`<div class="field"><label for=${name}>${say(name === 'expiresOn' ? 'until' : name)}</label>${control}
      <p class="under small bad" id="${name}-why">${this.#faults(form, name).map((fault) => this.#told(fault))}</p></div>`;
  }

  #faults(form: Form, name: string) {
    return this.#problem?.of === form ? this.#problem.cause.errors.filter(({ field }) => field === name) : [];
  }

  #told(fault: ApiProblem['errors'][number]): unknown {
    const { text, lang } = this.#refusalText!(fault, this.language);
    return html`<span lang=${lang}>${text}</span> `;
  }

  #refusal(form: Form): unknown {
    if (this.#problem?.of !== form || this.#problem.cause.errors.length > 0) return nothing;
    const { status, retryAfter } = this.#problem.cause;
    return html`<p class="small bad" role="alert">${this.say(problemKey(status, retryAfter), { seconds: retryAfter ?? 0 })}</p>`;
  }

  #effect({ back, now, after }: AfterReturnAnswer, currency: string, nameOf: (id: string | null) => string, say: Words): string {
    const tier = now.tier.id === after.tier.id ? say('stays', { tier: nameOf(now.tier.id) }) : say('changes', { now: nameOf(now.tier.id), after: nameOf(after.tier.id) });
    const points = say('points', { now: number(now.points.spendable, this.language), after: number(after.points.spendable, this.language) });
    return [say('whole', { units: back.units, amount: money(back.netSpend, currency, this.language, 'exact') }), tier, points].join(this.language === 'en' ? ' ' : '');
  }

  readonly #askReturn = (event: SubmitEvent): void => {
    void this.#submit('back', event, async ({ sale = '' }) => { this.#afterReturn = await this.provider!.client.get(`${this.#path}/tiers/after-return?sale=${encodeURIComponent(sale)}`) as AfterReturnAnswer; });
  };

  readonly #setByHand = (event: SubmitEvent): void => {
    void this.#submit('hand', event, async (order) => { this.#override = await this.provider!.client.post(`${this.#path}/tier`, order, 'PUT') as OverrideAnswer; });
  };

  async #submit(of: Form, event: SubmitEvent, send: (values: Record<string, string>) => Promise<void>): Promise<void> {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
    this.#problem = null;
    try {
      await send(values);
    } catch (cause) {
      this.#refusalText ??= (await import('../../internal/refusals.ts')).refusalText;
      this.#problem = { of, cause: cause instanceof ApiProblem ? cause : new ApiProblem(500, 'unexpected', String(cause)) };
    }
    this.requestUpdate();
    await this.updateComplete;
    this.shadowRoot!.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }
}
