import { describe, expect, it } from 'vitest';
import { BusinessCalendar } from '../../../../functions/domain/calendar.ts';
import { businessClock, calendarClock } from '../../../../functions/domain/satisfaction/clock.ts';
import {
  emptyService, firstReply, mergeServices, reopenShare, resolutionTime, resolvedShare, serviceOf, slaAttainment,
} from '../../../../functions/domain/satisfaction/service.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { complaint } from '../lifecycle/people.ts';

const hour = 3_600_000;
const shanghai = new BusinessCalendar('Asia/Shanghai');
const office = businessClock(shanghai, { opensAt: 9, closesAt: 18, weekdays: [1, 2, 3, 4, 5] });
const at = (text: string) => Date.parse(`${text}:00+08:00`);

describe('the business-hours clock', () => {
  // 2026-11-20 is a Friday.
  it.each([
    ['within one day', '2026-11-20T10:00', '2026-11-20T12:30', 2.5],
    ['not before the doors open', '2026-11-20T06:00', '2026-11-20T10:00', 1],
    ['not over night', '2026-11-19T17:00', '2026-11-20T10:00', 2],
    ['not over the weekend', '2026-11-20T17:00', '2026-11-23T09:30', 1.5],
    ['not at all on a Sunday', '2026-11-22T10:00', '2026-11-22T16:00', 0],
    ['never backwards', '2026-11-20T12:00', '2026-11-20T10:00', 0],
  ])('runs %s', (_, from, to, hours) => {
    expect(office(at(from), at(to)) / hour).toBe(hours);
  });

  it('stands still on closed days', () => {
    const festival = businessClock(shanghai, { opensAt: 9, closesAt: 18, weekdays: [5], closedOn: [shanghai.dayOf(at('2026-11-20T12:00'))] });
    expect(festival(at('2026-11-20T10:00'), at('2026-11-20T12:00'))).toBe(0);
  });

  it('agrees with an hour-by-hour count over a change to summer time', () => {
    const paris = new BusinessCalendar('Europe/Paris');
    const always = businessClock(paris, { opensAt: 0, closesAt: 24, weekdays: [0, 1, 2, 3, 4, 5, 6] });
    const from = Date.parse('2026-10-23T00:00:00+02:00');
    expect(always(from, from + 47 * hour)).toBe(47 * hour);
  });
});

describe('the service figures', () => {
  const target = defaultSatisfactionSettings.service.targets.high;
  const now = 100 * hour;
  const tally = serviceOf([
    complaint(0, { firstAnswerAt: 2 * hour, resolvedAt: 20 * hour }),
    complaint(0, { firstAnswerAt: 4 * hour, resolvedAt: 30 * hour, reopened: 2 }),
    complaint(0, { firstAnswerAt: 6 * hour }),
    complaint(97 * hour),
    complaint(90 * hour, { resolvedAt: 91 * hour }),
  ], target, calendarClock, now);

  it('count promises kept against promises kept or broken, overdue open ones as broken, those not due yet not at all', () => {
    // Replies: 2 h, 4 h and 1 h kept, 6 h broken, one not due. Resolutions: 20 h and 1 h kept, 30 h broken, one overdue, one not due.
    expect(slaAttainment(tally)).toMatchObject({ value: 5 / 8, n: 8 });
  });

  it('tell median and 90th percentile in hours', () => {
    // Replies 1, 2, 4, 6; resolutions 1, 20, 30; definition 7 of Hyndman and Fan.
    expect(firstReply(tally)).toEqual({ n: 4, median: 3, p90: 5.4 });
    expect(resolutionTime(tally)).toEqual({ n: 3, median: 20, p90: 28 });
    expect(firstReply(emptyService())).toEqual({ n: 0, median: null, p90: null });
  });

  it('tell the resolved and the reopened share of all complaints', () => {
    expect(resolvedShare(tally)).toMatchObject({ value: 0.6, n: 5 });
    expect(reopenShare(tally)).toMatchObject({ value: 0.2, n: 5 });
  });

  it('of parts add up to the figures of the whole', () => {
    const parts = [complaint(0, { firstAnswerAt: hour }), complaint(0, { resolvedAt: 50 * hour }), complaint(99 * hour)];
    const [a, b, c] = parts.map((part) => serviceOf([part], target, calendarClock, now));
    expect(mergeServices(mergeServices(a!, b!), c!)).toEqual(serviceOf(parts, target, calendarClock, now));
  });
});
