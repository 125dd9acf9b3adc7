import '../core.ts';
import { html, nothing } from 'lit/html.js';
import type { TiersAnswer } from '../../functions/contract/answers.ts';
import type { ThresholdAdviceAnswer } from '../../functions/contract/policy-answers.ts';
import { intervalBar } from '../internal/bars.ts';
import { VipElement } from '../internal/base-element.ts';
import { dataTable } from '../internal/data-table.ts';
import { day, majorUnits, money, number, percent } from '../internal/format.ts';
import { speaker } from '../internal/localize.ts';
import { tierName } from '../internal/tiers.ts';
import { advisorMessages } from './messages.ts';
import { advisorStyles } from './styles.ts';

type Answers = readonly [ThresholdAdviceAnswer, TiersAnswer];
interface Estimate { value: number; low: number; high: number }

const USUAL = 0.2;
const PAUSE_MS = 150;
const MOST_COMPARED = 10;

/**
 * From what sum a card might be given: an ordinary ticket and a growth to choose, who would qualify, what share of the spend is theirs, and what each existing level buys.
 *
 * @element vip-threshold-advisor
 * @attr store - Store to look at; the provider's, or all, when absent.
 * @csspart table - The existing levels as a table.
 */
export class VipThresholdAdvisor extends VipElement<Answers> {
  static override readonly attributes = ['store'];
  static override readonly styles = [...VipElement.styles, advisorStyles];

  protected override skeletonLines = 6;
  #growth = USUAL;
  /** Other thresholds in minor units, or null while what is typed is no list of amounts. */
  #others: number[] | null = [];
  /** The advice for the growth chosen, and the answer for the usual one it belongs to. */
  #chosen: { advice: ThresholdAdviceAnswer; of: ThresholdAdviceAnswer } | null = null;
  #usual: ThresholdAdviceAnswer | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  protected override paths(): readonly string[] {
    return [this.#path(USUAL), 'tiers'];
  }

  protected override draw([usual, { tiers }]: Answers): unknown {
    const { language } = this;
    const say = speaker(advisorMessages[language]);
    if (this.#usual !== usual) {
      this.#usual = usual;
      if (this.#growth !== USUAL || this.#others?.length) void this.#ask();
    }
    const advice = this.#chosen?.of === usual ? this.#chosen.advice : usual;
    const { suggested, currency, customers } = advice;
    if (!suggested) return html`<p class="quiet">${say('empty')}</p>`;
    const write = (amount: number) => money(amount, currency, language);
    const share = (value: number) => percent(value, language);
    const count = (value: number) => number(value, language);
    const term = (sign: string, name: string, value: string) => html`<div data-sign=${sign}><dt class="label">${name}</dt><dd>${value}</dd></div>`;
    // The sum is known at once; who qualifies comes from the server a moment later.
    const threshold = Math.ceil(suggested.baseLine * (1 + this.#growth) - 1e-6);
    return html`
      <dl class="sum">${term('', say('price'), write(suggested.averagePrice))}${term('×', say('attach'), number(suggested.attachRate, language, 2))}${term('=', say('base'), write(suggested.baseLine))}${term('→', say('threshold'), write(threshold))}</dl>
      <div class="growth"><label for="growth">${say('growth')}</label>
        <input id="growth" type="range" min="15" max="30" step="1" .value=${String(Math.round(this.#growth * 100))} aria-valuetext=${percent(this.#growth, language)} @input=${this.#onInput}>
        <output for="growth">+${percent(this.#growth, language)}</output></div>
      <div class="reach ${advice.growth === this.#growth ? '' : 'waiting'}" role="status">
        ${reach(suggested.customers, customers, say('people', { n: count(suggested.customers.value), all: count(customers) }), say('qualify'), count)}
        ${reach(suggested.revenueShare, 1, share(suggested.revenueShare.value), say('revenue'), share)}
      </div>
      <div class="compare"><label class="label" for="others">${say('compare', { currency })}</label>
        <input id="others" inputmode="decimal" autocomplete="off" aria-invalid=${this.#others === null} aria-describedby="others-why" @change=${(event: Event) => this.#compare((event.target as HTMLInputElement).value, Math.round(1 / majorUnits(1, currency)))}>
        <p class="small bad" id="others-why">${this.#others === null ? say('refused') : nothing}</p></div>
      ${advice.compared.length === 0 ? nothing : dataTable(say('compare', { currency }), [say('threshold'), say('customers'), say('share')], advice.compared.map((other) => [
        write(other.threshold), `${count(other.customers.value)} (${count(other.customers.low)} – ${count(other.customers.high)})`, `${share(other.revenueShare.value)} (${share(other.revenueShare.low)} – ${share(other.revenueShare.high)})`]), true)}
      ${dataTable(say('levels'), [say('level'), say('price'), say('attach'), say('base'), say('raised'), say('threshold'), say('contribution')], advice.levels.toReversed().map((level) => [
        tierName(tiers, level.tier, language), write(level.averagePrice), number(level.attachRate, language, 2), write(level.baseLine), write(level.raisedPrice), write(level.threshold), share(level.contribution)]), true)}
      <footer class="small muted">${say('period', { from: day(advice.from, language), to: day(advice.asOf, language) })} | ${this.provenance(advice)}</footer>`;

    function reach({ value, low, high }: Estimate, all: number, figure: string, meaning: string, shown: (value: number) => string): unknown {
      return html`<div><p><span class="figure">${figure}</span> <span class="muted">${meaning}</span></p>${intervalBar(low / all, value / all, high / all)}
        <p class="small muted">${say('interval', { low: shown(low), high: shown(high) })}</p></div>`;
    }
  }

  readonly #onInput = (event: Event): void => {
    this.#growth = (event.target as HTMLInputElement).valueAsNumber / 100;
    this.requestUpdate();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(), PAUSE_MS);
  };

  #compare(typed: string, units: number): void {
    // 20,000 is one amount, 2000,8000 are two.
    const amounts = typed.replaceAll(/(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (amount) => amount.replaceAll(',', '')).split(/[\s,;，、；]+/).filter(Boolean).map((amount) => Math.round(Number(amount) * units));
    this.#others = amounts.length <= MOST_COMPARED && amounts.every((amount) => amount >= 0 && amount < 1e12) ? amounts : null;
    this.requestUpdate();
    if (this.#others) void this.#ask();
  }

  #path(growth: number, others: readonly number[] = []): string {
    const query = new URLSearchParams({ growth: String(growth) });
    if (others.length > 0) query.set('thresholds', others.join(','));
    const store = this.read('store') || this.provider?.store;
    if (store) query.set('store', store);
    return `threshold-advice?${query.toString()}`;
  }

  async #ask(): Promise<void> {
    const of = this.#usual;
    const [growth, others] = [this.#growth, this.#others];
    try {
      const advice = await this.provider?.client.get(this.#path(growth, others ?? [])) as ThresholdAdviceAnswer;
      if (of && growth === this.#growth && others === this.#others) this.#chosen = { advice, of };
      this.requestUpdate();
    } catch (cause) {
      this.tell('vip-error', cause);
    }
  }
}
