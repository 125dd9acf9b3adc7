import type { z } from 'zod';
import type { Problem } from '../../contract/problem.ts';
import { refusalOf } from '../../contract/refusal.ts';

type FieldProblem = NonNullable<Problem['errors']>[number];

/** What a schema found wrong with a document, for the caller. */
export function fieldProblem(issue: z.core.$ZodIssue, document?: unknown): FieldProblem {
  if (issue.code === 'unrecognized_keys') return { field: issue.keys.join(', '), problem: 'is not known here', code: 'unknown-field', params: {} };
  return { field: issue.path.join('.') || 'body', ...refusalOf(issue, valueAt(document, issue.path)) };
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), document);
}
