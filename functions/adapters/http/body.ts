import type { ApiContext } from './context.ts';
import { ApiProblem, invalid } from './problem.ts';

const mostBytes = 4 * 1024 * 1024;

/** The JSON of a request's body, or `otherwise` where there is no body. Throws ApiProblem when it is no JSON, or too much. */
export async function jsonBody(c: ApiContext, otherwise?: unknown): Promise<unknown> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0 && otherwise !== undefined) return otherwise;
  if (bytes.byteLength > mostBytes) throw new ApiProblem({ status: 413, code: 'too-large', title: 'Too large', detail: `the body has ${bytes.byteLength} bytes; at most ${mostBytes} are read at once` });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid([{ field: 'body', problem: 'is not JSON in UTF-8' }], 'invalid-body');
  }
}
