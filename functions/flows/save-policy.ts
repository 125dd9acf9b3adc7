import { parsePolicy, type PolicyProblem } from '../contract/parse-policy.ts';
import type { Policy } from '../domain/tiers/policy.ts';
import type { Clock, Policies } from '../ports.ts';

export type SavedPolicy = { ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[] };

/** Saves a policy document as the next version, by which the next night goes, or says what is wrong with it. Throws PolicyChanged when somebody else was faster. */
export async function savePolicy(document: unknown, author: string, { policies, clock }: { policies: Policies; clock: Clock }): Promise<SavedPolicy> {
  const { version } = await policies.current();
  const numbered = typeof document === 'object' && document !== null && !Array.isArray(document) ? { ...document, version: version + 1 } : document;
  const parsed = parsePolicy(numbered);
  if (parsed.ok) await policies.save(parsed.policy, author, clock.now());
  return parsed;
}
