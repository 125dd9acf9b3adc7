import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parsePolicy } from '../../../functions/contract/parse-policy.ts';
import { Policy } from '../../../functions/contract/policy.ts';
import type { Policy as DomainPolicy } from '../../../functions/domain/tiers/policy.ts';
import { presets } from '../../../functions/domain/tiers/presets.ts';

/** A change to one place of a document. */
function changed(document: DomainPolicy, path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  const keys = path.split('.');
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys[keys.length - 1]!;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

function problems(document: unknown): string[] {
  const result = parsePolicy(document);
  return result.ok ? [] : result.problems.map(({ path, problem }) => `${path}: ${problem}`);
}

const lifetimeSpend = { criterion: 'net-spend', atLeast: 1, window: { kind: 'lifetime' } };

describe('the policy document', () => {
  it.each(Object.entries(presets))('takes the preset %s and leaves it as it is', (_, preset) => {
    const result = parsePolicy(JSON.parse(JSON.stringify(preset)));
    expect(result).toEqual({ ok: true, policy: preset });
  });

  it('is a policy the domain can judge by', () => {
    const policy: DomainPolicy = Policy.parse(presets.cards);
    expect(policy.ladder.map(({ id }) => id)).toEqual(['standard', 'gold', 'diamond']);
  });

  it.each([
    ['a threshold below zero', 'ladder.1.entry.atLeast', -1, 'ladder.1.entry.atLeast: must be at least 0'],
    ['a threshold in fractions of a cent', 'ladder.1.entry.atLeast', 99.5, 'ladder.1.entry.atLeast: must be a whole number'],
    ['a rolling window without months', 'ladder.1.entry.window', { kind: 'rolling' }, 'ladder.1.entry.window.months: is missing'],
    ['an unknown window', 'ladder.1.entry.window', { kind: 'season' }, "ladder.1.entry.window.kind: must have a kind: 'rolling' with months, 'calendar-year', 'membership-year' or 'lifetime'"],
    ['an unknown criterion', 'ladder.1.entry', { criterion: 'charm' }, 'ladder.1.entry.criterion: must name a known criterion, such as net-spend, occasions or top-percent'],
    ['a mistake inside a group', 'ladder.1.keep', { any: [lifetimeSpend, { all: [{ ...lifetimeSpend, atLeast: 'much' }] }] }, 'ladder.1.keep.any.1.all.0.atLeast: must be a number'],
    ['an any-of without ways', 'ladder.1.keep', { any: [] }, 'ladder.1.keep.any: must offer at least one way'],
    ['a misspelt field', 'downgrade.grace', 3, 'downgrade.grace: is not a field of a policy'],
    ['a field left out', 'downgrade.graceDays', undefined, 'downgrade.graceDays: is missing'],
    ['an id used twice', 'ladder.2.id', 'gold', "ladder.2.id: 'gold' is already the id of ladder.1"],
    ['an empty ladder', 'ladder', [], 'ladder: must have at least one tier'],
    ['a voucher worth what it takes to earn it', 'points.voucher.amount', 150_000, 'points.voucher.amount: must be less than 150000, the spend that earns its points at multiplier 2'],
  ])('refuses %s and names the path', (_, path, value, problem) => {
    expect(problems(changed(presets.cards, path, value))).toEqual([problem]);
  });

  it.each([
    ['ladder.1.entry.atLeast', -1, { code: 'at-least', params: { minimum: 0 } }],
    ['ladder.1.entry.atLeast', 0.5, { code: 'whole-number', params: {} }],
    ['ladder.1.entry.atLeast', null, { code: 'number', params: {} }],
    ['ladder.1.benefits.pricePercent', 0, { code: 'more-than', params: { minimum: 0 } }],
    ['downgrade.graceDays', 4_000, { code: 'at-most', params: { maximum: 3660 } }],
    ['downgrade.review', 'weekly', { code: 'one-of', params: { options: 'nightly, monthly, yearly, anniversary' } }],
    ['downgrade.grace', 3, { code: 'unknown-field', params: {} }],
    ['ladder', [], { code: 'too-short', params: { minimum: 1 } }],
    ['points.voucher.amount', 150_000, { code: 'voucher-too-dear', params: { most: 150_000 } }],
  ])('tells %s = %j as a code with its numbers as well, for other languages', (path, value, refusal) => {
    expect(parsePolicy(changed(presets.cards, path, value))).toMatchObject({ ok: false, problems: [{ path, ...refusal }] });
  });

  it('refuses whatever looks back where customers are compared, because a rank is known for tonight only', () => {
    expect(problems(changed(presets.pyramid, 'ladder.3.keep', lifetimeSpend))).toEqual([
      'ladder.3.keep: must be left out, because a top-percent criterion can be judged for today only',
    ]);
    expect(problems(changed(presets.pyramid, 'downgrade.graceDays', 30))).toEqual([
      'downgrade.graceDays: must be 0, because a top-percent criterion can be judged for today only',
    ]);
  });

  it('refuses a rule with more ways than anybody can read', () => {
    const choice = { any: [lifetimeSpend, lifetimeSpend, lifetimeSpend, lifetimeSpend, lifetimeSpend] };
    expect(problems(changed(presets.cards, 'ladder.1.entry', { all: [choice, choice, choice] }))).toEqual([
      'ladder.1.entry: must not have more than 64 ways to be met',
    ]);
  });

  it.each([['nothing', undefined], ['null', null], ['a list', []], ['text', 'gold for everybody']])('refuses %s without throwing', (_, document) => {
    expect(problems(document)).toHaveLength(1);
  });

  it('refuses a document nested without end', () => {
    let rule: unknown = lifetimeSpend;
    for (let i = 0; i < 20_000; i++) rule = { all: [rule] };
    expect(problems({ ...presets.cards, ladder: [{ entry: rule }] })).toEqual([': must not be nested deeper than 24 levels']);
  });

  it('has a JSON Schema that describes nested rules', () => {
    const schema = JSON.stringify(z.toJSONSchema(Policy));
    expect(schema).toContain('"top-percent"');
    expect(schema).toContain('"$ref"');
  });
});
