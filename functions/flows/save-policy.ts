import type { PolicyResult } from '../contract/parse-policy.ts';
import type { Clock, Policies } from '../ports.ts';
import { draftPolicy } from './draft-policy.ts';

/** Saves a policy document as the next version, by which the next night goes, or says what is wrong with it. Throws PolicyChanged when somebody else was faster. */
export async function savePolicy(document: unknown, author: string, { policies, clock }: { policies: Policies; clock: Clock }): Promise<PolicyResult> {
  const { version } = await policies.current();
  const parsed = draftPolicy(document, version + 1);
  if (parsed.ok) await policies.save(parsed.policy, author, clock.now());
  return parsed;
}
