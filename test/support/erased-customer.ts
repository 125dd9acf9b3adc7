import type { SentEvent } from './random-facts.ts';

/** A customer of whom everything is known that can be, among others, as senders tell of her. */
export const her = 'C-WANYI-42';
/** Everything that leads to her, in the events below. */
export const traces = [her, '林婉仪', '13812342107', 'wanyi@example.com', '静安区愚园路 1088', '1988-04-17', '律师', '她讨厌排队', '婉仪的裙子开线了', '我们向林婉仪道歉', 'loves silk', 'asked for her husband', 'her birthday party'];
/** Ids by which the till or the survey tool finds her again. */
export const handles = ['T-7001', 'T-7002', 'Q-7001', 'K-7001', 'E-7001', 'V-7001', 'M-7001', 'O-7001', 'F-7001'];

export const event = (type: string, id: string, detail: Record<string, unknown> = {}): SentEvent =>
  ({ 'detail-type': type, detail: { id, storeId: 'S01', customerId: her, associateId: 'A1', occurredAt: `2026-0${1 + Number(id.at(-1)) % 8}-1${id.length % 10}T12:00:00+08:00`, ...detail } });
export const sale = (id: string, detail: Record<string, unknown> = {}): SentEvent => event('SaleRecorded', id, { currency: 'CNY', lines: [{ sku: 'W-1', category: 'dress', quantity: 2, unitPrice: 599_00, unitCost: 200_00 }], ...detail });

export const hers: SentEvent[] = [
  event('CustomerEnrolled', 'E-7001', { obtained: 'paid', region: '上海', language: 'zh-CN', consent: { sms: true }, hard: { name: '林婉仪', gender: 'female', birthDate: '1988-04-17', phone: '13812342107', email: 'wanyi@example.com', address: '静安区愚园路 1088' }, soft: { job: '律师', taste: 'loves silk' } }),
  sale('T-7001'), sale('T-7002', { storeId: 'S02', occurredAt: '2026-09-20T12:00:00+08:00' }),
  event('SaleReturned', 'R-7001', { saleId: 'T-7001', lines: [{ sku: 'W-1', quantity: 1 }] }),
  event('SurveySent', 'Q-7001', { metric: 'csat', saleId: 'T-7001' }),
  event('SurveyAnswered', 'Q-7001', { metric: 'csat', score: 2, saleId: 'T-7001', comment: '她讨厌排队' }),
  event('ComplaintOpened', 'K-7001', { subject: '婉仪的裙子开线了', saleId: 'T-7001', occurredAt: '2026-10-01T12:00:00+08:00' }),
  event('ComplaintAnswered', 'KA-7001', { complaintId: 'K-7001', note: '我们向林婉仪道歉', occurredAt: '2026-10-02T12:00:00+08:00' }),
  event('ContactMade', 'M-7001', { purpose: 'visit', channel: 'call', outcome: 'asked for her husband' }),
  event('VoucherRedeemed', 'V-7001', { action: 'issued', points: 100, amount: 1_000 }),
  event('TierOverridden', 'O-7001', { tier: 'gold', author: 'M1', reason: 'her birthday party', expiresOn: '2026-12-31' }),
  event('ReferralMade', 'F-7001', { referredCustomerId: 'C-OTHER-1' }),
  // Hers by a correction, and no longer hers by another.
  sale('T-7003', { version: 2, previousCustomerId: 'C-OTHER-2' }), sale('T-7003', { customerId: 'C-OTHER-2' }),
  sale('T-7004', { version: 2, customerId: 'C-OTHER-3', previousCustomerId: her }), sale('T-7004'),
  // Two contents of one revision: which counts must not change.
  sale('T-7005', { lines: [{ sku: 'W-9', quantity: 1, unitPrice: 111_00 }] }), sale('T-7005', { lines: [{ sku: 'W-9', quantity: 1, unitPrice: 222_00 }] }), sale('T-7005', { lines: [{ sku: 'W-9', quantity: 1, unitPrice: 333_00 }] }),
];
export const others: SentEvent[] = Array.from({ length: 60 }, (_, at) => [
  sale(`S-${at}`, { customerId: `C-OTHER-${at % 30}`, storeId: `S0${1 + at % 2}`, occurredAt: `2026-0${1 + at % 9}-2${at % 9}T10:00:00+08:00`, lines: [{ sku: 'W-1', category: 'coat', quantity: 1, unitPrice: 100_00 + at * 997 }] }),
  event('SurveyAnswered', `Q-${at}`, { customerId: `C-OTHER-${at % 30}`, metric: 'csat', score: 1 + at % 5, comment: 'fine' }),
]).flat();
export const naming: SentEvent[] = [event('ReferralMade', 'F-1', { customerId: 'C-OTHER-4', referredCustomerId: her })];
export const wrong: SentEvent[] = [sale('T-7009', { version: 99 }), event('CustomerUpdated', 'E-7009', { customerId: undefined, hard: { phone: '13812342107' } })];
export const everything = [...hers, ...others, ...naming, ...wrong];
export const erasing: SentEvent = event('CustomerErased', 'X-7001', { author: 'privacy@head-office' });

/** KPIs of the plan of contacts, which has nothing planned for somebody whom nobody can contact any more. */
export const ofThePlan = new Set(['contacts-due', 'contacts-made-rate']);
