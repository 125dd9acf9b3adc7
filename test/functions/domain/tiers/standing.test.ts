import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../../functions/domain/calendar.ts';
import type { Policy } from '../../../../functions/domain/tiers/policy.ts';
import { changesOf, customer, day, goods, ladder, override, rolling, spent, standingOn } from './build-history.ts';

const byYear = ladder({ entry: spent(1000), keep: spent(700) }, { entry: spent(5000), keep: spent(3500) });
const slow: Policy = { ...byYear, downgrade: { review: 'monthly', graceDays: 30, stepsPerReview: 1 } };

describe('rising', () => {
  it.each([
    ['one minor unit short of the threshold is not enough', 999, 'base'],
    ['the threshold exactly is enough', 1000, 'middle'],
    ['a tier is skipped when one purchase meets the rule above it', 5000, 'top'],
  ])('%s', (_, amount, tier) => {
    expect(standingOn('2026-03-01', customer({ '2026-03-01': amount }), byYear).tier).toBe(tier);
  });

  it('a minimum of zero is a rule that everybody meets, not a rule left out', () => {
    const policy = ladder({ entry: spent(0) }, { entry: { all: [spent(0), { criterion: 'occasions', atLeast: 1, window: rolling(12) }] } });
    expect(standingOn('2026-03-01', customer({}, { enrolledOn: day('2026-02-01') }), policy).tier).toBe('middle');
    expect(standingOn('2026-03-01', customer({ '2026-03-01': 0 }), policy).tier).toBe('top');
  });

  it('a new member is placed at once, even where other rises wait for the month to end', () => {
    const policy = { ...byYear, upgrade: { review: 'monthly' as const } };
    const history = customer({ '2026-03-10': 1000, '2026-03-12': 4000 });
    expect(changesOf(standingOn('2026-04-10', history, policy))).toEqual(['2026-03-10 null>middle entry-met', '2026-03-31 middle>top entry-met']);
  });

  it('nobody is a member before enrolment or the first purchase', () => {
    const history = customer({ '2026-03-10': 10 }, { enrolledOn: day('2026-03-05') });
    expect(standingOn('2026-03-04', history, byYear)).toMatchObject({ tier: null, since: null, changes: [] });
    expect(standingOn('2026-03-05', history, byYear)).toMatchObject({ tier: 'base', since: day('2026-03-05') });
    expect(standingOn('2026-03-05', customer({}), byYear)).toMatchObject({ tier: null, since: null });
  });

  it('a late sale counts from the day it was made', () => {
    const before = customer({ '2026-03-02': 600, '2026-06-01': 10 });
    const after = customer({ '2026-03-01': 400, '2026-03-02': 600, '2026-06-01': 10 });
    expect(standingOn('2026-07-01', before, byYear).tier).toBe('base');
    expect(standingOn('2026-07-01', after, byYear)).toMatchObject({ tier: 'middle', since: day('2026-03-02') });
  });
});

describe('the last day of a window', () => {
  it.each([
    ['twelve months end the day before the date comes round', '2025-03-15', 12, '2026-03-14'],
    ['a purchase of 29 February counts until 28 February', '2024-02-29', 12, '2025-02-27'],
    ['the last day of February covers all of a year that ended with the 29th', '2024-03-01', 12, '2025-02-28'],
    ['one month from 31 January ends before the month of February is full', '2025-01-31', 1, '2025-02-27'],
    ['six months from 31 August end before February is full', '2025-08-31', 6, '2026-02-27'],
    ['a purchase of 28 February waits for the short month to pass', '2025-02-28', 6, '2025-08-30'],
  ])('%s', (_, bought, months, lastDay) => {
    const policy = ladder({ entry: spent(1000, rolling(months)) }, { entry: spent(5000) });
    const history = customer({ [bought]: 1000 });
    expect(standingOn(lastDay, history, policy).tier).toBe('middle');
    expect(standingOn(formatDay(day(lastDay) + 1), history, policy).tier).toBe('base');
    expect(standingOn(lastDay, history, policy).reason[0]!.window.from).toBeLessThanOrEqual(day(bought));
  });

  it('a calendar year ends with 31 December', () => {
    const policy = ladder({ entry: spent(1000, { kind: 'calendar-year' }) }, { entry: spent(5000) });
    const history = customer({ '2025-12-31': 1000 });
    expect(standingOn('2025-12-31', history, policy).tier).toBe('middle');
    expect(standingOn('2026-01-01', history, policy)).toMatchObject({ tier: 'base', since: day('2026-01-01') });
  });

  it.each([
    ['a common year begins on 28 February', '2025-02-27', 'middle', '2025-02-28'],
    ['a leap year begins on 29 February again', '2028-02-28', 'middle', '2028-02-29'],
  ])('a membership begun on 29 February: %s', (_, lastDay, tier, nextDay) => {
    const policy = ladder({ entry: spent(1000, { kind: 'membership-year' }) }, { entry: spent(5000) });
    const history = customer({ '2024-03-05': 1000, '2027-03-05': 1000 }, { enrolledOn: day('2024-02-29') });
    expect(standingOn(lastDay, history, policy).tier).toBe(tier);
    expect(standingOn(nextDay, history, policy).tier).toBe('base');
  });

  it('an answer given before she joins counts in a membership year only if she joins that day', () => {
    const content = { criterion: 'satisfaction' as const, metric: 'csat' as const, atLeast: 25, window: { kind: 'membership-year' as const } };
    const policy = ladder({ entry: spent(1000) }, { entry: spent(5000) });
    policy.ladder[0]!.entry = content;
    const history = customer({}, { answers: [{ day: day('2025-11-04'), metric: 'csat', score: 5, scale: 5, storeId: 'S1', associateId: null, category: null, ballot: 0, saleSpend: 0 }] });
    expect(standingOn('2025-11-04', history, policy).next).toEqual({
      tier: 'base', on: day('2025-11-04'), missing: [{ criterion: 'occasions', amount: 1, by: day('2025-11-04') }],
    });
  });

  it('reviewed on the anniversary of 29 February, she falls with the last day of her membership year', () => {
    const policy = ladder({ entry: spent(1000, { kind: 'membership-year' }) }, { entry: spent(9000) }, {
      downgrade: { review: 'anniversary', graceDays: 0, stepsPerReview: 1 },
    });
    const history = customer({ '2024-03-05': 1000 }, { enrolledOn: day('2024-02-29') });
    expect(changesOf(standingOn('2027-01-01', history, policy))).toEqual([
      '2024-02-29 null>base entry-met', '2024-03-05 base>middle entry-met', '2026-02-27 middle>base keep-failed',
    ]);
  });
});

describe('falling', () => {
  const history = customer({ '2025-01-15': 5000, '2025-10-20': 800 });

  it('the keep rule holds her where the entry rule would not', () => {
    const kept = standingOn('2026-02-01', customer({ '2025-01-15': 300, '2025-10-20': 700 }), byYear);
    expect(kept).toMatchObject({ tier: 'middle', heldBy: 'keep' });
    expect(kept.reason).toEqual([{
      criterion: 'net-spend', window: { from: day('2025-02-02'), to: day('2026-02-01') }, value: 700, threshold: 700, met: true,
    }]);
  });

  it('she falls as far as the rules say where steps are not limited', () => {
    expect(changesOf(standingOn('2026-12-31', history, byYear))).toEqual([
      '2025-01-15 null>top entry-met', '2026-01-15 top>middle keep-failed', '2026-10-20 middle>base keep-failed',
    ]);
  });

  it('at monthly reviews with 30 days of grace and one step a review she falls in turns', () => {
    expect(changesOf(standingOn('2027-12-31', customer({ '2025-01-15': 5000 }), slow))).toEqual([
      '2025-01-15 null>top entry-met', '2026-03-31 top>middle keep-failed', '2026-05-31 middle>base keep-failed',
    ]);
  });

  it('is in grace between the first failed review and the fall', () => {
    const inGrace = standingOn('2026-03-30', customer({ '2025-01-15': 5000 }), slow);
    expect(inGrace).toMatchObject({ tier: 'top', heldBy: 'grace', reason: [{ met: false, value: 0, threshold: 3500 }] });
  });

  it('a purchase within grace saves the tier, and the next lapse starts a new grace', () => {
    const saved = customer({ '2025-01-15': 5000, '2026-03-10': 3500 });
    expect(changesOf(standingOn('2027-12-31', saved, slow))).toEqual([
      '2025-01-15 null>top entry-met', '2027-04-30 top>middle keep-failed', '2027-06-30 middle>base keep-failed',
    ]);
  });

  it('may lose the last tier as well, and is placed anew when she comes back', () => {
    const bought = { criterion: 'occasions', atLeast: 1, window: rolling(6) } as const;
    const policy = ladder({ entry: spent(1000) }, { entry: spent(5000) });
    policy.ladder[0]!.entry = bought;
    expect(changesOf(standingOn('2026-12-31', customer({ '2025-01-10': 10, '2026-02-01': 10 }), policy))).toEqual([
      '2025-01-10 null>base entry-met', '2025-07-10 base>null keep-failed', '2026-02-01 null>base entry-met', '2026-08-01 base>null keep-failed',
    ]);
  });
});

describe('returns', () => {
  const back = { ...goods(4500), soldOn: day('2026-03-01'), returnedOn: day('2026-05-10') };
  const partly = customer({ '2026-03-01': 500 }, { returns: [back] });
  const wholly = customer({}, { enrolledOn: day('2026-01-01'), returns: [{ ...back, netSpend: 5000 }] });

  it('a partial return leaves her, from its day on, where she would be without the goods', () => {
    expect(changesOf(standingOn('2026-06-01', partly, slow))).toEqual(['2026-03-01 null>top entry-met', '2026-05-10 top>base return']);
  });

  it('the day before the return she still held what the goods had earned her', () => {
    expect(standingOn('2026-05-09', partly, slow).tier).toBe('top');
  });

  it('a full return undoes what its sale did', () => {
    const { tier, reason, next, keep } = standingOn('2026-06-01', wholly, slow);
    const never = standingOn('2026-06-01', customer({}, { enrolledOn: day('2026-01-01') }), slow);
    expect({ tier, reason, next, keep }).toEqual({ tier: never.tier, reason: never.reason, next: never.next, keep: never.keep });
  });

  it('whoever never enrolled and brought everything back has no tier', () => {
    expect(changesOf(standingOn('2026-06-01', customer({}, { returns: [back] }), byYear))).toEqual(['2026-03-01 null>middle entry-met', '2026-05-10 middle>null return']);
  });

  it('a return after a downgrade does not lift her, and does not lower her twice', () => {
    const history = customer({ '2025-01-15': 500 }, { returns: [{ ...goods(4500), soldOn: day('2025-01-15'), returnedOn: day('2026-12-01') }] });
    expect(changesOf(standingOn('2026-12-31', history, byYear))).toEqual(['2025-01-15 null>top entry-met', '2026-01-15 top>base keep-failed']);
  });

  it('a return of other goods changes neither tier nor since', () => {
    const history = customer({ '2026-03-01': 1000, '2026-04-01': 10 }, { returns: [{ ...goods(20), soldOn: day('2026-04-01'), returnedOn: day('2026-05-10') }] });
    expect(standingOn('2026-06-01', history, byYear)).toMatchObject({ tier: 'middle', since: day('2026-03-01') });
  });

  it('counted at the next review instead, the return is subject to grace and steps like any other loss', () => {
    const policy: Policy = { ...slow, returns: 'next-review' };
    expect(changesOf(standingOn('2026-12-31', partly, policy))).toEqual([
      '2026-03-01 null>top entry-met', '2026-06-30 top>middle keep-failed', '2026-08-31 middle>base keep-failed',
    ]);
  });
});

describe('overrides', () => {
  const history = customer({ '2026-01-10': 1000 }, { overrides: [override('2026-02-01', '2026-02-28', 'top')] });

  it('holds to its last day and leaves nothing behind', () => {
    expect(standingOn('2026-02-28', history, byYear)).toMatchObject({ tier: 'top', since: day('2026-02-01'), override: { tier: 'top', earned: 'middle', author: 'A9' } });
    expect(standingOn('2026-03-01', history, byYear)).toMatchObject({ tier: 'middle', since: day('2026-03-01'), override: null });
    expect(changesOf(standingOn('2026-03-01', history, byYear))).toEqual([
      '2026-01-10 null>middle entry-met', '2026-02-01 middle>top override', '2026-03-01 top>middle override-ended',
    ]);
  });

  it('set below the tier earned lowers her, unless the policy says at least', () => {
    const lowered = { ...history, overrides: [override('2026-02-01', '2026-02-28', 'base')] };
    expect(standingOn('2026-02-10', lowered, byYear).tier).toBe('base');
    expect(standingOn('2026-02-10', lowered, { ...byYear, overrides: { mode: 'at-least', longestDays: null } }).tier).toBe('middle');
  });

  it('says before it ends what would earn her the tier by then, and a minor unit less would not', () => {
    const { keep, next } = standingOn('2026-02-10', history, byYear);
    expect(next).toBeNull();
    expect(keep).toEqual({ tier: 'top', on: day('2026-03-01'), fallsTo: 'middle', missing: [{ criterion: 'net-spend', amount: 4000, by: day('2026-03-01') }] });
    const after = (amount: number) => standingOn('2026-03-01', { ...history, purchases: [...history.purchases, { day: day('2026-03-01'), ...goods(amount) }] }, byYear).tier;
    expect([after(3999), after(4000)]).toEqual(['middle', 'top']);
  });

  it('says the end as well where nothing she does could earn the tier by then', () => {
    const policy = ladder({ entry: spent(1000) }, { entry: { criterion: 'membership-months', atLeast: 24 } });
    expect(standingOn('2026-02-10', history, policy).keep).toEqual({ tier: 'top', on: day('2026-03-01'), fallsTo: 'middle', missing: [] });
  });

  it('says nothing of an end that changes nothing', () => {
    const twice = { ...history, overrides: [...history.overrides, override('2026-02-20', '2026-06-30', 'top', 'O2')] };
    expect(standingOn('2026-02-21', twice, byYear).keep).toMatchObject({ on: day('2026-07-01') });
    expect(standingOn('2026-02-10', { ...history, overrides: [override('2026-02-01', '2026-02-28', 'base')] }, byYear).keep).toBeNull();
  });

  it('is cut to the longest the policy allows', () => {
    const policy: Policy = { ...byYear, overrides: { mode: 'replaces', longestDays: 10 } };
    expect(standingOn('2026-02-10', history, policy)).toMatchObject({ tier: 'top', override: { expiresOn: day('2026-02-10') } });
    expect(standingOn('2026-02-11', history, policy).tier).toBe('middle');
  });

  it('gives way to one set later, whichever arrived first', () => {
    const two = [override('2026-02-01', '2026-04-30', 'top', 'O1'), override('2026-02-15', '2026-02-20', 'base', 'O2')];
    for (const overrides of [two, two.toReversed()]) {
      expect(changesOf(standingOn('2026-05-01', { ...history, overrides }, byYear))).toEqual([
        '2026-01-10 null>middle entry-met', '2026-02-01 middle>top override', '2026-02-15 top>base override',
        '2026-02-21 base>top override', '2026-05-01 top>middle override-ended',
      ]);
    }
  });

  it('of a tier the ladder does not have is passed over', () => {
    expect(standingOn('2026-02-10', { ...history, overrides: [override('2026-02-01', '2026-02-28', 'diamond')] }, byYear)).toMatchObject({ tier: 'middle', override: null });
  });
});

describe('a policy edited in mid-window', () => {
  it('judges everything anew, sales before the edit included', () => {
    const history = customer({ '2026-01-10': 1000 });
    const stricter = { ...ladder({ entry: spent(1001) }, { entry: spent(5000) }), version: 2 };
    expect(standingOn('2026-02-01', history, byYear)).toMatchObject({ tier: 'middle', policyVersion: 1 });
    expect(standingOn('2026-02-01', history, stricter)).toMatchObject({ tier: 'base', policyVersion: 2 });
  });
});

describe('criteria', () => {
  const full = customer({}, {
    enrolledOn: day('2025-01-31'),
    purchases: [
      { day: day('2026-01-10'), ...goods(900, { storeId: 'S1', tickets: 2, units: 3, knownMargin: 400, excludedSpend: 250 }) },
      { day: day('2026-01-10'), ...goods(199, { storeId: 'S2' }) },
      { day: day('2026-01-11'), ...goods(0) },
    ],
    referrals: [day('2026-01-01'), day('2024-01-01')],
    answers: [
      { day: day('2026-01-05'), metric: 'csat', score: 5, scale: 5, storeId: 'S1', associateId: null, category: null, ballot: 0, saleSpend: 0 },
      { day: day('2026-01-12'), metric: 'csat', score: 4, scale: 5, storeId: 'S1', associateId: null, category: null, ballot: 0, saleSpend: 0 },
      { day: day('2026-01-13'), metric: 'nps', score: 7, scale: 10, storeId: 'S1', associateId: null, category: null, ballot: 0, saleSpend: 0 },
    ],
    creditRating: 70, standing: null,
  });
  it.each([
    ['net spend leaves excluded goods out', { criterion: 'net-spend', window: rolling(12) }, 849],
    ['margin counts goods whose cost is known', { criterion: 'gross-margin', window: rolling(12) }, 400],
    ['several tickets and stores in one day are one occasion', { criterion: 'occasions', window: rolling(12) }, 2],
    ['tickets', { criterion: 'tickets', window: rolling(12) }, 4],
    ['units', { criterion: 'units', window: rolling(12) }, 5],
    ['points are whole for each day, whatever the store', { criterion: 'points', window: rolling(12) }, 8],
    ['referrals in the window', { criterion: 'referrals', window: rolling(12) }, 1],
    ['the latest answer counts, as a percentage of its scale', { criterion: 'satisfaction', metric: 'csat', window: rolling(12) }, 75],
    ['scales from 0 and from 1 are told apart', { criterion: 'satisfaction', metric: 'nps', window: rolling(12) }, 70],
    ['a month begun on the 31st is full on 28 February', { criterion: 'membership-months' }, 13],
    ['credit rating', { criterion: 'credit-rating' }, 70],
    ['no standing is a standing of 0', { criterion: 'standing' }, 0],
  ])('%s', (_, criterion, value) => {
    const on = criterion.criterion === 'membership-months' ? '2026-02-28' : '2026-02-01';
    const [met, missed] = [value, value + 1].map((atLeast) => standingOn(on, full, ladder({ entry: { ...criterion, atLeast } as never }, { entry: spent(1e9) })));
    expect(met!.tier).toBe('middle');
    expect(met!.reason).toMatchObject([{ criterion: criterion.criterion, value, threshold: value, met: true }]);
    expect(missed!.tier).toBe('base');
  });

  it('months of membership lift her on the day they are full', () => {
    const policy = ladder({ entry: { criterion: 'membership-months', atLeast: 1 } }, { entry: spent(1e9) });
    expect(standingOn('2025-12-31', customer({}, { enrolledOn: day('2025-01-31') }), policy).since).toBe(day('2025-02-28'));
  });

  it('all-of and any-of nest', () => {
    const policy = ladder({ entry: { all: [{ any: [spent(2000), { criterion: 'units', atLeast: 5, window: rolling(12) }] }, { criterion: 'credit-rating', atLeast: 50 }] } }, { entry: spent(1e9) });
    expect(standingOn('2026-02-01', full, policy).tier).toBe('middle');
    expect(standingOn('2026-02-01', { ...full, creditRating: 49 }, policy).tier).toBe('base');
  });
});
