import { describe, expect, it } from 'vitest';
import { compileSchedule } from '../../../infra/local/schedule.ts';

const next = (expression: string, zone: string, after: string) => new Date(compileSchedule(expression, zone)(Date.parse(after)) ?? Number.NaN).toISOString();

describe('a schedule', () => {
  it('counts cron in its own time zone', () => {
    expect(next('cron(0 2 * * ? *)', 'Asia/Shanghai', '2026-11-21T17:59:59Z')).toBe('2026-11-21T18:00:00.000Z');
    expect(next('cron(0 2 * * ? *)', 'Asia/Shanghai', '2026-11-21T18:00:00Z')).toBe('2026-11-22T18:00:00.000Z');
    expect(next('cron(0 2 * * ? *)', 'UTC', '2026-11-21T18:00:00Z')).toBe('2026-11-22T02:00:00.000Z');
  });

  it('keeps the wall clock when summer time begins and ends', () => {
    // Berlin changes on 2026-03-29 and on 2026-10-25.
    expect(next('cron(30 9 * * ? *)', 'Europe/Berlin', '2026-03-28T09:00:00Z')).toBe('2026-03-29T07:30:00.000Z');
    expect(next('cron(30 9 * * ? *)', 'Europe/Berlin', '2026-10-24T09:00:00Z')).toBe('2026-10-25T08:30:00.000Z');
  });

  it('always moves forward, also through the hour that happens twice', () => {
    const following = compileSchedule('cron(0/20 * * * ? *)', 'Europe/Berlin');
    const start = Date.parse('2026-10-24T22:30:00Z');
    for (let at = start, steps = 0; steps < 30; steps += 1) {
      const then = following(at) ?? Number.NaN;
      expect(then).toBeGreaterThan(at);
      expect(then - at).toBeLessThanOrEqual(80 * 60_000);
      at = then;
    }
  });

  it('knows rates', () => {
    expect(next('rate(15 minutes)', 'UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-01T00:15:00.000Z');
    expect(next('rate(1 day)', 'UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-02T00:00:00.000Z');
  });

  it('ends with the last year of its expression', () => {
    expect(compileSchedule('cron(0 0 1 1 ? 2026)', 'UTC')(Date.parse('2026-01-01T00:00:00Z'))).toBeUndefined();
  });

  it('is refused when the laptop does not know it', () => {
    expect(() => compileSchedule('at(2026-01-01T00:00:00)', 'UTC')).toThrow("does not know the schedule 'at(");
  });
});
