export interface FieldProblem { field: string; problem: string; code?: string; params?: Record<string, string | number> }

/** Why a question to the API has no answer. `status` is 0 when nobody answered at all. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** Seconds after which the server asks to be tried again; null when it did not say. */
    readonly retryAfter: number | null = null,
    /** The id under which the server logged the problem, for a call to support. */
    readonly requestId: string | null = null,
    /** What is wrong with which field of what was sent. */
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail);
  }
}

/** Reads the RFC 9457 body of a refused answer. Never throws: a body that is no problem document still gives a problem. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await response.json().catch(() => null) as { code?: string; title?: string; detail?: string; requestId?: string; errors?: FieldProblem[] } | null;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiProblem(
    response.status,
    body?.code ?? `http-${response.status}`,
    body?.detail ?? body?.title ?? response.statusText,
    Number.isFinite(seconds) ? seconds : null,
    body?.requestId ?? null,
    body?.errors,
  );
}
