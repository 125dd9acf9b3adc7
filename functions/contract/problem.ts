import { z } from 'zod';

/** What is wrong with one parameter or field, and how to put it right. */
export const FieldProblem = z.object({
  field: z.string(), value: z.unknown().optional(), problem: z.string(),
  /** The same as a code with what belongs to it, for other languages. */
  code: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** RFC 9457 problem, with a stable `code` and the id under which the server logged it. */
export const Problem = z.object({
  type: z.string(), title: z.string(), status: z.number(), detail: z.string().optional(),
  code: z.string(), requestId: z.string(),
  errors: z.array(FieldProblem).optional(),
});
export type Problem = z.infer<typeof Problem>;
