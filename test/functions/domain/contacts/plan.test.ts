import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { nextBirthday } from '../../../../functions/domain/contacts/birthdays.ts';
import { contactText, type Reader } from '../../../../functions/domain/contacts/contact-text.ts';
import { emptyProfile, type MadeContact, type Profile } from '../../../../functions/domain/history.ts';
import { contactPlan, contactsBetween, contactsMade, openContacts } from '../../../../functions/domain/contacts/plan.ts';
import { defaultContactSettings, type Campaign, type ContactSettings } from '../../../../functions/domain/contacts/settings.ts';
import type { ContactSubject } from '../../../../functions/domain/contacts/subject.ts';
import { inControlGroup } from '../../../../functions/domain/lifecycle/control-group.ts';
import { purchase } from '../lifecycle/people.ts';
import { contact, resolved, subject } from './subjects.ts';

const day = parseDay('2026-03-10');
const roomy: ContactSettings = { ...defaultContactSettings, mostPerWeek: 100, campaigns: [], storeNames: { S01: '南京路店' } };
const planned = (who: ContactSubject, settings = roomy, from = day - 400, to = day + 400) =>
  contactsBetween(who, settings, from, to).map((contact) => [contact.purpose, contact.day - day, contact.hours.from, contact.hours.to]);
const campaign = (purpose: Campaign['purpose'], more: Partial<Campaign> = {}): Campaign => ({ id: 'spring', purpose, day: day + 30, title: { 'zh-CN': '春季新品', 'zh-TW': '春季新品', en: 'spring line' }, ...more });
const withCampaign = (purpose: Campaign['purpose'], more: Partial<Campaign> = {}) => ({ ...roomy, campaigns: [campaign(purpose, more)] });
const member = (history = {}, more = {}) => subject({ enrolledOn: day - 300, ...history }, more);
const profile = (some: Partial<Profile>) => ({ profile: { ...emptyProfile, consent: ['sms'] as const, ...some } });
const reader = (more: Partial<Reader> = {}): Reader => ({ name: '王丽', language: 'zh-CN', tier: 'gold', points: () => 1_120, tierNames: { diamond: { 'zh-CN': '钻石', 'zh-TW': '鑽石', en: 'Diamond' } }, ...more });
/** Without what follows from enrolling or falling silent. */
const only = (purpose: string, contacts: (string | number)[][]) => contacts.filter(([name]) => name === purpose);

describe('a contact is due', () => {
  it('to welcome a new member on the day after she enrolled, with her points', () => {
    const [welcome] = contactsBetween(subject({ enrolledOn: day }), roomy, day, day + 10);
    expect(welcome).toMatchObject({ id: 'C1/welcome/2026-03-10', purpose: 'welcome', day: day + 1, lastDay: day + 7, associateId: 'A7', storeId: 'S01', channel: 'sms' });
    expect(contactText(welcome!, reader(), roomy)).toBe('尊敬的王丽，欢迎加入，您目前有1,120积分。【Guibin 南京路店】');
    expect(contactText(welcome!, reader({ name: null, language: 'en' }), { ...roomy, storeNames: {} })).toBe('Dear member, welcome, you have 1,120 points. – Guibin, S01');
  });

  it('to thank within 7 days after a sale, to ask 2 days after, and to greet on day 30 between 10 and 12', () => {
    expect(planned(subject({ purchases: [purchase(day)] }), roomy, day, day + 100)).toEqual([
      ['thank-you', 1, 10, 18], ['survey', 2, 10, 18], ['day-30', 30, 10, 12],
    ]);
  });

  it('not to greet on day 30 after a sale when she has bought again since', () => {
    expect(only('day-30', planned(subject({ purchases: [purchase(day), purchase(day + 20)] })))).toEqual([['day-30', 50, 10, 12]]);
  });

  it('for a visitor of the early shift the same day 14–16, for one of the late shift the next day 10–12, for one who bought not at all', () => {
    const seen = (hour: number, purchases = [purchase(day - 200)]) => only('visitor', planned(subject({ purchases, contacts: [contact(day, 'visit', { hour })] })));
    expect(seen(11)).toEqual([['visitor', 0, 14, 16]]);
    expect(seen(17)).toEqual([['visitor', 1, 10, 12]]);
    expect(seen(11, [purchase(day)])).toEqual([]);
  });

  it('for a promotion 3 days ahead, for half of the recipients 10–12 and for the rest 14–16', () => {
    const hours = Array.from({ length: 1_000 }, (_, i) => {
      const [contact, ...others] = only('promotion', planned(member({ customerId: `C${i}` }), withCampaign('promotion')));
      expect(others).toEqual([]);
      expect(contact!.slice(0, 2)).toEqual(['promotion', 27]);
      return contact!.slice(2).join('–');
    });
    const first = hours.filter((window) => window === '10–12').length;
    expect(hours.every((window) => window === '10–12' || window === '14–16')).toBe(true);
    // Four standard deviations of a fair coin: 4 × √250 = 63.
    expect(Math.abs(first - 500)).toBeLessThan(63);
  });

  it('on her birthday, every year, on 28 February for who was born on the 29th', () => {
    const days = only('birthday', planned(member({ birthday: 229 }))).map(([, offset]) => offset);
    expect(days).toEqual([parseDay('2026-02-28') - day, parseDay('2027-02-28') - day]);
  });

  it.each(['festival', 'weather', 'travel'] as const)('for a %s on the day of the calendar', (purpose) => {
    expect(only(purpose, planned(member(), withCampaign(purpose)))).toEqual([[purpose, 30, 10, 12]]);
  });

  it('on the anniversary of her enrolment', () => {
    expect(only('anniversary', planned(member({ enrolledOn: parseDay('2024-05-01') })))).toEqual([['anniversary', parseDay('2025-05-01') - day, 10, 12], ['anniversary', parseDay('2026-05-01') - day, 10, 12]]);
  });

  it.each(['invitation', 'launch', 'new-arrivals'] as const)('for %s in the week before, only for the tiers, stores and tastes it is meant for', (purpose) => {
    const taste = profile({ favourites: ['dress'] });
    const invited = (more: Partial<Campaign>) => only(purpose, planned(member(taste), withCampaign(purpose, more))).length;
    expect(only(purpose, planned(member(taste), withCampaign(purpose)))).toEqual([[purpose, 23, 10, 18]]);
    expect([invited({ tiers: ['gold'] }), invited({ tiers: ['diamond'] })]).toEqual([1, 0]);
    expect([invited({ stores: ['S01'] }), invited({ stores: ['S02'] })]).toEqual([1, 0]);
    expect([invited({ categories: ['dress', 'coat'] }), invited({ categories: ['shoes'] })]).toEqual([1, 0]);
  });

  it('when a tier is near, with the amount in words of her language', () => {
    const tierMoves = [{ direction: 'upgrade', tier: 'diamond', amount: 123_450, deadline: day + 20, knownOn: day, voidFrom: null }] as const;
    const [contact] = contactPlan(member({}, { tierMoves }), roomy, day + 1);
    expect(contact).toMatchObject({ purpose: 'upgrade-near', about: { amount: 123_450, targetTier: 'diamond' } });
    expect(contactText(contact!, reader({ language: 'en' }), roomy)).toBe('Dear 王丽, spend CN¥1,234.50 until 30 March 2026 and you become Diamond. – Guibin, 南京路店');
  });

  it('to win her back from the first day of dormancy, unless she belongs to the control group', () => {
    const settings = (seed: string) => ({ ...roomy, lifecycle: { ...roomy.lifecycle, winBack: { ...roomy.lifecycle.winBack, share: 0.5, seed } } });
    const treated = ['a', 'b', 'c', 'd', 'e', 'f'].find((seed) => !inControlGroup('C1', { share: 0.5, seed }))!;
    const held = ['a', 'b', 'c', 'd', 'e', 'f'].find((seed) => inControlGroup('C1', { share: 0.5, seed }))!;
    // One purchase and a typical interval of 60 days: dormant from the 211th day on.
    const who = subject({ purchases: [purchase(day)] });
    expect(only('win-back', planned(who, settings(treated)))).toEqual([['win-back', 211, 10, 18]]);
    expect(only('win-back', planned(who, settings(held)))).toEqual([]);
  });

  it('after a complaint was resolved', () => {
    expect(only('complaint-follow-up', planned(member({ complaints: [resolved(day)] })))).toEqual([['complaint-follow-up', 1, 10, 18]]);
  });
});

describe('a contact is not due', () => {
  it.each([
    ['without consent to any channel', { consent: [] }],
    ['when she only agreed to a channel that her service plan does not use', { consent: ['post'] }],
  ] as const)('%s', (_, some) => {
    expect(planned(subject({ purchases: [purchase(day)], ...profile(some) }))).toEqual([]);
  });

  it('when the quiet hours cover its window, and within what they leave otherwise', () => {
    const who = subject({ purchases: [purchase(day)] });
    expect(planned(who, { ...roomy, allowedHours: { from: 11, to: 14 } }, day, day + 40)).toEqual([['thank-you', 1, 11, 14], ['survey', 2, 11, 14], ['day-30', 30, 11, 12]]);
    expect(only('day-30', planned(who, { ...roomy, allowedHours: { from: 13, to: 20 } }))).toEqual([]);
  });

  it('when an associate made it of her own accord', () => {
    const contacts = [contact(day + 1, 'thank-you', { channel: 'call' })];
    expect(contactPlan(subject({ purchases: [purchase(day)], contacts }), roomy, day + 1)).toHaveLength(1);
    expect(only('thank-you', planned(subject({ purchases: [purchase(day)], contacts: [{ ...contacts[0]!, day }] })))).toEqual([]);
  });

  it('a second time in a month when it sells nothing', () => {
    const settings = { ...roomy, campaigns: [campaign('festival'), campaign('weather', { id: 'cold', day: day + 31 }), campaign('travel', { id: 'may', day: day + 60 })] };
    expect(planned(member(), settings, day, day + 100)).toEqual([['festival', 30, 10, 12], ['travel', 60, 10, 12]]);
  });

  it('when the week is full, and is made up for within its window', () => {
    const contacts = [day - 5, day - 4].map((made) => (contact(made, 'chat')));
    // Made on days −5 and −4: the seven days up to day 1 still hold both, those up to day 2 only one.
    expect(planned(subject({ purchases: [purchase(day)], contacts }), defaultContactSettings, day, day + 8)).toEqual([['thank-you', 2, 10, 18], ['survey', 3, 10, 18]]);
  });

  it('in the place that a birthday of the same week needs', () => {
    const who = subject({ purchases: [purchase(day)], birthday: 313 });
    expect(planned(who, defaultContactSettings, day, day + 7)).toEqual([['thank-you', 1, 10, 18], ['birthday', 3, 10, 12]]);
  });

  it('for tiers of low service when it is not a mass message', () => {
    const settings = { ...roomy, classes: { gold: 'low' } as const };
    expect(planned(subject({ purchases: [purchase(day)] }), settings, day, day + 100).map(([purpose]) => purpose)).toEqual(['survey']);
  });
});

describe('the channel', () => {
  it.each([
    ['is her own choice when she agreed to it', { preferredChannel: 'email', consent: ['email', 'sms'] }, 'email'],
    ['is another when she prefers one that she did not agree to', { preferredChannel: 'email', consent: ['sms'] }, 'sms'],
    ['is the first her service plan offers', { consent: ['sms', 'wechat'] }, 'wechat'],
  ] as const)('%s', (_, some, channel) => {
    expect(contactPlan(subject({ purchases: [purchase(day)], ...profile(some) }), roomy, day + 1)[0]!.channel).toBe(channel);
  });
});

describe('what an associate has still to do', () => {
  const who = (contacts: MadeContact[]) => subject({ purchases: [purchase(day)], contacts });
  const open = (contacts: MadeContact[], on: number) => openContacts(who(contacts), roomy, on).map(({ purpose }) => purpose);

  it('stays open until the contact is made or its last day is over', () => {
    expect(open([], day + 1)).toEqual(['thank-you']);
    expect(open([], day + 6)).toEqual(['thank-you', 'survey']);
    expect(open([contact(day + 3, 'thank-you', { channel: 'call' })], day + 6)).toEqual(['survey']);
    expect(open([], day + 8)).toEqual([]);
  });

  it('is no longer open when she has bought again', () => {
    const again = subject({ purchases: [purchase(day), purchase(day + 3)] });
    expect(openContacts(again, roomy, day + 3).map(({ id }) => id)).toEqual(['C1/thank-you/2026-03-10', 'C1/survey/2026-03-10']);
    expect(openContacts(again, roomy, day + 4).map(({ id }) => id)).toEqual(['C1/thank-you/2026-03-13']);
  });

  it('is closed by a contact that names it, and by no other of its purpose', () => {
    const events = [campaign('invitation', { id: 'tea' }), campaign('invitation', { id: 'show' })];
    const still = (planned: string | null) => openContacts(member({ contacts: [contact(day + 24, 'invitation', { planned })] }), { ...roomy, campaigns: events }, day + 25).map(({ id }) => id);
    expect(still('invitation/tea')).toEqual(['C1/invitation/show']);
    expect(still('invitation/another')).toEqual(['C1/invitation/show', 'C1/invitation/tea']);
    expect(still(null)).toEqual([]);
  });
});

it('contacts made are counted of those due in a period, except those that may still be made', () => {
  const who = subject({ purchases: [purchase(day)], contacts: [contact(day + 4, 'thank-you')] });
  // Due: thank-you until day 7 (made on day 4), survey until day 6, greeting on day 30.
  const counted = (asOf: number) => contactsMade(who, roomy, { from: day, to: day + 31 }, asOf);
  expect([3, 4, 5, 6, 30].map((ahead) => counted(day + ahead))).toEqual([
    { due: 1, made: 1 }, { due: 1, made: 1 }, { due: 1, made: 1 }, { due: 2, made: 1 }, { due: 3, made: 1 },
  ]);
});

it.each([
  [101, '2026-12-31', '2027-01-01'], [1231, '2026-12-31', '2027-12-31'], [1231, '2026-12-30', '2026-12-31'], [229, '2027-01-31', '2027-02-28'], [229, '2028-01-31', '2028-02-29'],
])('the birthday %i after %s is on %s, with the gift of the tier', (birthday, after, on) => {
  const settings = { gifts: { gold: { name: '丝巾', cost: 9_900 } } };
  expect(nextBirthday({ birthday }, 'gold', settings, parseDay(after))).toEqual({ day: parseDay(on), gift: settings.gifts.gold });
  expect(nextBirthday({ birthday }, null, settings, parseDay(after))!.gift).toBeNull();
});

it('nobody prepares for a birthday that is not known', () => {
  expect(nextBirthday({ birthday: null }, 'gold', roomy, day)).toBeNull();
});
