import type { KpiDescription } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import { money, number, percent, signedNumber, signedPercent } from './format.ts';

/** The value of a KPI as the reader writes its unit. */
export function kpiValue(value: number, unit: KpiDescription['unit'], currency: string, language: Language, compact = false): string {
  if (unit === 'money') return money(value, currency, language, compact ? 'compact' : 'plain');
  if (unit === 'share') return percent(value, language);
  return number(value, language, unit === 'number' ? 2 : unit === 'score' ? 1 : 0);
}

/** A change as the reader writes it: shares and scores in points, everything else relative; null when there is nothing to compare with. */
export function kpiChange(before: number, after: number, unit: KpiDescription['unit'], language: Language): string | null {
  if (unit === 'share') return `${signedNumber((after - before) * 100, language, 1)} pp`;
  if (unit === 'score') return signedNumber(after - before, language, 1);
  return before === 0 ? null : signedPercent((after - before) / Math.abs(before), language);
}
