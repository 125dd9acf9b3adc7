import type { Policy, PolicyRule } from '../../../functions/contract/policy.ts';

type Leaf = Exclude<PolicyRule, { all: PolicyRule[] } | { any: PolicyRule[] }>;
type Window = Extract<Leaf, { window: unknown }>['window'];

/** The window that all criteria of a policy share; null where they differ, or none has one. */
export function sharedWindow({ ladder }: Policy): Window | null {
  const windows = ladder.flatMap(({ entry, keep }) => [entry, ...(keep ? [keep] : [])]).flatMap(windowsIn);
  const [first = null] = windows;
  return windows.every((window) => JSON.stringify(window) === JSON.stringify(first)) ? first : null;
}

/** A copy of a policy in which every criterion that looks at a window looks at this one. */
export function withWindow(policy: Policy, window: Window): Policy {
  return { ...policy, ladder: policy.ladder.map((tier) => ({ ...tier, entry: inWindow(tier.entry, window), ...(tier.keep && { keep: inWindow(tier.keep, window) }) })) };
}

function windowsIn(rule: PolicyRule): Window[] {
  if ('all' in rule) return rule.all.flatMap(windowsIn);
  if ('any' in rule) return rule.any.flatMap(windowsIn);
  return 'window' in rule ? [rule.window] : [];
}

function inWindow(rule: PolicyRule, window: Window): PolicyRule {
  if ('all' in rule) return { all: rule.all.map((part) => inWindow(part, window)) };
  if ('any' in rule) return { any: rule.any.map((part) => inWindow(part, window)) };
  return 'window' in rule ? { ...rule, window } : rule;
}
