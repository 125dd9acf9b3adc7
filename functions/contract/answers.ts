import { z } from 'zod';
import { Localized } from './localized.ts';
import { Missing, TierStanding } from './tier-standing.ts';

/** What the API answers. Days are `YYYY-MM-DD`, money is integer minor units of the answer's `currency`, shares are 0–1. */

const Day = z.string();
const Money = z.number();
const Interval = z.tuple([z.number(), z.number()]);

/** Where every number comes from: the run that computed it and the facts it could see. */
export const Provenance = z.object({
  asOf: Day,
  runId: z.string(),
  policyVersion: z.number(),
  /** Instant up to which arrived facts are included. */
  factsThrough: z.string(),
  currency: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;

export const KpiUnit = z.enum(['money', 'count', 'share', 'number', 'score', 'days', 'hours']);
export const KpiDescription = z.object({
  id: z.string(),
  unit: KpiUnit,
  name: Localized,
  definition: Localized,
  /** True when more is better, false when less is, null when neither. */
  moreIsBetter: z.boolean().nullable(),
  /** What may stand in by=. */
  cutBy: z.array(z.string()),
});
export type KpiDescription = z.infer<typeof KpiDescription>;
export const KpiRow = z.object({
  period: z.string(),
  store: z.string().optional(),
  tier: z.string().optional(),
  associate: z.string().optional(),
  category: z.string().optional(),
  region: z.string().optional(),
  cohort: z.string().optional(),
  month: z.number().optional(),
  value: z.number().nullable(),
  n: z.number(),
  interval: Interval.optional(),
  suppressed: z.boolean().optional(),
});
export type KpiRow = z.infer<typeof KpiRow>;
export const KpiAnswer = Provenance.extend({
  kpi: KpiDescription,
  from: Day,
  to: Day,
  grain: z.enum(['day', 'month', 'quarter', 'year']).nullable(),
  rows: z.array(KpiRow),
});
export type KpiAnswer = z.infer<typeof KpiAnswer>;
export const KpiCatalogue = z.object({ kpis: z.array(KpiDescription) });
export type KpiCatalogue = z.infer<typeof KpiCatalogue>;

export const Tier = z.object({ id: z.string(), name: Localized, rank: z.number() });
export type Tier = z.infer<typeof Tier>;
export const CustomerFile = z.object({
  name: z.string().nullable(),
  gender: z.string().nullable(),
  /** `MM-DD`; the year is not shown. */
  birthday: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  size: z.string().nullable(),
  /** True when phone, e-mail and address are masked for this reader. */
  masked: z.boolean(),
  storeId: z.string(),
  associateId: z.string().nullable(),
  enrolledOn: Day.nullable(),
  obtained: z.string().nullable(),
  language: z.string().nullable(),
  preferredChannel: z.string().nullable(),
  consent: z.record(z.string(), z.boolean()),
  soft: z.record(z.string(), z.string()),
  /** 0.2 × share of hard fields filled + 0.8 × share of soft fields filled. */
  completeness: z.number(),
  /** What she buys most, by units kept. */
  favourites: z.array(z.object({ category: z.string(), units: z.number() })),
});
export type CustomerFile = z.infer<typeof CustomerFile>;

export const PurchaseHistory = z.object({
  netSpend: Money, grossMargin: Money.nullable(), orders: z.number(), occasions: z.number(), units: z.number(),
  firstOn: Day.nullable(), lastOn: Day.nullable(),
  averageOrderValue: Money.nullable(), unitsPerTicket: z.number().nullable(), averageUnitPrice: Money.nullable(),
  /** Mean days between two occasions. */
  daysBetween: z.number().nullable(),
  /** Net spend of the last twelve months, oldest first, for a sparkline. */
  lastTwelveMonths: z.array(Money),
});
export const Rfm = z.object({ recency: z.number(), frequency: z.number(), monetary: z.number(), segment: z.string() });
export const Worth = z.object({
  simple: z.object({ value: Money, yearlyProfit: Money, lifespanYears: z.number() }),
  marginRate: z.number(),
  marginRateSource: z.enum(['cost', 'setting']),
  predicted: z.object({
    lifetimeValue: Money, /** Without end; null when nothing is discounted. */ residualLifetimeValue: Money.nullable(), interval: Interval, horizonMonths: z.number(),
    pAlive: z.number(), expectedOccasions: z.number(), expectedValuePerOccasion: Money,
  }).nullable(),
  /** Why there is no prediction. */
  insufficient: z.string().nullable(),
});
const LatestAnswer = z.object({ score: z.number(), scale: z.number(), on: Day }).nullable();
export const CustomerSatisfaction = z.object({
  csat: LatestAnswer, nps: LatestAnswer, ces: LatestAnswer,
  answered: z.number(), sent: z.number(), openComplaints: z.number(), resolvedComplaints: z.number(),
  mood: z.enum(['happy', 'neutral', 'unhappy', 'unknown']),
});
export const Lifecycle = z.object({
  stage: z.enum(['prospect', 'new', 'growing', 'mature', 'drifting', 'dormant', 'lost', 'won-back']),
  layer: z.enum(['loyal', 'drifting', 'potential']),
  since: Day,
});
/** A warning as a code with its numbers, so that each language can make a sentence of it. */
const RiskReason = z.looseObject({ code: z.string() });
export const Risk = z.object({
  level: z.enum(['none', 'watch', 'high']),
  valueAtRisk: Money,
  sensibleSpend: Money,
  reasons: z.array(RiskReason),
  action: z.string().nullable(),
});

/** Points of goods she kept qualify for tiers; those she can spend are the balance of her account. */
export const Points = z.object({
  earned: z.number(),
  spendable: z.number(),
  /** Spendable points and the day from which they no longer are, soonest first. */
  expiring: z.array(z.object({ on: Day, points: z.number() })),
});
const BuyerTypeId = z.enum(['new-arrival', 'promotion', 'bulk', 'frequent', 'single-category', 'high-price', 'style-led']);
export const BuyerType = z.object({
  /** The most pronounced way of buying; null when none is. */
  type: BuyerTypeId.nullable(),
  /** Every way that applies, with what it was judged by, most pronounced first. */
  traits: z.array(z.object({ type: BuyerTypeId, value: z.number(), threshold: z.number() })),
});

export const CustomerAnswer = Provenance.extend({
  /** `live` when facts since the night are folded in. */
  view: z.enum(['night', 'live']).optional(),
  customerId: z.string(),
  /** Whether this reader may set the tier by hand. */
  mayOverride: z.boolean().optional(),
  file: CustomerFile,
  tier: TierStanding,
  history: PurchaseHistory,
  rfm: Rfm.nullable(),
  worth: Worth,
  satisfaction: CustomerSatisfaction,
  lifecycle: Lifecycle,
  risk: Risk,
  points: Points.optional(),
  /** Null before the third occasion, when nothing can be said about habits. */
  buyerType: BuyerType.nullable().optional(),
  /** The categories she is most likely to buy next, with the reason as a code and its numbers; what she brought back is not among them. */
  recommendations: z.array(z.object({ category: z.string(), score: z.number(), reason: z.looseObject({ code: z.string() }) })).optional(),
});
export type CustomerAnswer = z.infer<typeof CustomerAnswer>;

const WinBack = z.object({
  spotted: z.object({ stage: Lifecycle.shape.stage, since: Day }),
  futureValue: z.object({ atRisk: Money.nullable(), sensibleSpend: Money.nullable() }),
  /** Codes of the reasons, the weightiest first. */
  causes: z.array(z.string()),
  action: z.string(),
  prevention: z.string(),
  outcomes: z.array(z.object({ on: Day, channel: z.string(), associateId: z.string().nullable(), outcome: z.string().nullable() })),
});
export const CustomerSummary = z.object({
  customerId: z.string(),
  name: z.string().nullable(),
  storeId: z.string(),
  associateId: z.string().nullable(),
  tier: z.string().nullable(),
  lastOn: Day.nullable(),
  netSpend: Money,
  lifetimeValue: Money.nullable(),
  pAlive: z.number().nullable(),
  stage: Lifecycle.shape.stage,
  risk: Risk,
  birthday: z.string().nullable(),
  /** In the lists of those near a change of tier: what is missing to rise, or not to fall. */
  near: Missing.optional(),
  /** In the list of those outside the core: why, what she would have to spend more to belong to it, and whether it is worth trying to win her for it. */
  outside: z.object({ reasons: z.array(z.looseObject({ code: z.string() })), missing: Money, service: z.enum(['win-over', 'low-cost']) }).optional(),
  /** In the list of those at risk: winning her back in five steps, and what became of it since her last purchase. */
  winBack: WinBack.optional(),
  /** In the list of birthdays: the next one, the gift that goes with her tier, and the greeting; without her consent there is none. */
  birthdayPlan: z.object({ day: Day, gift: z.object({ name: z.string(), cost: Money }).nullable(), channel: z.string().nullable(), text: z.string().nullable() }).optional(),
  /** In a search: by what she was found. */
  matched: z.array(z.enum(['id', 'phone', 'name'])).optional(),
});
export type CustomerSummary = z.infer<typeof CustomerSummary>;
export const CustomerList = Provenance.extend({ items: z.array(CustomerSummary), total: z.number(), next: z.string().nullable() });
export type CustomerList = z.infer<typeof CustomerList>;

/** A year's benefits at what was spent in the last 365 days. */
const BenefitCost = z.object({ discount: Money, points: Money, birthday: Money, service: Money, total: Money });
export const TiersAnswer = Provenance.extend({
  policy: z.object({ version: z.number(), name: Localized }),
  tiers: z.array(Tier.extend({
    customers: z.number(), share: z.number(), netSpend: Money, netSpendShare: z.number(),
    lifetimeValue: Money.nullable(), entered: z.number(), left: z.number(),
    /** Hours of the service clock within which a complaint is replied to and resolved. */
    promised: z.object({ replyHours: z.number(), resolveHours: z.number() }).optional(), benefitCost: BenefitCost.optional(),
  })),
  /** Customers known who hold no tier. */
  without: z.number(),
  /** Cards of the last 365 days: sold with what they brought in, given free for a large ticket, and what both earned their sellers. */
  cards: z.object({ sold: z.number(), fees: Money, free: z.number(), sellersEarn: Money }).optional(),
});
export type TiersAnswer = z.infer<typeof TiersAnswer>;

export const RunState = z.enum(['queued', 'running', 'published', 'failed']);
export const RunAnswer = z.object({
  runId: z.string(),
  state: RunState,
  step: z.string().nullable(),
  asOf: Day.nullable(),
  policyVersion: z.number().nullable(),
  factsThrough: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  error: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
  /** Milliseconds by step. */
  durations: z.record(z.string(), z.number()),
  /** DynamoDB request units used. */
  cost: z.object({ readUnits: z.number(), writeUnits: z.number() }),
});
export type RunAnswer = z.infer<typeof RunAnswer>;
