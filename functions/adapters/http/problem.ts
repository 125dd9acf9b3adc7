import { HTTPException } from 'hono/http-exception';
import type { Problem } from '../../contract/problem.ts';
import type { PolicyProblem } from '../../contract/parse-policy.ts';
import { UnknownHistoryLayout } from '../../domain/ledger/packed-history.ts';
import { ContactSettingsChanged, NothingPublished, OtherAssociate, OtherStore, PolicyChanged, RunForgotten, UnanswerableQuestion } from '../../domain/errors.ts';

type FieldProblems = NonNullable<Problem['errors']>;
export interface ProblemBody { status: number; code: string; title: string; detail?: string | undefined; errors?: FieldProblems | undefined; headers?: Record<string, string> | undefined }

/** A refusal on its way to the caller. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(readonly body: ProblemBody) {
    super(body.detail ?? body.title);
  }
}

/** There is nothing under this address for this caller. Whether it exists for others is not said. */
export function notFound(what: string, wayOut: string): ApiProblem {
  return new ApiProblem({ status: 404, code: 'not-found', title: 'Not found', detail: `${what}; ${wayOut}` });
}

/** Some parameters or fields are wrong. */
export function invalid(errors: FieldProblems, code = 'invalid-parameter'): ApiProblem {
  const detail = errors.map(({ field, value, problem }) => (value === undefined ? `${field} ${problem}` : `${field} ${problem} (got ${JSON.stringify(value)})`)).join('; ');
  return new ApiProblem({ status: 400, code, title: 'The request cannot be understood', detail, errors });
}

/** What a customer is not, to this caller. */
export function unknownCustomer(id: string): ApiProblem {
  return notFound(`there is no customer ${id} among those you may see`, 'GET /v1/customers?q= finds them by id, name or the end of the phone number');
}

/** A policy document that breaks a rule, with the path of each place inside the document; `whole` is the name of the document itself. */
export function refusedPolicy(problems: readonly PolicyProblem[], whole = 'body'): ApiProblem {
  return refused(problems.map(({ path, ...refusal }) => ({ path: path === '' ? whole : path, ...refusal })), 'invalid-policy');
}

/** A document whose fields are in order by themselves and still cannot be taken. */
export function refused(problems: readonly PolicyProblem[], code: string): ApiProblem {
  return invalid(problems.map(({ path, ...refusal }) => ({ field: path, ...refusal })), code);
}

/** What the caller is told about an error; null for one that is our own fault. */
export function problemOf(error: unknown): ProblemBody | null {
  if (error instanceof ApiProblem) return error.body;
  if (error instanceof HTTPException && error.status < 500) return { status: error.status, code: 'invalid-request', title: 'The request cannot be understood', detail: error.message };
  const said = (status: number, code: string, title: string): ProblemBody => ({ status, code, title, detail: (error as Error).message });
  if (error instanceof NothingPublished) return said(409, 'nothing-published', 'Nothing has been published yet');
  if (error instanceof RunForgotten) return said(410, 'run-forgotten', 'This run is no longer kept');
  if (error instanceof UnknownHistoryLayout) return said(503, 'made-by-another-version', 'The readings were made by another version of the product');
  if (error instanceof OtherStore) return said(403, 'other-store', 'Another store');
  if (error instanceof OtherAssociate) return said(403, 'other-associate', 'Another associate');
  if (error instanceof PolicyChanged) return said(409, 'policy-changed', 'The policy has changed');
  if (error instanceof ContactSettingsChanged) return said(409, 'contact-settings-changed', 'The contact settings have changed');
  if (error instanceof UnanswerableQuestion) return invalid([{ field: error.field, value: error.value, problem: error.problem }]).body;
  return null;
}

/** An RFC 9457 response. */
export function problemResponse({ headers, ...body }: ProblemBody, requestId: string): Response {
  const problem: Problem = { type: `urn:guibin:problem:${body.code}`, ...body, requestId };
  return new Response(JSON.stringify(problem), { status: body.status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers } });
}
