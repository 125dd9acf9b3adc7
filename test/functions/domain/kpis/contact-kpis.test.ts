import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { ContactPlans } from '../../../../functions/domain/contacts/contact-plans.ts';
import { defaultContactSettings } from '../../../../functions/domain/contacts/settings.ts';
import { contactsDue } from '../../../../functions/domain/kpis/catalogue/contacts-due.ts';
import { contactsMadeRate } from '../../../../functions/domain/kpis/catalogue/contacts-made-rate.ts';
import type { CustomerRecord, KpiParameters, KpiQuery } from '../../../../functions/domain/kpis/kpi.ts';
import { measureKpi } from '../../../../functions/domain/kpis/measure-kpi.ts';
import { wilson } from '../../../../functions/domain/statistics/proportion.ts';
import { contact, subject } from '../contacts/subjects.ts';
import { purchase } from '../lifecycle/people.ts';

const day = parseDay('2026-03-10');
const asOf = day + 31;
const settings = { ...defaultContactSettings, campaigns: [] };
/** Of the contacts that follow from a sale the survey, the word of thanks and the greeting on day 30 are due; a year later nothing is. */
const record = (customerId: string, associateId: string, made: number[] = [], more = {}): CustomerRecord => ({
  history: subject({ customerId, associateId, purchases: [purchase(day)], contacts: made.map((ahead) => contact(day + ahead, 'thank-you')), ...more }).history,
  score: { tier: 'gold', tierSince: day, stage: 'new', riskLevel: 'none', pAlive: null, lifetimeValue: null, valueAtRisk: null, rfm: null, version: 1 },
});
const chain = [record('C1', 'A1', [3]), record('C2', 'A1'), record('C3', 'A2'), record('C4', 'A2', [], { profile: { ...subject().history.profile, consent: [] } })];
const query = (change: Partial<KpiQuery> = {}): KpiQuery => ({
  from: day, to: asOf + 1, grain: null, by: [], store: null, tier: null, parameters: { contacts: new ContactPlans(settings, asOf) } as unknown as KpiParameters, ...change,
});

describe('contacts due and made', () => {
  it('count what the plan made due, not what she may not be told', () => {
    expect(measureKpi(contactsDue, chain, query())).toMatchObject([{ value: 9, n: 9 }]);
    expect(measureKpi(contactsMadeRate, chain, query())).toMatchObject([{ value: 1 / 9, n: 9, interval: wilson(1, 9) }]);
  });

  it('are told apart by owner, tier and period', () => {
    expect(measureKpi(contactsMadeRate, chain, query({ by: ['associate'] })).map(({ associate, value, n }) => [associate, value, n])).toEqual([['A1', 1 / 6, 6], ['A2', 0, 3]]);
    expect(measureKpi(contactsDue, chain, query({ by: ['tier'] }))).toMatchObject([{ tier: 'gold', value: 9 }]);
    // The greeting of day 30 falls into April.
    expect(measureKpi(contactsDue, chain, query({ grain: 'month' })).map(({ period, value }) => [period, value])).toEqual([['2026-03', 6], ['2026-04', 3]]);
  });

  it('leave out what may still be made', () => {
    const early = { contacts: new ContactPlans(settings, day + 3) } as unknown as KpiParameters;
    expect(measureKpi(contactsDue, chain, query({ to: day + 4, parameters: early }))).toMatchObject([{ value: 1 }]);
  });

  it('have no share where nothing was due', () => {
    expect(measureKpi(contactsMadeRate, [], query())).toMatchObject([{ value: null, n: 0 }]);
  });
});
