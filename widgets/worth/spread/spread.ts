import { html, nothing, svg } from 'lit/html.js';
import type { Language } from '../../../functions/contract/localized.ts';
import type { ModelAnswer } from '../../../functions/contract/service-answers.ts';
import '../../core.ts';
import { dataTable } from '../../internal/data-table.ts';
import { money, number, percent } from '../../internal/format.ts';
import { speaker } from '../../internal/localize.ts';
import { at, swatch } from '../swatch.ts';
import { concentrationPath, heldBy } from './concentration.chart.ts';
import { spreadMessages } from './messages.ts';

type Spread = NonNullable<ModelAnswer['worth']>;

const BEST = 0.2;

/** What all customers together are worth: a sentence, how the value is spread, who holds it, and then whatever figure follows. */
export function worthSpread({ worth, currency }: ModelAnswer, language: Language, asTable: string, next: unknown): unknown {
  const say = speaker(spreadMessages[language]);
  const write = (amount: number) => money(amount, currency, language, 'compact');
  if (!worth) return html`<p class="quiet">${say('none')}</p>`;
  const { customers, total, median, horizonMonths } = worth;
  return html`
    <p class="headline">${say('headline', { n: number(customers, language), total: write(total), months: horizonMonths, median: write(median) })}</p>
    <div class="figures">${bands(worth)}${concentration(worth)}${next}</div>`;

  function bands({ bands }: Spread): unknown {
    const rows = bands.map((band) => ({ ...band, ofCustomers: band.customers / customers, ofValue: total > 0 ? Math.max(0, band.value / total) : 0 }));
    const most = Math.max(...rows.flatMap(({ ofCustomers, ofValue }) => [ofCustomers, ofValue]));
    return html`<figure><figcaption class="label caps">${say('spread')}</figcaption><table class="spread">
      <thead class="hidden-visually"><tr><th scope="col">${say('worth')}</th><td></td><th scope="col">${say('customers')}</th><th scope="col">${say('ofValue')}</th></tr></thead>
      <tbody>${rows.map((band) => html`<tr><th scope="row">${bandOf(band)}</th>
        <td class="bars"><svg height="14" aria-hidden="true"><rect class="of-customers" width=${at(band.ofCustomers / most)} height="6"></rect><rect class="of-value" y="7" width=${at(band.ofValue / most)} height="6"></rect></svg></td>
        <td class="end">${number(band.customers, language)}</td><td class="end muted">${percent(band.ofValue, language, 0)}</td></tr>`)}</tbody></table>
      <p class="key label" aria-hidden="true">${['of-customers', 'of-value'].map((kind, i) => swatch(svg`<rect class=${kind} y="4" width="12" height="6"></rect>`, say(i === 0 ? 'customers' : 'ofValue')))}</p></figure>`;
  }

  function bandOf({ from, to }: Spread['bands'][number]): string {
    if (from === null) return to === null ? '' : say('under', { to: write(to) });
    return to === null ? say('over', { from: write(from) }) : say('between', { from: write(from), to: write(to) });
  }

  function concentration({ concentration: points }: Spread): unknown {
    if (points.length === 0) return nothing;
    const path = concentrationPath(points);
    return html`<figure><figcaption class="label caps">${say('best', { share: percent(heldBy(points, BEST), language, 0) })}</figcaption>
      <p class="label">${say('held')}</p>
      <svg class="square of-value" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><path class="area" d=${`${path}L100 100Z`}></path><path class="even" d="M0 100L100 0"></path><path d=${path}></path></svg>
      <p class="label ends"><span>0%</span><span>${say('bestFirst')}</span><span>100%</span></p>
      ${dataTable(asTable, [say('bestFirst'), say('held')], points.map(({ customers: share, value }) => [percent(share, language, 0), percent(value, language, 0)]))}</figure>`;
  }
}
