import fc from '../../../support/property.ts';
import { parseDay, type Day } from '../../../../functions/domain/calendar.ts';
import { emptyHistory, type History, type Purchase } from '../../../../functions/domain/history.ts';
import type { Policy, Rule, Window } from '../../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';

/** Small numbers on purpose: thresholds are hit exactly, days coincide, and 29 February 2024 lies inside. */
export const firstDay = parseDay('2023-11-01');
export const lastDay = parseDay('2026-03-31');
const days = fc.integer({ min: firstDay, max: lastDay });

const goods: fc.Arbitrary<Omit<Purchase, 'day'>> = fc.record({
  storeId: fc.constantFrom('S1', 'S2'),
  tickets: fc.integer({ min: 1, max: 2 }),
  units: fc.integer({ min: 2, max: 4 }),
  netSpend: fc.integer({ min: 0, max: 60 }),
  knownMargin: fc.integer({ min: -5, max: 20 }),
  knownMarginSpend: fc.constant(20),
  listValue: fc.constant(60),
  excludedSpend: fc.constant(0),
}).map((g) => ({ ...g, excludedSpend: g.units === 4 ? g.netSpend : 0, associateId: null, categories: [] }));

export const someHistory: fc.Arbitrary<History> = fc.record({
  enrolledOn: fc.option(days),
  bought: fc.array(fc.record({ day: days, goods }), { maxLength: 12 }),
  returned: fc.array(fc.record({ soldOn: days, after: fc.integer({ min: 0, max: 200 }), goods }), { maxLength: 2 }),
  referrals: fc.array(days, { maxLength: 2 }),
  answers: fc.uniqueArray(fc.record({ day: days, metric: fc.constant('csat' as const), score: fc.integer({ min: 1, max: 5 }), scale: fc.constant(5), storeId: fc.constant('S1'), associateId: fc.constant(null), category: fc.constant(null), ballot: fc.constant(0), saleSpend: fc.constant(0) }), { maxLength: 3, selector: ({ day }) => day }),
  standing: fc.option(fc.integer({ min: 0, max: 3 })),
}).map(({ bought, returned, ...rest }) => ({
  ...emptyHistory('C1'),
  ...rest,
  purchases: bought.map(({ day, goods }) => ({ day, ...goods })).sort((a, b) => a.day - b.day),
  returns: returned.map(({ soldOn, after, goods }) => ({ ...goods, soldOn, returnedOn: soldOn + after })),
}));

export const someOverrides = fc.uniqueArray(fc.record({
  from: days, lasts: fc.integer({ min: 0, max: 200 }), tier: fc.constantFrom('base', 'middle', 'top', 'gone'), factId: fc.integer({ max: 9 }).map(String),
}), { maxLength: 3, selector: ({ factId }) => factId }).map((list) => list.map(({ lasts, ...o }) => ({ ...o, expiresOn: o.from + lasts, author: 'A', reason: 'r' })));

const someWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.integer({ min: 1, max: 14 }).map((months) => ({ kind: 'rolling' as const, months })),
  fc.constantFrom<Window[]>({ kind: 'calendar-year' }, { kind: 'membership-year' }, { kind: 'lifetime' }),
);
const counted = (criterion: 'net-spend' | 'gross-margin' | 'occasions' | 'tickets' | 'units' | 'points' | 'referrals', max: number): fc.Arbitrary<Rule> =>
  fc.record({ criterion: fc.constant(criterion), atLeast: fc.integer({ min: 0, max }), window: someWindow });
const someCriterion: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 5, arbitrary: counted('net-spend', 250) },
  counted('gross-margin', 60), counted('occasions', 6), counted('tickets', 8), counted('units', 15), counted('points', 25),
  counted('referrals', 2),
  fc.record({ criterion: fc.constant('satisfaction' as const), metric: fc.constant('csat' as const), atLeast: fc.constantFrom(25, 75, 100), window: someWindow }),
  fc.record({ criterion: fc.constant('membership-months' as const), atLeast: fc.integer({ max: 15, min: 0 }) }),
  fc.record({ criterion: fc.constant('standing' as const), atLeast: fc.integer({ max: 3, min: 0 }) }),
);
const someRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: someCriterion },
  fc.array(someCriterion, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(someCriterion, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  fc.tuple(someCriterion, someCriterion, someCriterion).map(([a, b, c]) => ({ any: [a, { all: [b, c] }] })),
);

const reviews = fc.constantFrom('nightly', 'nightly', 'monthly', 'yearly', 'anniversary') as fc.Arbitrary<Policy['upgrade']['review']>;
const benefits = presets.cards.ladder[0]!.benefits;

export const somePolicy: fc.Arbitrary<Policy> = fc.record({
  base: fc.option(someRule, { freq: 3 }), middle: someRule, top: someRule,
  keepMiddle: fc.option(someRule), keepTop: fc.option(someRule),
  upgrade: reviews, downgrade: reviews,
  graceDays: fc.constantFrom(0, 0, 1, 30, 45), stepsPerReview: fc.constantFrom(null, 1, 2),
  returns: fc.constantFrom('undo' as const, 'next-review' as const),
  mode: fc.constantFrom('replaces' as const, 'at-least' as const), longestDays: fc.constantFrom(null, 20),
}).map((p) => ({
  ...presets.cards,
  ladder: [
    { id: 'base', entry: p.base ?? { all: [] } }, { id: 'middle', entry: p.middle, keep: p.keepMiddle ?? undefined }, { id: 'top', entry: p.top, keep: p.keepTop ?? undefined },
  ].map((tier) => ({ ...tier, name: presets.cards.name, benefits })),
  upgrade: { review: p.upgrade },
  downgrade: { review: p.downgrade, graceDays: p.graceDays, stepsPerReview: p.stepsPerReview },
  returns: p.returns,
  overrides: { mode: p.mode, longestDays: p.longestDays },
  points: { ...presets.cards.points, spendPerPoint: 10 },
}));

export const someDay: fc.Arbitrary<Day> = fc.integer({ min: firstDay - 10, max: lastDay + 500 });
