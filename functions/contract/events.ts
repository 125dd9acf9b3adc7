import { z } from 'zod';

/**
 * What a sending system may say: one schema for each detail-type on the bus.
 * Everything that enters the product passes `parseEvent`, so nothing behind it checks shapes again.
 */

const Id = z.string().min(1).max(128).regex(/^[^\s#\p{Cc}]+$/u, 'must not contain spaces, # or control characters');
const Instant = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time with an offset, such as 2026-11-21T15:04:00+08:00' });
const CalendarDate = z.iso.date();
const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as CNY');
/** Money in minor units of the event's currency, zero or more. */
const Amount = z.int().min(0).max(1e12);
const Text = z.string().max(500);

const Envelope = z.object({
  /** Names the thing the event is about; the same id with other content is a correction. */
  id: Id,
  /** Revision of that thing. The highest wins; 20 revisions of one ticket are a sender in a loop. */
  version: z.int().min(1).max(20).default(1),
  occurredAt: Instant,
  /** When the sending system wrote it down; decides between two contents of the same revision. */
  recordedAt: Instant.optional(),
  storeId: Id,
  customerId: Id.optional(),
});
const AboutCustomer = Envelope.extend({ customerId: Id });

export const SaleLine = z.object({
  sku: z.string().min(1).max(128),
  category: z.string().max(128).optional(),
  quantity: z.int().min(1).max(100_000),
  /** Price paid for one unit. */
  unitPrice: Amount,
  /** Price paid for the whole line, where it is not quantity × unit price (a discount on the line, fractions of a cent). */
  amount: Amount.optional(),
  listPrice: Amount.optional(),
  unitCost: Amount.optional(),
  tags: z.array(z.string().max(64)).max(20).optional(),
});
export type SaleLine = z.infer<typeof SaleLine>;

export const SaleRecorded = Envelope.extend({
  associateId: Id.optional(),
  currency: Currency,
  channel: z.string().max(64).optional(),
  lines: z.array(SaleLine).min(1).max(2_000),
  /** A correction that moves the ticket to another customer names the one it was booked on. */
  previousCustomerId: Id.optional(),
});

export const SaleReturned = Envelope.extend({
  saleId: Id,
  associateId: Id.optional(),
  /** Day of the sale; needed when the sale was a walk-in, because walk-ins are kept by store and day. */
  soldOn: CalendarDate.optional(),
  /** Goods taken back; without it the whole ticket. */
  lines: z.array(z.object({ sku: z.string().min(1).max(128), quantity: z.int().min(1).max(100_000) })).min(1).max(2_000).optional(),
}).refine((r) => r.customerId !== undefined || r.soldOn !== undefined, {
  path: ['soldOn'], error: 'must name the day of the sale when there is no customerId',
});

const Consent = z.partialRecord(z.enum(['sms', 'call', 'email', 'wechat', 'post']), z.boolean());

export const HardFile = z.object({
  name: Text, gender: z.enum(['female', 'male', 'other']), birthDate: CalendarDate, ageBand: Text,
  phone: Text, email: Text, address: Text, size: Text,
}).partial();

export const SoftFile = z.object({
  job: Text, family: Text, character: Text, buyingHabits: Text, taste: Text, leisure: Text,
  lifestyle: Text, serviceStyle: Text, promotionAttitude: Text, values: Text,
}).partial();

const ProfileFields = z.object({
  /** The associate who owns the customer, one-to-one. */
  associateId: Id.optional(),
  obtained: z.enum(['paid', 'free-by-ticket', 'partner', 'referral', 'event', 'first-purchase']).optional(),
  language: z.enum(['zh-CN', 'zh-TW', 'en']).optional(),
  consent: Consent.optional(),
  preferredChannel: z.enum(['sms', 'call', 'email', 'wechat', 'post']).optional(),
  /** Where she lives, as coarsely as the chain looks at it: a province, a city. */
  region: z.string().min(1).max(64).optional(),
  creditRating: z.int().min(0).max(100).optional(),
  standing: z.int().min(0).max(100).optional(),
  hard: HardFile.optional(),
  soft: SoftFile.optional(),
});
export const CustomerEnrolled = AboutCustomer.extend(ProfileFields.shape);
export const CustomerUpdated = AboutCustomer.extend(ProfileFields.shape);

const Metric = z.enum(['csat', 'nps', 'ces']);
/** Lowest and highest answer each metric allows. */
export const surveyScale = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;

const Survey = AboutCustomer.extend({
  metric: Metric,
  /** What one answer stands for: the customer, whose latest answer of a period counts, or the sale, each of which counts on the day it was made. */
  countsPer: z.enum(['customer', 'sale']).optional(),
  saleId: Id.optional(),
  associateId: Id.optional(),
});
const needsSale = (survey: { countsPer?: string | undefined; saleId?: string | undefined }) => survey.countsPer !== 'sale' || survey.saleId !== undefined;
const saleMissing = { path: ['saleId'], error: 'must name the sale when countsPer is sale' };

export const SurveySent = Survey.refine(needsSale, saleMissing);
export const SurveyAnswered = Survey.extend({
  score: z.int(),
  /** Highest answer of a CSAT scale: 3, 5, 7 or 10. NPS is always 0–10, CES always 1–7. */
  scale: z.int().min(2).max(10).optional(),
  comment: z.string().max(2_000).optional(),
}).refine(needsSale, saleMissing).superRefine((answer, ctx) => {
  const [low, high] = surveyScale[answer.metric];
  const top = answer.metric === 'csat' ? (answer.scale ?? high) : high;
  if (answer.score < low || answer.score > top) {
    ctx.addIssue({ code: 'custom', path: ['score'], message: `must be between ${low} and ${top} for ${answer.metric}`, input: answer.score });
  }
});

export const ComplaintOpened = AboutCustomer.extend({ subject: Text.optional(), associateId: Id.optional(), saleId: Id.optional() });
const OnComplaint = AboutCustomer.extend({ complaintId: Id, associateId: Id.optional(), note: Text.optional() });
export const ComplaintAnswered = OnComplaint;
export const ComplaintResolved = OnComplaint;
export const ComplaintReopened = OnComplaint;

export const ContactMade = AboutCustomer.extend({
  purpose: z.string().min(1).max(64),
  channel: z.string().min(1).max(64),
  associateId: Id.optional(),
  outcome: Text.optional(),
  /** The contact of the plan that this closes. */
  contactId: z.string().min(1).max(600).regex(/^[^#\p{Cc}]+$/u, 'must not contain # or control characters').optional(),
});
export const VoucherRedeemed = AboutCustomer.extend({
  action: z.enum(['issued', 'used']),
  points: z.int().min(0).max(1e9).default(0),
  amount: Amount.default(0),
  voucherId: Id.optional(),
});
export const ReferralMade = AboutCustomer.extend({ referredCustomerId: Id });
export const TierOverridden = AboutCustomer.extend({
  tier: z.string().min(1).max(64),
  author: z.string().min(1).max(128),
  reason: z.string().min(1).max(500),
  /** Last day on which the override holds. */
  expiresOn: CalendarDate,
});
export const CustomerErased = AboutCustomer.extend({ author: z.string().min(1).max(128).optional() });

/** Every event the product takes in, by detail-type. */
export const eventSchemas = {
  SaleRecorded, SaleReturned, CustomerEnrolled, CustomerUpdated, SurveySent, SurveyAnswered,
  ComplaintOpened, ComplaintAnswered, ComplaintResolved, ComplaintReopened,
  ContactMade, VoucherRedeemed, ReferralMade, TierOverridden, CustomerErased,
} as const;
export type EventType = keyof typeof eventSchemas;
export const eventTypes = Object.keys(eventSchemas) as EventType[];

/** Events the product itself puts on the bus, for other systems to subscribe to. */
export const emittedTypes = ['TierChanged', 'TierChangeExpected', 'ChurnRiskRaised', 'ContactDue', 'RunPublished'] as const;
export type EmittedType = (typeof emittedTypes)[number];
