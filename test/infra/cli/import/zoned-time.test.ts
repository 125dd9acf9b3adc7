import { describe, expect, it } from 'vitest';
import { ZonedTime } from '../../../../infra/cli/import/zoned-time.ts';

describe('A time in a file', () => {
  it.each([
    ['a date alone is noon in the zone', 'Asia/Shanghai', '1997-01-01', '1997-01-01T12:00:00+08:00'],
    ['a date may be written without dashes', 'Asia/Shanghai', '19970101', '1997-01-01T12:00:00+08:00'],
    ['or with slashes and single digits', 'Asia/Shanghai', '2026/3/7 9:05', '2026-03-07T09:05:00+08:00'],
    ['a local time keeps its seconds', 'Asia/Shanghai', '2010-12-01 08:26:31', '2010-12-01T08:26:31+08:00'],
    ['an offset of its own is kept', 'Asia/Shanghai', '2026-11-21T15:04:00Z', '2026-11-21T15:04:00Z'],
    ['summer has the summer offset', 'Europe/London', '2011-07-01 10:00:00', '2011-07-01T10:00:00+01:00'],
    ['winter the winter one', 'Europe/London', '2011-12-01 10:00:00', '2011-12-01T10:00:00+00:00'],
    ['also an hour after the clocks changed', 'America/New_York', '2026-03-08 03:30', '2026-03-08T03:30:00-04:00'],
    ['and an hour before', 'America/New_York', '2026-03-08 01:30', '2026-03-08T01:30:00-05:00'],
    ['half-hour zones exist', 'Asia/Kolkata', '2026-01-01', '2026-01-01T12:00:00+05:30'],
  ])('%s', (_, zone, text, expected) => {
    expect(new ZonedTime(zone).read(text)).toBe(expected);
  });

  it.each(['', 'yesterday', '01/02/2026', '2026-1', '2026-01-01 noon'])('%j is refused rather than guessed', (text) => {
    expect(new ZonedTime('Asia/Shanghai').read(text)).toBeUndefined();
  });
});
