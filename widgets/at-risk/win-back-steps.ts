import { html } from 'lit/html.js';
import type { CustomerSummary } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import { day, money } from '../internal/format.ts';
import { sayCode, speaker } from '../internal/localize.ts';
import type { CoreMessages } from '../languages/en.ts';
import { atRiskMessages } from './messages.ts';

/** Winning a customer back in five steps, folded away until asked for, and what became of it so far. */
export function winBackSteps({ spotted, futureValue, causes, action, prevention, outcomes }: NonNullable<CustomerSummary['winBack']>, risk: CustomerSummary['risk'], currency: string, language: Language, words: CoreMessages): unknown {
  const table = atRiskMessages[language];
  const say = speaker(table);
  const write = (amount: number) => money(amount, currency, language);
  const steps: [string, string][] = [
    [say('spotted'), say('since', { stage: sayCode(words.codes, spotted.stage), day: day(spotted.since, language) })],
    [say('value'), futureValue.atRisk === null ? say('unknown') : [say('stake', { value: write(futureValue.atRisk) }), risk.sensibleSpend > 0 ? say('spend', { value: write(risk.sensibleSpend) }) : null].filter(Boolean).join(' | ')],
    [say('cause'), causes.map((code) => sayCode(table, code)).join(language === 'en' ? ', ' : '、')],
    [say('action'), sayCode(words.codes, action)],
    [say('prevention'), sayCode(table, prevention)],
  ];
  return html`<details class="steps"><summary>${say('steps')}</summary>
    <ol>${steps.map(([name, text]) => html`<li><span class="small muted">${name}</span> <span>${text}</span></li>`)}</ol>
    <p class="small">${outcomes.length === 0 ? say('noOutcome') : outcomes.map(({ on, channel, outcome }) => html`<span class="outcome">${day(on, language)}, ${sayCode(words.codes, channel)}${language === 'en' ? ': ' : '：'}${outcome ?? say('noWord')}</span>`)}</p>
  </details>`;
}
