import type { z } from 'zod';
import { fieldProblem } from './field-problem.ts';
import { invalid } from './problem.ts';

/** A document that was sent, as its schema has it. Throws ApiProblem with every field that is wrong. */
export function checked<Schema extends z.ZodType>(schema: Schema, document: unknown): z.output<Schema> {
  const result = schema.safeParse(document);
  if (!result.success) throw invalid(result.error.issues.map((issue) => fieldProblem(issue, document)));
  return result.data;
}
