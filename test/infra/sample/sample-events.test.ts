import { describe, expect, it } from 'vitest';
import { parseEvent, type ParsedEvent } from '../../../functions/contract/parse-event.ts';
import { BusinessCalendar, parseDay } from '../../../functions/domain/calendar.ts';
import { foldCustomer } from '../../../functions/domain/ledger/fold-customer.ts';
import type { Fact } from '../../../functions/domain/ledger/facts.ts';
import { resolveFacts } from '../../../functions/domain/ledger/resolve-facts.ts';
import { Exchange } from '../../../functions/domain/money.ts';
import { defaultValueSettings } from '../../../functions/domain/value/settings.ts';
import { fitValueModel } from '../../../functions/domain/value/value-model.ts';
import { sampleCustomers, sampleEvents } from '../../../infra/sample/sample-events.ts';

const today = '2026-11-22';
const events = sampleEvents({ seed: 7, today });
const facts = events.map(({ 'detail-type': type, detail }): ParsedEvent => {
  const parsed = parseEvent(type, JSON.parse(JSON.stringify(detail)), new Date(`${today}T00:00:00+08:00`));
  if (!parsed.ok) throw new Error(`${type} ${detail.id}: ${JSON.stringify(parsed.problems)}`);
  return parsed.event;
});
const of = <Kind extends ParsedEvent['kind']>(kind: Kind) => facts.filter((fact): fact is Extract<ParsedEvent, { kind: Kind }> => fact.kind === kind);
const share = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length;

describe('The sample chain', () => {
  it('is the same for the same seed and day, another for another seed, and later a day later', () => {
    expect(sampleEvents({ seed: 7, today })).toEqual(events);
    expect(sampleEvents({ seed: 8, today }).length).not.toBe(events.length);
    expect(sampleEvents({ seed: 7, today: '2026-11-23' }).some(({ detail }) => detail.occurredAt.startsWith(today))).toBe(true);
  });

  it('consists of events that the ingest accepts, the last of them yesterday', () => {
    expect(facts.length).toBe(events.length);
    const instants = facts.map(({ occurredAt }) => occurredAt).sort();
    expect(instants[0]?.slice(0, 7)).toBe('2024-11');
    expect(instants.at(-1)?.slice(0, 10)).toBe('2026-11-21');
  });

  it('names its goods in Chinese and numbers them in Latin letters', () => {
    for (const { sku, category } of of('SaleRecorded').flatMap(({ lines }) => lines)) {
      expect(category).toMatch(/^\p{Script=Han}+$/u);
      expect(sku).toMatch(/^[A-Z]{2}-\d{2}[AB]\d{2}$/);
    }
  });

  it('has the size that was asked for: 6 shops, 24 associates, 3,000 members, at most 40,000 events', () => {
    expect(facts.length).toBeGreaterThan(30_000);
    expect(facts.length).toBeLessThanOrEqual(40_000);
    expect(new Set(of('SaleRecorded').map(({ storeId }) => storeId)).size).toBe(6);
    expect(new Set(of('SaleRecorded').map(({ associateId }) => associateId)).size).toBe(24);
    expect(new Set(of('CustomerEnrolled').map(({ customerId }) => customerId)).size).toBe(sampleCustomers);
  });

  it('has about a third walk-ins and four returns in a hundred tickets', () => {
    expect(share(of('SaleRecorded'), ({ customerId }) => customerId === undefined)).toBeCloseTo(0.35, 1);
    expect(of('SaleReturned').length / of('SaleRecorded').length).toBeGreaterThan(0.03);
    expect(of('SaleReturned').length / of('SaleRecorded').length).toBeLessThan(0.05);
  });

  it('speaks of sales, complaints and people that exist', () => {
    const sales = new Set(of('SaleRecorded').map(({ id }) => id));
    const members = new Set(of('CustomerEnrolled').map(({ customerId }) => customerId));
    const complaints = new Set(of('ComplaintOpened').map(({ id }) => id));
    expect(of('SaleReturned').every(({ saleId }) => sales.has(saleId))).toBe(true);
    expect(of('ReferralMade').every(({ customerId, referredCustomerId }) => members.has(customerId) && members.has(referredCustomerId))).toBe(true);
    for (const kind of ['ComplaintAnswered', 'ComplaintResolved', 'ComplaintReopened'] as const) {
      expect(of(kind).length).toBeGreaterThan(5);
      expect(of(kind).every(({ complaintId }) => complaints.has(complaintId))).toBe(true);
    }
  });

  it('contains some corrections and some events sent twice, and no conflict besides the corrections', () => {
    const { facts: kept, conflicts } = resolveFacts(facts.map((fact) => ({ fact, digest: JSON.stringify(fact) })));
    expect(conflicts.length).toBe(15);
    expect(facts.length - kept.length).toBe(15 + 25);
  });

  it('calls nobody: telephones and addresses are recognisably made up', () => {
    const files = of('CustomerEnrolled').flatMap(({ hard }) => (hard ? [hard] : []));
    expect(files.every(({ phone }) => phone === undefined || /^1380000\d{4}$/.test(phone))).toBe(true);
    expect(files.every(({ email }) => email === undefined || email.endsWith('@example.com'))).toBe(true);
    expect(files.every(({ name }) => name !== undefined && /^\p{Script=Han}{2,3}$/u.test(name))).toBe(true);
  });

  it('has customer files of every degree of completeness', () => {
    const filled = of('CustomerEnrolled').map(({ soft }) => Object.keys(soft ?? {}).length);
    for (const count of [0, 2, 4, 6, 8]) expect(filled.filter((fields) => fields === count).length).toBeGreaterThan(20);
  });
});

describe('Its people behave so that there is something to see', () => {
  const csat = of('SurveyAnswered').filter(({ metric }) => metric === 'csat');
  const positive = (storeId: string) => share(csat.filter((answer) => answer.storeId === storeId), ({ score }) => score >= 4);

  it('the shop with trouble has clearly less content customers than the flagship', () => {
    expect(positive('S01') - positive('S05')).toBeGreaterThan(0.15);
  });

  it('who was content comes back more often than who was not', () => {
    const asOf = Date.parse(`${today}T00:00:00+08:00`);
    const window = 120 * 86_400_000;
    const visits = new Map<string, number[]>();
    for (const { customerId, occurredAt } of of('SaleRecorded')) if (customerId) visits.set(customerId, [...(visits.get(customerId) ?? []), Date.parse(occurredAt)]);
    const cameBack = (answers: typeof csat) => share(answers.filter(({ occurredAt }) => Date.parse(occurredAt) < asOf - window), ({ customerId, occurredAt }) => {
      const answered = Date.parse(occurredAt);
      return (visits.get(customerId) ?? []).some((visit) => visit > answered && visit <= answered + window);
    });
    expect(cameBack(csat.filter(({ score }) => score >= 4)) - cameBack(csat.filter(({ score }) => score <= 3))).toBeGreaterThan(0.05);
  });

  it('the value model fits them, and foretells a hold-out within a tenth and better than everybody going on as before', () => {
    const settings = { calendar: new BusinessCalendar('Asia/Shanghai'), exchange: new Exchange('CNY', []), excludes: () => false };
    const asOf = parseDay(today) - 1;
    const { facts: kept } = resolveFacts(facts.map((fact) => ({ fact, digest: JSON.stringify(fact) })));
    const byCustomer = new Map<string, Fact[]>();
    for (const fact of kept) {
      if (fact.customerId === undefined) continue;
      const own = byCustomer.get(fact.customerId);
      if (own) own.push(fact);
      else byCustomer.set(fact.customerId, [fact]);
    }
    const model = fitValueModel([...byCustomer].map(([customerId, own]) => foldCustomer(customerId, own, asOf, settings).history), asOf, defaultValueSettings, null);
    expect([model.state, model.purchase?.converged, model.spend?.converged]).toEqual(['ready', true, true]);
    const { occasions, naive } = model.backtest!;
    expect(Math.abs(occasions.totalPredicted / occasions.totalActual - 1)).toBeLessThan(0.1);
    expect(occasions.rmse).toBeLessThan(naive.rmse);
  });
});
