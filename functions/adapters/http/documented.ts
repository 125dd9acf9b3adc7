import { z } from 'zod';
import { Problem } from '../../contract/problem.ts';

/** As this type a route may send any response; what it says still comes from the schemas. */
type Responses = Record<number, { description: string; content?: Record<string, { schema: z.ZodType }> }>;

const csvText = z.string().meta({ description: 'The same rows for a spreadsheet: UTF-8 with a byte-order mark, formulas escaped.' });

interface Documented { answer: z.ZodType; status?: 200 | 202; csv?: boolean; problems?: readonly number[] }
const problemTexts: Record<number, string> = {
  400: 'A parameter is wrong; `errors` says which and how to put it right.', 401: 'Nobody known is calling.', 403: 'Not in your role, or another store.',
  404: 'There is no such thing, or none you may know of.', 409: 'Nothing has been published yet, or somebody else was faster.', 410: 'The run is no longer kept.', 412: 'The document has changed since it was read.',
};

/** The responses of a route: its answer, and the problems it may have. */
export function answers({ answer, status = 200, csv = false, problems = [400, 401, 403, 404, 409] }: Documented): Responses {
  const textSchema = csv ? { 'text/csv': { schema: csvText } } : {};
  return {
    [status]: { description: 'The answer.', content: { 'application/json': { schema: answer }, ...textSchema } },
    ...Object.fromEntries(problems.map((code) => [code, { description: problemTexts[code]!, content: { 'application/problem+json': { schema: Problem } } }])),
  };
}
