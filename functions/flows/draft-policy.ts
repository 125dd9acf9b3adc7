import { parsePolicy, type PolicyResult } from '../contract/parse-policy.ts';

/** A document as the next version of the policy, or what is wrong with it and where. The server numbers policies: a number in the document does not count. */
export function draftPolicy(document: unknown, version: number): PolicyResult {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return parsePolicy(isObject ? { ...document, version } : document);
}
