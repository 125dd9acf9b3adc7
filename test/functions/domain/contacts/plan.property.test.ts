import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { monthOf, type Day } from '../../../../functions/domain/calendar.ts';
import { contactPlan, contactsBetween, type Contact } from '../../../../functions/domain/contacts/plan.ts';
import { schedule } from '../../../../functions/domain/contacts/schedule.ts';
import { nonSales, purposes } from '../../../../functions/domain/contacts/purposes.ts';
import { defaultContactSettings, type Campaign, type ContactSettings } from '../../../../functions/domain/contacts/settings.ts';
import type { ContactSubject } from '../../../../functions/domain/contacts/subject.ts';
import { purchase } from '../lifecycle/people.ts';
import { emptyProfile } from '../../../../functions/domain/history.ts';
import { contact, resolved, subject } from './subjects.ts';

const horizon = 260;
const start = 20_000;
const days = (maxLength: number) => fc.uniqueArray(fc.integer({ min: start, max: start + horizon }), { maxLength }).map((list) => list.sort((a, b) => a - b));
const channels = ['sms', 'call', 'email', 'wechat', 'post'] as const;

const subjects: fc.Arbitrary<ContactSubject> = fc.record({
  bought: days(15), answeredSurveys: days(3), resolvedOn: days(3), enrolled: fc.option(fc.integer({ min: start - 300, max: start + horizon })),
  birthday: fc.option(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }))),
  contacts: fc.array(fc.record({ day: fc.integer({ min: start, max: start + horizon }), purpose: fc.constantFrom(...purposes, 'chat', 'visit'), channel: fc.constantFrom(...channels) }), { maxLength: 12 }),
  visits: fc.array(fc.record({ day: fc.integer({ min: start, max: start + horizon }), hour: fc.integer({ min: 9, max: 21 }) }), { maxLength: 5 }),
  moves: fc.array(fc.record({ direction: fc.constantFrom('upgrade' as const, 'downgrade' as const), tier: fc.constantFrom('a', 'b'), amount: fc.nat(9_999), ahead: fc.integer({ min: 1, max: 40 }), knownOn: fc.integer({ min: start, max: start + horizon }), lasts: fc.option(fc.integer({ min: 1, max: 20 })) }), { maxLength: 3 }),
  consent: fc.subarray([...channels]),
  preferredChannel: fc.option(fc.constantFrom(...channels)),
  name: fc.integer({ min: 0, max: 999 }),
}).map(({ bought, answeredSurveys, resolvedOn, enrolled, birthday, contacts, visits, moves, consent, preferredChannel, name }) => subject({
  customerId: `C${name}`, purchases: bought.map((day) => purchase(day)), enrolledOn: enrolled, birthday: birthday && birthday[0] * 100 + birthday[1], contacts: [...contacts.map(({ day, purpose, channel }) => contact(day, purpose, { channel })), ...visits.map(({ day, hour }) => contact(day, 'visit', { hour }))],
  complaints: resolvedOn.map(resolved), profile: { ...emptyProfile, consent, preferredChannel },
  surveysSent: answeredSurveys.map((day) => ({ day, metric: 'csat' as const, storeId: 'S01', associateId: null, category: null, ballot: 0 })),
}, {
  tierMoves: moves.map(({ ahead, lasts, ...move }) => ({ ...move, deadline: move.knownOn + ahead, voidFrom: lasts && move.knownOn + lasts })),
}));

const campaigns: fc.Arbitrary<Campaign[]> = fc.uniqueArray(fc.record({
  id: fc.constantFrom('one', 'two', 'three', 'four', 'five'), title: fc.constant({ 'zh-CN': '新品', 'zh-TW': '新品', en: 'New' }), day: fc.integer({ min: start, max: start + horizon }),
  purpose: fc.constantFrom('promotion', 'invitation', 'launch', 'new-arrivals', 'festival', 'weather', 'travel'),
}), { selector: ({ id }) => id });

const settings: fc.Arbitrary<ContactSettings> = fc.record({
  campaigns, mostPerWeek: fc.integer({ min: 1, max: 4 }), gold: fc.constantFrom('high', 'middle', 'low'),
  opens: fc.integer({ min: 8, max: 13 }), closes: fc.integer({ min: 12, max: 21 }),
}).map(({ gold, opens, closes, ...some }) => ({
  ...defaultContactSettings, ...some, classes: { gold }, allowedHours: { from: opens, to: closes }, lifecycle: { ...defaultContactSettings.lifecycle, winBack: { ...defaultContactSettings.lifecycle.winBack, share: 0.3, seed: 's' } },
}));

/** What is known of a customer up to and including a day. */
function knownOn(who: ContactSubject, last: Day): ContactSubject {
  const { history } = who;
  const upTo = <T extends { day: Day }>(list: readonly T[]) => list.filter(({ day }) => day <= last);
  return {
    ...who, tierMoves: who.tierMoves.filter((move) => move.knownOn <= last).map((move) => ({ ...move, voidFrom: move.voidFrom !== null && move.voidFrom <= last + 1 ? move.voidFrom : null })),
    history: {
      ...history, purchases: upTo(history.purchases), contacts: upTo(history.contacts), complaints: history.complaints.filter(({ resolvedOn }) => resolvedOn! <= last), surveysSent: upTo(history.surveysSent),
      enrolledOn: history.enrolledOn !== null && history.enrolledOn <= last ? history.enrolledOn : null,
    },
  };
}
const allDays = Array.from({ length: horizon + 360 }, (_, i) => start - 300 + i);
const everything = (who: ContactSubject, how: ContactSettings) => contactsBetween(who, how, start - 300, start + horizon + 60);
const forAll = (holds: (who: ContactSubject, how: ContactSettings, contacts: Contact[]) => void, numRuns = 300) =>
  fc.assert(fc.property(subjects, settings, (who, how) => holds(who, how, everything(who, how))), { numRuns });

describe('whatever happened, the contact plan', () => {
  it('gives each contact exactly once, night after night as facts come in, the same as when everything is known', () => {
    forAll((who, how, contacts) => {
      const nights = allDays.flatMap((date) => contactPlan(knownOn(who, date), how, date));
      expect(nights).toEqual(contacts);
      expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length);
    }, 40);
  });

  it('made in the morning is not changed by the day, which only adds visitors of the early shift', () => {
    forAll((who, how, contacts) => {
      const mornings = allDays.flatMap((date) => contactPlan(knownOn(who, date - 1), how, date));
      expect(mornings).toEqual(contacts.filter(({ purpose, day, about }) => purpose !== 'visitor' || about['day'] !== day));
    }, 40);
  });

  it('does not depend on the order of contacts and visits, nor on visits and complaints told twice', () => {
    forAll((who, how, contacts) => {
      const twice = <T>(list: readonly T[]) => [...list, ...list].reverse();
      const visits = who.history.contacts.filter(({ purpose }) => purpose === 'visit');
      const replayed = { ...who, history: { ...who.history, complaints: twice(who.history.complaints), contacts: [...who.history.contacts, ...visits].reverse() } };
      expect(everything(replayed, how)).toEqual(contacts);
    });
  });

  it('keeps to the hours of the purpose and out of the quiet ones', () => {
    forAll((_, how, contacts) => {
      const outside = contacts.filter(({ purpose, hours }) => hours.from >= hours.to || hours.from < how.allowedHours.from || hours.to > how.allowedHours.to
        || !how.hours[purpose].some((window) => window && window.from <= hours.from && hours.to <= window.to));
      expect(outside).toEqual([]);
    });
  });

  it('keeps to the days of each purpose', () => {
    forAll((who, how, contacts) => {
      const bought = who.history.purchases.map(({ day }) => day);
      const after = (from: number, to: number) => ({ day }: Contact) => bought.some((sale) => day >= sale + from && day <= sale + to);
      const rules: Partial<Record<Contact['purpose'], (contact: Contact) => boolean>> = {
        'thank-you': after(1, 7), 'day-30': after(30, 30), survey: after(2, 6),
        welcome: ({ day }) => day > who.history.enrolledOn! && day <= who.history.enrolledOn! + 7,
        visitor: ({ day }) => who.history.contacts.some((visit) => visit.purpose === 'visit' && (visit.day === day || visit.day === day - 1)),
        promotion: ({ day }) => how.campaigns.some((campaign) => campaign.purpose === 'promotion' && campaign.day === day + 3),
      };
      expect(contacts.filter((contact) => contact.day > contact.lastDay || rules[contact.purpose]?.(contact) === false)).toEqual([]);
    });
  });

  it('never exceeds the weekly cap, counting what associates did besides, nor one non-sales message a month', () => {
    forAll((who, how, contacts) => {
      const over = contacts.filter(({ day }) => {
        const before = contacts.filter((contact) => contact.day > day - 7 && contact.day <= day);
        const besides = who.history.contacts.filter((made) => made.purpose === 'chat' && made.day > day - 7 && made.day < day);
        return before.length > how.mostPerWeek || (before.length + besides.length > how.mostPerWeek && besides.length > 0);
      });
      expect(over).toEqual([]);
      const months = contacts.filter(({ purpose }) => nonSales.has(purpose)).map(({ day }) => monthOf(day));
      expect(new Set(months).size).toBe(months.length);
    });
  });

  it('asked about some days only says the same as the walk through everything', () => {
    forAll((who, how) => {
      const all = schedule(who, how, start - 300, start + horizon + 60);
      for (let from = start; from < start + horizon; from += 13) {
        expect(schedule(who, how, from, from + 3)).toEqual(all.filter(({ day, trigger }) => day < from + 3 && trigger.to >= from));
      }
    }, 60);
  });

  it('uses no channel without consent', () => {
    forAll((who, _, contacts) => {
      expect(contacts.filter(({ channel }) => !who.history.profile.consent.includes(channel))).toEqual([]);
    });
  });
});

it('the random customers have contacts of every purpose, so that the properties above are about something', () => {
  const seen = new Set(fc.sample(fc.tuple(subjects, settings), { numRuns: 400, seed: 3 }).flatMap(([who, how]) => everything(who, how).map(({ purpose }) => purpose)));
  expect([...purposes].filter((purpose) => !seen.has(purpose))).toEqual([]);
});
