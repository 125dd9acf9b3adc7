import { html } from 'lit/html.js';
import type { CustomerAnswer, TiersAnswer } from '../../functions/contract/answers.ts';
import type { ModelAnswer } from '../../functions/contract/service-answers.ts';
import '../core.ts';
import { cardStyles } from '../customer-card/styles.ts';
import { worthFigures } from '../customer-card/worth-section.ts';
import { VipElement } from '../internal/base-element.ts';
import { speaker } from '../internal/localize.ts';
import { worthStyles } from './styles.ts';

/** Each figure is a file of its own, so that no element brings more than its share at once. */
const [{ worthSpread }, { backtestFigure }] = await Promise.all([import('./spread/spread.ts'), import('./backtest/backtest.ts')]);

type Answers = readonly [CustomerAnswer, TiersAnswer] | readonly [ModelAnswer];

/**
 * What customers are worth. Of all of them: how the predicted value is spread, who holds it, and how the model did on weeks it had not seen.
 * Of one: the prediction with its interval, whether she is still a customer, and the ceiling for keeping her.
 *
 * @element vip-worth
 * @attr customer - A customer's number; without it all customers are shown.
 * @attr store - Store whose customers are shown; the provider's, or all, when absent.
 * @csspart table - The numbers of a drawing as a table.
 */
export class VipWorth extends VipElement<Answers> {
  static override readonly attributes = ['customer', 'store'];
  static override readonly styles = [...VipElement.styles, cardStyles, worthStyles];

  protected override paths(): readonly string[] {
    const customer = this.read('customer');
    if (customer) return [`customers/${encodeURIComponent(customer)}`, 'tiers'];
    const store = this.read('store') || this.provider?.store;
    return [store ? `model?store=${encodeURIComponent(store)}` : 'model'];
  }

  protected override isEmpty([answer]: Answers): boolean {
    return 'model' in answer && answer.model === null;
  }

  protected override draw(answers: Answers): unknown {
    const [answer, ladder] = answers;
    const { language, words } = this;
    const { asTable } = words.states;
    const drawn = 'model' in answer ? worthSpread(answer, language, asTable, answer.model && backtestFigure(answer.model, language, asTable)) : this.#one(answer, ladder!);
    return html`${drawn}<p class="small muted">${this.provenance(answer)}</p>`;
  }

  #one(customer: CustomerAnswer, { tiers }: TiersAnswer): unknown {
    const { language, words } = this;
    const say = speaker(words.card);
    return html`<p class="label caps">${say('worth')}</p>${worthFigures({ customer, tiers, language, words, say })}`;
  }
}
