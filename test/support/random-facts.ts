import fc from './property.ts';
import { parseEvent } from '../../functions/contract/parse-event.ts';
import type { Fact } from '../../functions/domain/ledger/facts.ts';

/** Invented events as a sender would write them: sales, corrections, returns before and after their sale, surveys, complaints and the rest. */
export interface SentEvent { 'detail-type': string; detail: Record<string, unknown> }

const customers = ['C1', 'C2', 'C3', 'C4', 'C5'];
const stores = ['S01', 'S02'];
const skus = ['W-1', 'W-2', 'W-3'];

const instant = fc.integer({ min: 0, max: 700 * 96 }).map((quarters) => new Date(Date.UTC(2024, 0, 1) + quarters * 900_000).toISOString());
const base = { storeId: fc.constantFrom(...stores), occurredAt: instant };
const line = fc.record({
  sku: fc.constantFrom(...skus), category: fc.constantFrom('dress', 'coat'), quantity: fc.integer({ min: 1, max: 4 }),
  unitPrice: fc.integer({ min: 0, max: 90_000 }), unitCost: fc.option(fc.integer({ min: 0, max: 40_000 }), { nil: undefined }),
});
const saleId = fc.integer({ min: 1, max: 25 }).map((n) => `T${n}`);
/** The customer of a ticket follows from its number, as long as nobody moves it; every fifth ticket is a walk-in. */
const buyerOf = (id: string) => (Number(id.slice(1)) % 5 === 0 ? undefined : customers[Number(id.slice(1)) % customers.length]!);

const sale = fc.record({ ...base, id: saleId, associateId: fc.option(fc.constantFrom('A1', 'A2'), { nil: undefined }), version: fc.integer({ min: 1, max: 3 }), lines: fc.array(line, { minLength: 1, maxLength: 3 }), recordedAt: fc.option(instant, { nil: undefined }) })
  .map((detail): SentEvent => ({ 'detail-type': 'SaleRecorded', detail: { ...detail, currency: 'CNY', customerId: buyerOf(detail.id) } }));
const returned = fc.record({ ...base, id: fc.integer({ min: 1, max: 20 }).map((n) => `R${n}`), saleId, lines: fc.option(fc.array(fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 2 }), { nil: undefined }) })
  .map((detail): SentEvent => ({ 'detail-type': 'SaleReturned', detail: { ...detail, customerId: buyerOf(detail.saleId), soldOn: '2024-06-01' } }));
const aboutCustomer = { ...base, customerId: fc.constantFrom(...customers) };
const survey = { saleId, countsPer: fc.constantFrom('customer', 'sale'), associateId: fc.option(fc.constantFrom('A1', 'A2'), { nil: undefined }) };
const others = fc.oneof(
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 9 }).map((n) => `E${n}`), associateId: fc.option(fc.constantFrom('A1', 'A2'), { nil: undefined }), region: fc.option(fc.constantFrom('上海', '江苏'), { nil: undefined }), obtained: fc.constantFrom('paid', 'referral'), consent: fc.record({ sms: fc.boolean(), wechat: fc.boolean() }, { requiredKeys: [] }), preferredChannel: fc.option(fc.constantFrom('sms', 'wechat'), { nil: undefined }), hard: fc.record({ name: fc.constantFrom('王芳', '李娜'), birthDate: fc.constantFrom('1980-02-29', '1991-12-31'), gender: fc.constantFrom('female', 'other'), phone: fc.constantFrom('13800000001', '13800000002') }) })
    .map((detail): SentEvent => ({ 'detail-type': 'CustomerEnrolled', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 9 }).map((n) => `Q${n}`), metric: fc.constant('csat'), score: fc.integer({ min: 1, max: 5 }), ...survey })
    .map((detail): SentEvent => ({ 'detail-type': 'SurveyAnswered', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 9 }).map((n) => `Q${n}`), metric: fc.constant('csat'), ...survey })
    .map((detail): SentEvent => ({ 'detail-type': 'SurveySent', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 9 }).map((n) => `M${n}`), purpose: fc.constantFrom('visit', 'birthday'), channel: fc.constant('call'), outcome: fc.option(fc.constant('came back'), { nil: undefined }) })
    .map((detail): SentEvent => ({ 'detail-type': 'ContactMade', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 4 }).map((n) => `K${n}`), saleId }).map((detail): SentEvent => ({ 'detail-type': 'ComplaintOpened', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 6 }).map((n) => `KR${n}`), complaintId: fc.integer({ min: 1, max: 4 }).map((n) => `K${n}`) })
    .map((detail): SentEvent => ({ 'detail-type': 'ComplaintResolved', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 6 }).map((n) => `V${n}`), action: fc.constant('issued'), points: fc.constant(3000), amount: fc.constant(30_000) })
    .map((detail): SentEvent => ({ 'detail-type': 'VoucherRedeemed', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 3 }).map((n) => `O${n}`), tier: fc.constantFrom('gold', 'diamond'), author: fc.constant('M1'), reason: fc.constant('useful suggestions'), expiresOn: fc.constant('2025-12-31') })
    .map((detail): SentEvent => ({ 'detail-type': 'TierOverridden', detail })),
  fc.record({ ...aboutCustomer, id: fc.integer({ min: 1, max: 6 }).map((n) => `F${n}`), referredCustomerId: fc.constantFrom(...customers) })
    .map((detail): SentEvent => ({ 'detail-type': 'ReferralMade', detail })),
);

/** A history of a small chain, with duplicates and corrections of the same ticket among it. */
export const sentEvents = fc.array(fc.oneof({ weight: 5, arbitrary: sale }, { weight: 2, arbitrary: returned }, { weight: 3, arbitrary: others }), { minLength: 1, maxLength: 60 });

/** The facts in sent events. */
export function factsIn(events: readonly SentEvent[]): Fact[] {
  return events.map((event) => {
    const parsed = parseEvent(event['detail-type'], JSON.parse(JSON.stringify(event.detail)), new Date('2026-11-22T00:00:00Z'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.event;
  });
}
