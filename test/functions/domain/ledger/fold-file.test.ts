import { describe, expect, it } from 'vitest';
import { BusinessCalendar, parseDay } from '../../../../functions/domain/calendar.ts';
import type { CustomerUpdated, Fact } from '../../../../functions/domain/ledger/facts.ts';
import { foldCustomer } from '../../../../functions/domain/ledger/fold-customer.ts';
import { completenessOf, filledFields } from '../../../../functions/domain/ledger/fold-file.ts';
import { Exchange } from '../../../../functions/domain/money.ts';

const settings = { calendar: new BusinessCalendar('Asia/Shanghai'), exchange: new Exchange('CNY', []), excludes: () => false };
const fold = (...facts: Fact[]) => foldCustomer('C1', facts, parseDay('2026-06-30'), settings).file;
const update = (id: string, occurredAt: string, change: Partial<CustomerUpdated>): Fact => ({ kind: 'CustomerUpdated', id, version: 1, storeId: 'S01', customerId: 'C1', occurredAt, ...change });

describe('the file of a customer', () => {
  it('holds the latest word on each field, whichever came first', () => {
    const facts = [
      update('U2', '2026-02-01T10:00:00+08:00', { hard: { phone: '13800000002' }, consent: { sms: false } }),
      update('U1', '2026-01-01T10:00:00+08:00', { hard: { name: '王芳', phone: '13800000001' }, consent: { sms: true, call: true }, language: 'zh-CN' }),
      update('U3', '2026-07-01T10:00:00+08:00', { hard: { name: 'after the as-of date' } }),
    ];
    expect(fold(...facts)).toMatchObject({ hard: { name: '王芳', phone: '13800000002' }, consent: { sms: false, call: true }, language: 'zh-CN' });
  });

  it('counts as favourites what she kept, not what she brought back', () => {
    const favourites = fold(
      { kind: 'SaleRecorded', id: 'T1', version: 1, storeId: 'S01', customerId: 'C1', currency: 'CNY', occurredAt: '2026-03-01T10:00:00+08:00', lines: [{ sku: 'D', category: '连衣裙', quantity: 3, unitPrice: 100 }, { sku: 'C', category: '外套', quantity: 2, unitPrice: 100 }] },
      { kind: 'SaleReturned', id: 'R1', version: 1, storeId: 'S01', customerId: 'C1', saleId: 'T1', occurredAt: '2026-03-05T10:00:00+08:00', lines: [{ sku: 'D', quantity: 2 }] },
    ).favourites;
    expect(favourites).toEqual([{ category: '外套', units: 2 }, { category: '连衣裙', units: 1 }]);
  });

  it('is complete to 0.2 × the share of hard and 0.8 × the share of soft fields', () => {
    const file = fold(update('U1', '2026-01-01T10:00:00+08:00', { hard: { name: '王芳', phone: '13800000001' }, soft: { job: '教师', taste: '' } }));
    expect(completenessOf(filledFields(file))).toBeCloseTo(0.2 * (2 / 7) + 0.8 * (1 / 10), 12);
  });
});
