import { describe, expect, it } from 'vitest';
import { day, majorUnits, money, monthAndDay, period } from '../../widgets/internal/format.ts';
import { isComplete } from '../../widgets/internal/is-complete.ts';
import { kpiChange, kpiValue } from '../../widgets/internal/kpi-format.ts';
import { speaker } from '../../widgets/internal/localize.ts';

describe('money', () => {
  it.each([
    // ISO 4217 minor units: CNY 2, JPY 0, KWD 3.
    [59_900, 'CNY', 599], [59_900, 'JPY', 59_900], [59_900, 'KWD', 59.9],
  ] as const)('of %d minor units of %s is %d', (amount, currency, major) => {
    expect(majorUnits(amount, currency)).toBe(major);
  });

  it.each([
    [1_842_000, 'en', 'plain', '¥18,420'], [1_842_049, 'en', 'plain', '¥18,420'], [120_050, 'en', 'exact', '¥1,200.50'], [120_000, 'en', 'exact', '¥1,200'],
    [1_250, 'en', 'plain', '¥12.50'], [277_300_000, 'en', 'compact', '¥2.77M'], [277_300_000, 'zh-CN', 'compact', '¥277万'], [277_300_000, 'zh-TW', 'compact', '¥277萬'], [-5_000, 'en', 'plain', '-¥50'],
  ] as const)('%d in %s, %s, reads %s', (amount, language, style, text) => {
    expect(money(amount, 'CNY', language, style)).toBe(text);
  });
});

describe('dates', () => {
  it.each([
    ['en', '16 Nov 2026', '3 December'], ['zh-CN', '2026年11月16日', '12月3日'], ['zh-TW', '2026年11月16日', '12月3日'],
  ] as const)('are written the way a reader of %s writes them', (language, date, birthday) => {
    expect(day('2026-11-16', language)).toBe(date);
    expect(monthAndDay('12-03', language)).toBe(birthday);
  });

  it.each([
    ['2026-11', 'en', 'Nov 2026'], ['2026-11', 'zh-CN', '2026年11月'], ['2026-Q4', 'en', 'Q4 2026'], ['2026-Q4', 'zh-CN', '2026年第4季度'], ['2026-Q4', 'zh-TW', '2026年第4季'], ['2026', 'en', '2026'], ['2026-11-03', 'en', '3 Nov 2026'],
  ] as const)('the period %s in %s is %s', (text, language, written) => {
    expect(period(text, language)).toBe(written);
  });
});

describe('a period', () => {
  it.each([
    ['2026-10', '2024-11-22', '2026-11-21', true], ['2026-11', '2024-11-22', '2026-11-21', false], ['2026-11', '2024-11-22', '2026-11-30', true], ['2024-11', '2024-11-22', '2026-11-21', false],
    ['2026-Q3', '2024-11-22', '2026-11-21', true], ['2026-Q4', '2024-11-22', '2026-11-21', false], ['2025', '2025-01-01', '2026-11-21', true], ['2026', '2025-01-01', '2026-12-30', false],
    ['2026-11-21', '2024-11-22', '2026-11-21', true], ['2026-11-22', '2024-11-22', '2026-11-21', false],
  ] as const)('%s, with facts from %s to %s, is complete: %s', (name, from, asOf, complete) => {
    expect(isComplete(name, from, asOf)).toBe(complete);
  });
});

describe('a KPI', () => {
  it('is written in its unit', () => {
    expect(kpiValue(0.4234, 'share', 'CNY', 'en')).toBe('42.3%');
    expect(kpiValue(123_456, 'money', 'CNY', 'en')).toBe('¥1,235');
    expect(kpiValue(2.0567, 'number', 'CNY', 'en')).toBe('2.06');
    expect(kpiValue(1_240, 'count', 'CNY', 'zh-CN')).toBe('1,240');
  });

  it('changes by points when it is a share, by per cent otherwise, and not at all from nothing', () => {
    expect(kpiChange(0.4, 0.423, 'share', 'en')).toBe('+2.3 pp');
    expect(kpiChange(200, 210, 'count', 'en')).toBe('+5%');
    expect(kpiChange(0, 210, 'count', 'en')).toBeNull();
  });
});

describe('a message', () => {
  it('takes its values in, and shows a placeholder nobody filled', () => {
    expect(speaker({ text: '{a} of {b}' })('text', { a: 1 })).toBe('1 of {b}');
  });

  it('never treats a value as a pattern or a placeholder', () => {
    expect(speaker({ text: '{a} {b}' })('text', { a: '$& {b}', b: 'x' })).toBe('$& {b} x');
  });
});
