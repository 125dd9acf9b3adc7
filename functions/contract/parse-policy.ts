import type { z } from 'zod';
import { Policy } from './policy.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** What is wrong at one place of a policy document; the path reads like `ladder.1.entry.any.0.atLeast`, empty for the whole. */
export interface PolicyProblem extends Refusal { path: string }
export type PolicyResult = { ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[] };

const deepest = 24;

/** Checks a policy document as anybody may have written it, or says at which paths it is wrong and why. Never throws. */
export function parsePolicy(document: unknown): PolicyResult {
  if (isDeeperThan(deepest, document)) return { ok: false, problems: [{ path: '', problem: `must not be nested deeper than ${deepest} levels`, code: 'too-deep', params: { most: deepest } }] };
  const result = Policy.safeParse(document);
  if (result.success) return { ok: true, policy: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, [], document)) };
}

function problemsOf(issue: z.core.$ZodIssue, above: PropertyKey[], document: unknown): PolicyProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return issue.errors[meantBranch(valueAt(document, path))]!.flatMap((inner) => problemsOf(inner, path, document));
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key].join('.'), problem: 'is not a field of a policy', code: 'unknown-field', params: {} }));
  return [{ path: path.join('.'), ...refusalOf(issue, valueAt(document, path)) }];
}

/** Which of all-of, any-of and criterion somebody meant who got a rule wrong. */
function meantBranch(rule: unknown): 0 | 1 | 2 {
  if (typeof rule !== 'object' || rule === null) return 2;
  return 'all' in rule ? 0 : 'any' in rule ? 1 : 2;
}

function valueAt(document: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), document);
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}
