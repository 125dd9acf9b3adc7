import fc from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { monthOf, parseDay, type Day } from '../../../functions/domain/calendar.ts';
import { nonSales, purposes } from '../../../functions/domain/contacts/purposes.ts';
import { defaultContactSettings, type ContactSettings } from '../../../functions/domain/contacts/settings.ts';
import type { RunContext } from '../../../functions/domain/evaluate.ts';
import { emptyHistory, emptyProfile, type History } from '../../../functions/domain/history.ts';
import type { CustomerScore } from '../../../functions/domain/score.ts';
import { asSeenOn } from '../../../functions/domain/tiers/as-seen-on.ts';
import { presets } from '../../../functions/domain/tiers/presets.ts';
import { tierHeld } from '../../../functions/domain/tiers/standing.ts';
import { ContactWatch, type ToldContact } from '../../../functions/flows/contact-watch.ts';
import { contact } from '../domain/contacts/subjects.ts';
import { purchase } from '../domain/lifecycle/people.ts';

const start = parseDay('2026-01-05');
const horizon = 90;
const policy = presets.cards;
const cuts = { asOf: start, cuts: {} };

const people: fc.Arbitrary<History> = fc.record({
  bought: fc.uniqueArray(fc.tuple(fc.integer({ min: -60, max: horizon }), fc.integer({ min: 10_000, max: 260_000 })), { maxLength: 10, selector: ([day]) => day }),
  enrolled: fc.integer({ min: -400, max: horizon }),
  birthday: fc.option(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 28 }))),
  made: fc.array(fc.tuple(fc.integer({ min: 0, max: horizon }), fc.constantFrom(...purposes, 'chat')), { maxLength: 6 }),
}).map(({ bought, enrolled, birthday, made }) => ({
  ...emptyHistory('C1'), homeStore: 'S01', enrolledOn: start + enrolled, birthday: birthday && birthday[0] * 100 + birthday[1], profile: { ...emptyProfile, consent: ['sms' as const] },
  purchases: bought.toSorted(([a], [b]) => a - b).map(([day, spend]) => purchase(start + day, spend)), contacts: made.map(([day, purpose]) => contact(start + day, purpose)),
}));
/** What each evening brings: the usual night, none, or one that is run twice; now and then new settings. */
const evenings = fc.array(fc.constantFrom('night', 'night', 'night', 'none', 'twice', 'busier', 'calmer'), { minLength: horizon, maxLength: horizon });

interface Told { id: string; purpose: string; day: Day; from: Day; to: Day }

function nightsOf(history: History, plan: readonly string[], chosen = defaultContactSettings): { announced: Told[]; caps: number[] } {
  let settings: ContactSettings = chosen;
  let told: ToldContact[] = [];
  const announced: Told[] = [];
  const caps: number[] = [];
  plan.forEach((what, i) => {
    if (what === 'busier') settings = { ...settings, mostPerWeek: 3, thankYouDays: 12 };
    if (what === 'calmer') settings = { ...settings, mostPerWeek: 1, thankYouDays: 5 };
    caps.push(settings.mostPerWeek);
    for (let times = what === 'none' ? 0 : what === 'twice' ? 2 : 1; times > 0; times--) {
      const asOf = start + i;
      const known = { ...asSeenOn(history, asOf), contacts: history.contacts.filter(({ day }) => day <= asOf) };
      const { tier, since } = tierHeld(known, policy, cuts, asOf, null);
      const watch = new ContactWatch({ asOf, policy, population: { percentileCuts: cuts } } as unknown as RunContext, settings, JSON.parse(JSON.stringify(told)) as ToldContact[]);
      watch.look(known, { tier, tierSince: since } as CustomerScore, null);
      told = watch.told();
      announced.push(...watch.found.map(({ contact: { id, purpose, day, lastDay } }) => ({ id, purpose, day: asOf + 1, from: day, to: lastDay })));
    }
  });
  return { announced, caps };
}

describe('whatever nights are run, missed or repeated, and however the settings change', () => {
  it('each contact is announced once, within its days, and never more than the caps of that night allow', () => {
    let seen = 0;
    fc.assert(fc.property(people, evenings, (history, plan) => {
      const { announced, caps } = nightsOf(history, plan);
      seen += announced.length;
      expect(announced.length).toBe(new Set(announced.map(({ id }) => id)).size);
      expect(announced.filter(({ day, from, to }) => day < from || day > to)).toEqual([]);
      const over = announced.filter(({ day }) => announced.filter((other) => other.day > day - 7 && other.day <= day).length > caps[day - 1 - start]!);
      expect(over).toEqual([]);
      const months = announced.filter(({ purpose }) => nonSales.has(purpose as 'festival')).map(({ day }) => monthOf(day));
      expect(months.length).toBe(new Set(months).size);
    }), { numRuns: 400 });
    expect(seen).toBeGreaterThan(200);
  }, 60_000);

  it('a chain that misses no night announces every contact on the first morning it is due', () => {
    // Without moves between tiers, of which some end without a fact: what they took up of a week is then free again.
    const middle = { ...defaultContactSettings.plans.middle, purposes: purposes.filter((purpose) => !purpose.endsWith('-near')) };
    const settings = { ...defaultContactSettings, plans: { ...defaultContactSettings.plans, middle } };
    fc.assert(fc.property(people, (history) => {
      const { announced } = nightsOf(history, Array.from({ length: horizon }, () => 'night'), settings);
      // What was open when the first night ran is of earlier days.
      expect(announced.filter(({ day, from }) => day !== from && day > start + 14)).toEqual([]);
    }), { numRuns: 40 });
  }, 60_000);
});
