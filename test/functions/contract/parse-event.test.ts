import fc from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../../functions/contract/events.ts';
import { describeProblems, maxDetailBytes, parseEvent } from '../../../functions/contract/parse-event.ts';
import type { Fact } from '../../../functions/domain/ledger/facts.ts';

const now = new Date('2026-11-22T08:00:00Z');
const sale = {
  id: 'T-1001', storeId: 'S01', associateId: 'A7', customerId: 'C42', occurredAt: '2026-11-21T15:04:00+08:00', currency: 'CNY', channel: 'store',
  lines: [{ sku: 'W-2231', category: 'dress', quantity: 1, unitPrice: 59_900, listPrice: 69_900, unitCost: 21_000, tags: ['new-arrival'] }],
};
const line = sale.lines[0]!;

function reasonFor(detailType: string, detail: unknown): string {
  const result = parseEvent(detailType, detail, now);
  if (result.ok) throw new Error('expected a refusal');
  return describeProblems(result.problems);
}

describe('An event that can be accepted', () => {
  it('comes back as a fact of its kind, with the version filled in', () => {
    const result = parseEvent('SaleRecorded', sale, now);
    expect(result).toEqual({ ok: true, event: { kind: 'SaleRecorded', version: 1, ...sale } });
  });

  it('is exactly what the ledger calls a fact', () => {
    const result = parseEvent('SaleRecorded', sale, now);
    const fact: Fact | undefined = result.ok ? result.event : undefined;
    expect(fact?.kind).toBe('SaleRecorded');
  });

  it('may be up to a day ahead of the clock, because tills run fast', () => {
    expect(parseEvent('SaleRecorded', { ...sale, occurredAt: '2026-11-23T08:00:00Z' }, now).ok).toBe(true);
    expect(parseEvent('SaleRecorded', { ...sale, occurredAt: '2026-11-23T08:00:01Z' }, now).ok).toBe(false);
  });

  it('may fill the limit of 256 kB to the last byte, counted in UTF-8', () => {
    const filled = (bytes: number) => ({ ...sale, extra: '好'.repeat(Math.floor((bytes - JSON.stringify({ ...sale, extra: '' }).length) / 3)) });
    const most = filled(maxDetailBytes);
    const slack = maxDetailBytes - Buffer.byteLength(JSON.stringify(most));
    expect(parseEvent('SaleRecorded', { ...most, extra: most.extra + 'x'.repeat(slack) }, now).ok).toBe(true);
    expect(reasonFor('SaleRecorded', { ...most, extra: `${most.extra}${'x'.repeat(slack)}x` })).toBe('detail: is 262145 bytes of JSON; the most is 262144');
  });
});

describe('A refusal names the field and the reason', () => {
  const cases: [string, string, unknown, RegExp][] = [
    ['an unknown detail-type', 'SaleRecordet', sale, /^detail-type: is not one of SaleRecorded.*\(got "SaleRecordet"\)$/],
    ['a detail-type that every object has', 'constructor', sale, /^detail-type: is not one of/],
    ['a negative quantity', 'SaleRecorded', { ...sale, lines: [line, { ...line, quantity: -1 }] }, /^lines\[1\]\.quantity: .*\(got -1\)$/],
    ['an unknown version', 'SaleRecorded', { ...sale, version: 99 }, /^version: .*\(got 99\)$/],
    ['a currency that does not exist', 'SaleRecorded', { ...sale, currency: 'QQQ' }, /^currency: is not an ISO 4217 currency in use \(got "QQQ"\)$/],
    ['a currency that is not a code', 'SaleRecorded', { ...sale, currency: 'yuan' }, /^currency: must be an ISO 4217 code/],
    ['a sale of next year', 'SaleRecorded', { ...sale, occurredAt: '2027-11-21T15:04:00+08:00' }, /^occurredAt: is more than 24 hours in the future/],
    ['a record written in the future', 'SaleRecorded', { ...sale, recordedAt: '2030-01-01T00:00:00Z' }, /^recordedAt: is more than 24 hours in the future/],
    ['a day that does not exist', 'SaleRecorded', { ...sale, occurredAt: '2026-02-30T15:04:00+08:00' }, /^occurredAt: must be an ISO 8601 time/],
    ['a time without its offset', 'SaleRecorded', { ...sale, occurredAt: '2026-02-20T15:04:00' }, /^occurredAt: must be an ISO 8601 time/],
    ['an override until a day that does not exist', 'TierOverridden', { id: 'o', storeId: 'S', customerId: 'C', occurredAt: sale.occurredAt, tier: 'gold', author: 'a', reason: 'r', expiresOn: '2027-02-29' }, /^expiresOn: /],
    ['a missing store', 'SaleRecorded', { ...sale, storeId: undefined }, /^storeId: is missing$/],
    ['a price in fractions of a cent', 'SaleRecorded', { ...sale, lines: [{ ...line, unitPrice: 1.5 }] }, /^lines\[0\]\.unitPrice: .*\(got 1\.5\)$/],
    ['no detail at all', 'SaleRecorded', undefined, /^detail: is missing$/],
    ['a detail that is a list', 'SaleRecorded', [sale], /^detail: expected object, received array \(got "a list"\)$/],
    ['an answer beyond the scale', 'SurveyAnswered', { id: 'v', storeId: 'S', customerId: 'C', occurredAt: sale.occurredAt, metric: 'nps', score: 11 }, /^score: must be between 0 and 10 for nps \(got 11\)$/],
    ['300 kB', 'SaleRecorded', { ...sale, extra: 'x'.repeat(300_000) }, /^detail: is 300\d\d\d bytes of JSON; the most is 262144$/],
    ['brackets nested a hundred thousand deep', 'SaleRecorded', { ...sale, extra: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) }, /^detail: is not JSON, or is nested too deeply$/],
  ];
  it.each(cases)('for %s', (_, detailType, detail, expected) => {
    expect(reasonFor(detailType, detail)).toMatch(expected);
  });

  it('lists every wrong field, at most twenty', () => {
    const lines = Array.from({ length: 500 }, () => ({ ...line, quantity: 0, unitPrice: -1 }));
    const result = parseEvent('SaleRecorded', { ...sale, lines }, now);
    expect(result.ok ? [] : result.problems).toHaveLength(20);
  });

  it('cuts a long value to 80 characters and keeps the line a line', () => {
    const reason = reasonFor('SaleRecorded', { ...sale, id: `a\n${'b'.repeat(500)}` });
    expect(reason).toMatch(/\(got "a.*…"\)$/);
    expect(reason).not.toMatch(/\n|b{80}/);
  });
});

it('Personal data is never repeated in a reason, wherever it is wrong', () => {
  const secret = '13800001234';
  const enrolled = { id: 'E1', storeId: 'S01', customerId: 'C1', occurredAt: sale.occurredAt };
  const wrong: unknown[] = [
    { ...enrolled, hard: { phone: { number: secret }, email: [secret] } },
    { ...enrolled, hard: { name: secret.repeat(100), address: Number(secret) } },
    { ...enrolled, hard: { birthDate: secret } },
    { ...enrolled, hard: secret },
    { ...enrolled, soft: { family: Number(secret) } },
    { ...enrolled, consent: { sms: { given: secret } } },
    secret.split(''),
  ];
  for (const detail of wrong) expect(reasonFor('CustomerEnrolled', detail)).not.toContain(secret);
});

describe('For any input whatever', () => {
  it('parsing gives an event or at least one problem, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.constantFrom(...eventTypes), fc.string()), fc.anything(), (detailType, detail) => {
      const result = parseEvent(detailType, detail, now);
      expect(result.ok || (result.problems.length > 0 && describeProblems(result.problems).length > 0)).toBe(true);
    }), { numRuns: 500 });
  });

  it('one damaged field of a sale is the field that is named', () => {
    const damage = fc.constantFrom<[string, (value: unknown) => unknown]>(
      ['id', (v) => ({ ...sale, id: v })],
      ['storeId', (v) => ({ ...sale, storeId: v })],
      ['occurredAt', (v) => ({ ...sale, occurredAt: v })],
      ['currency', (v) => ({ ...sale, currency: v })],
      ['lines', (v) => ({ ...sale, lines: v })],
      ['lines[0].quantity', (v) => ({ ...sale, lines: [{ ...line, quantity: v }] })],
      ['lines[0].unitPrice', (v) => ({ ...sale, lines: [{ ...line, unitPrice: v }] })],
      ['lines[1].sku', (v) => ({ ...sale, lines: [line, { ...line, sku: v }] })],
    );
    const nonsense = fc.oneof(fc.constantFrom<unknown>(null, true, -1, 0.5, '', Number.NaN, {}), fc.double({ max: -1 }), fc.constant('a b'.repeat(100)));
    fc.assert(fc.property(damage, nonsense, ([field, damaged], value) => {
      const result = parseEvent('SaleRecorded', damaged(value), now);
      expect(result.ok ? [] : result.problems.map((problem) => problem.field)).toEqual([field]); // one problem, although an id may break two rules at once
    }));
  });

  it('what has been parsed parses to itself', () => {
    const version = fc.integer({ min: 1, max: 20 });
    const lines = fc.array(fc.record({ sku: fc.string({ minLength: 1 }), quantity: fc.integer({ min: 1, max: 9 }), unitPrice: fc.nat() }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(version, lines, (version, lines) => {
      const once = parseEvent('SaleRecorded', { ...sale, version, lines, unknown: 1 }, now);
      const twice = once.ok ? parseEvent('SaleRecorded', once.event, now) : once;
      expect(twice).toEqual(once);
      expect(once.ok).toBe(true);
    }));
  });
});

it('One core checks far more sales a second than a chain can make', () => {
  const count = 20_000;
  for (let i = 0; i < 2_000; i++) parseEvent('SaleRecorded', sale, now);
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) parseEvent('SaleRecorded', sale, now);
  const seconds = process.cpuUsage(before).user / 1e6;
  expect(count / seconds).toBeGreaterThan(50_000);
});
