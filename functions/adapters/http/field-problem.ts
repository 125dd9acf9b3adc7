import type { z } from 'zod';
import type { Problem } from '../../contract/answers.ts';

type FieldProblem = NonNullable<Problem['errors']>[number];

/** What a schema found wrong, for the caller. */
export function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'unrecognized_keys') return { field: issue.keys.join(', '), problem: 'is not known here' };
  return { field: issue.path.join('.') || 'body', problem: issue.message };
}
