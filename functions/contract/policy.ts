import { z } from 'zod';
import { Localized } from './localized.ts';

/** The tier policy as it is put and got; what leaves here is safe for the domain to judge by. */

const Id = z.string().min(1).max(64).regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');
const Amount = z.number().min(0).max(1e12);
const WholeAmount = z.int().min(0).max(1e12);
const Percent = z.number().gt(0).max(100);

const Window = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rolling'), months: z.int().min(1).max(120) }),
  z.strictObject({ kind: z.literal('calendar-year') }),
  z.strictObject({ kind: z.literal('membership-year') }),
  z.strictObject({ kind: z.literal('lifetime') }),
], { error: "must have a kind: 'rolling' with months, 'calendar-year', 'membership-year' or 'lifetime'" });

const Criterion = z.discriminatedUnion('criterion', [
  z.strictObject({
    criterion: z.enum(['net-spend', 'gross-margin', 'occasions', 'tickets', 'units', 'points', 'referrals']), atLeast: WholeAmount, window: Window,
  }),
  z.strictObject({ criterion: z.literal('top-percent'), percent: Percent, window: Window }),
  z.strictObject({ criterion: z.literal('satisfaction'), metric: z.enum(['csat', 'nps', 'ces']), atLeast: z.number().min(1).max(100), window: Window }),
  z.strictObject({ criterion: z.literal('membership-months'), atLeast: z.int().min(0).max(1200) }),
  z.strictObject({ criterion: z.enum(['credit-rating', 'standing']), atLeast: Amount }),
], { error: 'must name a known criterion, such as net-spend, occasions or top-percent' });

export type PolicyRule = { all: PolicyRule[] } | { any: PolicyRule[] } | z.infer<typeof Criterion>;

/** Ways to meet one rule that still can be explained to a person, and told apart quickly each night. */
const mostWays = 64;

const RuleShape: z.ZodType<PolicyRule> = z.lazy(() => z.union([
  z.strictObject({ all: z.array(RuleShape).max(20) }),
  z.strictObject({ any: z.array(RuleShape).min(1, 'must offer at least one way').max(20) }),
  Criterion,
]));
const Rule = RuleShape.refine((rule) => waysOf(rule) <= mostWays, { error: `must not have more than ${mostWays} ways to be met`, params: { code: 'too-many-ways', most: mostWays } });

const Benefits = z.strictObject({
  pricePercent: Percent,
  pointsMultiplier: z.number().min(0).max(100),
  birthdayPricePercent: Percent.nullable(),
  birthdayGift: WholeAmount,
  priority: z.boolean(),
  serviceCostPerYear: WholeAmount,
});

const Tier = z.strictObject({ id: Id, name: Localized, entry: Rule, keep: Rule.optional(), benefits: Benefits });
const Review = z.enum(['nightly', 'monthly', 'yearly', 'anniversary']);
const Names = z.array(z.string().min(1).max(128)).max(10_000);

export const Policy = z.strictObject({
  version: z.int().min(1),
  name: Localized,
  /** Lowest tier first. */
  ladder: z.array(Tier).min(1, 'must have at least one tier').max(20),
  upgrade: z.strictObject({ review: Review }),
  downgrade: z.strictObject({ review: Review, graceDays: z.int().min(0).max(3660), stepsPerReview: z.int().min(1).nullable() }),
  excluded: z.strictObject({ skus: Names, categories: Names, tags: Names }),
  returns: z.enum(['undo', 'next-review']),
  overrides: z.strictObject({ mode: z.enum(['replaces', 'at-least']), longestDays: z.int().min(1).nullable() }),
  points: z.strictObject({
    spendPerPoint: z.int().min(1),
    expiryMonths: z.int().min(1).max(1200).nullable(),
    voucher: z.strictObject({ points: z.int().min(1), amount: WholeAmount }),
    spentBeforeReturn: z.enum(['refund-reduced', 'owed']),
  }),
  discounts: z.strictObject({ offerFloorPercent: z.number().min(0).max(100) }),
  card: z.strictObject({
    price: WholeAmount, sellerEarns: WholeAmount, freeFromUnits: z.int().min(1), freeSellerEarns: WholeAmount,
    contest: z.strictObject({ enrolments: z.int().min(1), reward: WholeAmount }),
  }),
}).superRefine((policy, ctx) => {
  const refuse: Refuse = (path, message, params) => ctx.addIssue({ code: 'custom', path, message, params, input: undefined });
  policy.ladder.forEach(({ id }, i) => {
    const first = policy.ladder.findIndex((tier) => tier.id === id);
    if (first < i) refuse(['ladder', i, 'id'], `'${id}' is already the id of ladder.${first}`, { code: 'duplicate', at: `ladder.${first}` });
  });
  refuseRanksWithMemory(policy, refuse);
  refuseEasyMoney(policy, refuse);
});
export type Policy = z.infer<typeof Policy>;

type Refuse = (path: (string | number)[], message: string, params: { code: string; [name: string]: string | number }) => void;

/** A rank is known for tonight only, so nothing that looks back can be asked of a policy that has one. */
function refuseRanksWithMemory(policy: z.infer<typeof Policy>, refuse: Refuse): void {
  if (!policy.ladder.some(({ entry, keep }) => usesRank(entry) || (keep !== undefined && usesRank(keep)))) return;
  const because = 'because a top-percent criterion can be judged for today only';
  const ranks = (value: string) => ({ code: 'ranks-today-only', value });
  policy.ladder.forEach(({ keep }, i) => keep !== undefined && refuse(['ladder', i, 'keep'], `must be left out, ${because}`, ranks('–')));
  if (policy.upgrade.review !== 'nightly') refuse(['upgrade', 'review'], `must be nightly, ${because}`, ranks('nightly'));
  if (policy.downgrade.review !== 'nightly') refuse(['downgrade', 'review'], `must be nightly, ${because}`, ranks('nightly'));
  if (policy.downgrade.graceDays !== 0) refuse(['downgrade', 'graceDays'], `must be 0, ${because}`, ranks('0'));
  if (policy.downgrade.stepsPerReview !== null) refuse(['downgrade', 'stepsPerReview'], `must be null, ${because}`, ranks('–'));
}

/** A voucher must be worth less than what has to be spent for it, at the best multiplier. */
function refuseEasyMoney({ points, ladder }: z.infer<typeof Policy>, refuse: Refuse): void {
  const multiplier = Math.max(1, ...ladder.map(({ benefits }) => benefits.pointsMultiplier));
  const spend = (points.voucher.points / multiplier) * points.spendPerPoint;
  if (points.voucher.amount >= spend) refuse(['points', 'voucher', 'amount'], `must be less than ${Math.floor(spend)}, the spend that earns its points at multiplier ${multiplier}`, { code: 'voucher-too-dear', most: Math.floor(spend) });
}

function usesRank(rule: PolicyRule): boolean {
  if ('all' in rule) return rule.all.some(usesRank);
  return 'any' in rule ? rule.any.some(usesRank) : rule.criterion === 'top-percent';
}

function waysOf(rule: PolicyRule): number {
  if ('all' in rule) return rule.all.reduce((ways, part) => ways * waysOf(part), 1);
  return 'any' in rule ? rule.any.reduce((ways, part) => ways + waysOf(part), 0) : 1;
}
