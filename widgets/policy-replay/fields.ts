import type { Policy, PolicyRule } from '../../functions/contract/policy.ts';

type Leaf = Exclude<PolicyRule, { all: PolicyRule[] } | { any: PolicyRule[] }>;
/** A number of a policy that can be tried out; the path is the one by which the server refuses it. */
export interface PolicyField { path: string; value: number | null; leaf: Leaf; money: boolean }

const inMoney = new Set(['net-spend', 'gross-margin']);

/** The numbers of one tier's rule. A tier without a keep rule of its own is kept by its entry rule. */
export function fieldsOf(policy: Policy, tier: number, side: 'entry' | 'keep'): PolicyField[] {
  const { entry, keep } = policy.ladder[tier]!;
  return leavesOf(side === 'keep' ? keep ?? entry : entry, `ladder.${tier}.${side}`);
}

function leavesOf(rule: PolicyRule, path: string): PolicyField[] {
  if ('all' in rule) return rule.all.flatMap((part, i) => leavesOf(part, `${path}.all.${i}`));
  if ('any' in rule) return rule.any.flatMap((part, i) => leavesOf(part, `${path}.any.${i}`));
  const name = rule.criterion === 'top-percent' ? 'percent' : 'atLeast';
  return [{ path: `${path}.${name}`, value: rule.criterion === 'top-percent' ? rule.percent : rule.atLeast, leaf: rule, money: inMoney.has(rule.criterion) }];
}

/** Whether the policy ranks customers against each other, which rules out keep rules. */
export function ranks({ ladder }: Policy): boolean {
  return ladder.some((_, tier) => fieldsOf({ ladder } as Policy, tier, 'entry').some(({ leaf }) => leaf.criterion === 'top-percent'));
}

/** A copy of the policy with one value changed; null, which the server refuses by name where it may not be, stands for no number. */
export function withValue(policy: Policy, path: string, value: number | string | null): Policy {
  const copy = structuredClone(policy);
  const [, tier, side] = path.split('.');
  const changed = copy.ladder[Number(tier)];
  if (side === 'keep' && changed) changed.keep ??= structuredClone(changed.entry);
  const steps = path.split('.');
  const last = steps.pop()!;
  const place = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy);
  (place as Record<string, number | string | null>)[last] = value;
  return copy;
}
