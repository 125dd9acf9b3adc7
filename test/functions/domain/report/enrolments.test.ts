import { describe, expect, it } from 'vitest';
import { emptyHistory, emptyProfile, type History, type Profile } from '../../../../functions/domain/history.ts';
import { enrolmentFigures } from '../../../../functions/domain/report/enrolment-figures.ts';
import { enrolmentsBy } from '../../../../functions/domain/report/enrolments.ts';
import { walkInScore } from '../../../../functions/domain/score.ts';
import { purchase } from '../lifecycle/people.ts';

const months = { now: { label: 'now', from: 100, to: 130 }, lastMonth: { label: 'before', from: 70, to: 100 }, lastYear: null };
/** The card of the domain: sold for 38, of which the seller earns 10, as for one given with three items; 30 complete enrolments earn 100. */
const card = { price: 3_800, sellerEarns: 1_000, freeFromUnits: 3, freeSellerEarns: 1_000, contest: { enrolments: 30, reward: 10_000 } };
const person = (enrolledOn: number | null, profile: Partial<Profile> = {}, more: Partial<History> = {}) => ({
  history: { ...emptyHistory('C'), homeStore: 'S01', enrolledOn, birthday: 101, profile: { ...emptyProfile, enrolledBy: 'A1', name: '王芳', phoneEnd: '2107', obtained: 'paid' as const, ...profile }, ...more }, score: walkInScore,
});

describe('enrolments', () => {
  it('belong to the month they were made in and to who made them, whoever owns the customer today', () => {
    const people = [person(99), person(100, {}, { associateId: 'A2' }), person(129), person(130), person(null), person(110, { enrolledBy: null })];
    const told = enrolmentsBy(people, months, null, card);
    expect([told.of('A1').now!.enrolled, told.of('A1').lastMonth!.enrolled, told.of('A1').lastYear]).toEqual([2, 1, null]);
    expect([told.all.now!.enrolled, told.of('A2').now!.enrolled, told.associates]).toEqual([3, 0, ['A1']]);
  });

  it('are complete with name, phone and birthday', () => {
    const people = [person(110), person(110, { name: null }), person(110, { phoneEnd: null }), person(110, {}, { birthday: null })];
    expect(enrolmentsBy(people, months, null, card).all.now).toMatchObject({ enrolled: 4, complete: 1 });
  });

  it('tell for each way of getting a card how many have bought since, and for how much', () => {
    const people = [person(110, { obtained: 'referral' }, { purchases: [purchase(111, 300), purchase(200, 50)] }), person(110, { obtained: 'referral' }), person(110, { obtained: null })];
    expect(enrolmentsBy(people, months, null, card).all.now!.channels).toEqual([
      { channel: 'referral', enrolled: 2, bought: 1, netSpend: 350 }, { channel: 'unknown', enrolled: 1, bought: 0, netSpend: 0 },
    ]);
  });

  it.each([[29, 0], [30, 10_000], [45, 10_000]])('%i complete ones earn what their cards do and %i besides', (count, reward) => {
    const people = Array.from({ length: count }, (_, i) => person(110, { obtained: (['paid', 'free-by-ticket', 'partner'] as const)[i % 3]! }));
    const cards = people.filter(({ history }) => history.profile.obtained !== 'partner').length;
    expect(enrolmentsBy(people, months, null, card).all.now!.incentive).toBe(cards * 1_000 + reward);
  });

  it('yield those who bought by the end of their month, so that months can be compared', () => {
    const people = [person(110, {}, { purchases: [purchase(90)] }), person(110, {}, { purchases: [purchase(129)] }), person(110, {}, { purchases: [purchase(130)] }), person(110)];
    expect(enrolmentsBy(people, months, null, card).all.now!.boughtInMonth).toBe(2);
  });

  it('of another store are left out', () => {
    expect(enrolmentsBy([person(110), person(110, {}, { homeStore: 'S02' })], months, 'S02', card).all.now!.enrolled).toBe(1);
  });

  it('become figures with shares, which have no value where nobody was enrolled', () => {
    const figures = enrolmentFigures(enrolmentsBy([person(110, { hardFilled: 7, softFilled: 5 }), person(80)], months, null, card).all);
    expect(figures.map(({ measure, now }) => [measure, now.value])).toEqual([['enrolments', 1], ['complete-enrolments', 1], ['enrolment-completeness', expect.closeTo(0.2 + 0.4, 12)], ['enrolment-yield', 0], ['staff-incentive', 1_000]]);
    expect(enrolmentFigures(enrolmentsBy([], months, null, card).all).map(({ now }) => now.value)).toEqual([0, null, null, null, 0]);
  });
});
