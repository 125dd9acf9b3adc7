import type { CustomerAnswer } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import { day, money, number, percent } from './format.ts';
import { sayCode } from './localize.ts';

/** The reasons of a warning as sentences. */
export function riskSentences(risk: CustomerAnswer['risk'], currency: string, language: Language, messages: Record<string, string>): string[] {
  return risk.reasons.map((reason) => {
    const values = Object.entries(reason).map(([name, value]): [string, string] => [name, inWords(reason.code, name, value, currency, language)]);
    return sayCode(messages, reason.code, Object.fromEntries(values));
  });
}

function inWords(code: string, name: string, value: unknown, currency: string, language: Language): string {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? day(value.slice(0, 10), language) : value;
  if (typeof value !== 'number') return '';
  if (code === 'basket-drop') return money(value, currency, language);
  return name === 'aliveBelow' ? percent(value, language) : number(value, language);
}
