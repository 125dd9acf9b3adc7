import { describe, expect, it } from 'vitest';
import { monthOf, parseDay } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, emptyProfile } from '../../../../functions/domain/history.ts';
import { ageBandOf } from '../../../../functions/domain/report/age-band.ts';
import { figureOf } from '../../../../functions/domain/report/figure.ts';
import { goalClassOf } from '../../../../functions/domain/report/goal-class.ts';
import { reportMonths } from '../../../../functions/domain/report/report-months.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import { defaultPolicy } from '../../../../functions/domain/tiers/presets.ts';

it.each([
  [{ birthYear: 1988 }, '35-44'], [{ birthYear: 2001 }, '25-34'], [{ birthYear: 2026 }, '0-17'], [{ birthYear: 1950 }, '65+'],
  [{ ageBand: '30-39' }, '25-34'], [{ ageBand: '65+' }, '65+'], [{ ageBand: '60后' }, 'unknown'], [{ ageBand: '老客' }, 'unknown'], [{}, 'unknown'], [{ birthYear: 1800 }, 'unknown'], [{ birthYear: 2030 }, 'unknown'],
] as const)('a file with %o lies in the band %s of 2026', (profile, band) => {
  expect(ageBandOf({ ...emptyProfile, ...profile }, 2026)).toBe(band);
});

it('the highest tier is heavy, every other middle, and who has none a walk-in', () => {
  const classOf = (tier: string | null) => goalClassOf({ history: emptyHistory('C'), score: { ...walkInScore, tier } }, defaultPolicy);
  const [lowest, highest] = [defaultPolicy.ladder[0]!.id, defaultPolicy.ladder.at(-1)!.id];
  expect([classOf(highest), classOf(lowest), classOf(null)]).toEqual(['heavy', 'middle', 'walk-in']);
});

it('months end where the facts do', () => {
  const { now, lastMonth, lastYear } = reportMonths(monthOf(parseDay('2026-03-10')), parseDay('2026-03-09'));
  expect([now, lastMonth, lastYear].map(({ label, from, to }) => [label, to - from])).toEqual([['2026-03', 9], ['2026-02', 28], ['2025-03', 31]]);
});

describe('the change of a figure', () => {
  const half = { value: 0.5, n: 1_000, interval: [0.47, 0.53] as const };

  it('is relative, but in points for shares and scores', () => {
    const months = { now: { value: 60, n: 1 }, lastMonth: { value: 40, n: 1 }, lastYear: { value: 0, n: 0 } };
    expect(figureOf('m', 'money', months).sinceLastMonth).toEqual({ by: 0.5, clear: null });
    expect(figureOf('m', 'score', months).sinceLastMonth).toEqual({ by: 20, clear: null });
    expect(figureOf('m', 'money', months).sinceLastYear.by).toBeNull();
  });

  it('is clear only where the interval of the difference excludes nothing having changed', () => {
    const sinceBefore = (value: number, interval: readonly [number, number]) => figureOf('m', 'share', { now: half, lastMonth: { value, n: 1_000, interval }, lastYear: null }).sinceLastMonth.clear;
    expect([sinceBefore(0.4, [0.37, 0.43]), sinceBefore(0.49, [0.46, 0.52])]).toEqual([true, false]);
  });

  it('is not told where one of the months is hidden or unknown', () => {
    const figure = figureOf('m', 'share', { now: half, lastMonth: { value: null, n: 3, suppressed: true }, lastYear: null });
    expect([figure.sinceLastMonth, figure.sinceLastYear]).toEqual([{ by: null, clear: null }, { by: null, clear: null }]);
  });
});
