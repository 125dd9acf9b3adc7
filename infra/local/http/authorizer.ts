import type { Functions } from '../functions/functions.ts';
import type { Stack } from '../template/stack.ts';
import { type ApiRequest, toLambdaEvent } from './lambda-event.ts';

export type Decision =
  | { allowed: true; context: Record<string, unknown> }
  | { allowed: false; status: 401 | 403 | 500; message: string };
export type Authorize = (request: ApiRequest, routeKey: string, pathParameters: Record<string, string>) => Promise<Decision>;

interface SimpleResponse {
  isAuthorized?: boolean;
  context?: Record<string, unknown>;
}

const DENIED: Decision = { allowed: false, status: 403, message: 'Forbidden' };

/** Asks a Lambda authorizer (payload 2.0, simple responses) and remembers its answers for as long as the template says, by the values of the identity sources. */
export function createAuthorizer({ properties }: Stack['api']['authorizers'][number], functions: Functions): Authorize {
  const functionArn = /functions\/(.+)\/invocations$/.exec(properties.AuthorizerUri)?.[1] ?? properties.AuthorizerUri;
  const lifetime = properties.IdentitySource.length > 0 ? properties.AuthorizerResultTtlInSeconds * 1000 : 0;
  const remembered = new Map<string, { until: number; decision: Promise<Decision> }>();

  const decide = async (request: ApiRequest, routeKey: string, pathParameters: Record<string, string>, identitySource: string[]): Promise<Decision> => {
    const event = toLambdaEvent(request, routeKey, pathParameters);
    const outcome = await functions.invoke(functionArn, {
      ...event, body: undefined, type: 'REQUEST', identitySource, routeArn: `arn:aws:execute-api:us-east-1:000000000000:local/$default/${request.method}${request.path}`,
    });
    const answer = outcome.ok ? outcome.payload as SimpleResponse | null : null;
    if (typeof answer?.isAuthorized !== 'boolean') return { allowed: false, status: 500, message: 'Internal Server Error' };
    return answer.isAuthorized ? { allowed: true, context: answer.context ?? {} } : DENIED;
  };

  return async (request, routeKey, pathParameters) => {
    const identity = properties.IdentitySource.map((source) => identityOf(source, request, routeKey));
    if (identity.some((value) => !value)) return { allowed: false, status: 401, message: 'Unauthorized' };
    if (lifetime === 0) return decide(request, routeKey, pathParameters, identity as string[]);
    const key = JSON.stringify(identity);
    const known = remembered.get(key);
    if (known && known.until > Date.now()) return known.decision;
    const decision = decide(request, routeKey, pathParameters, identity as string[]);
    remembered.set(key, { until: Date.now() + lifetime, decision });
    forgetOld(remembered);
    const made = await decision;
    // A broken authorizer is asked again; only real decisions are remembered.
    if (!made.allowed && made.status === 500) remembered.delete(key);
    return made;
  };
}

const MOST_REMEMBERED = 10_000;

function forgetOld(remembered: Map<string, { until: number }>): void {
  if (remembered.size < MOST_REMEMBERED) return;
  for (const [key, { until }] of remembered) if (until < Date.now()) remembered.delete(key);
}

function identityOf(source: string, request: ApiRequest, routeKey: string): string | undefined {
  const header = /^\$request\.header\.(.+)$/.exec(source)?.[1];
  if (header) return request.headers[header.toLowerCase()];
  const query = /^\$request\.querystring\.(.+)$/.exec(source)?.[1];
  if (query) return new URLSearchParams(request.query).get(query) ?? undefined;
  const context: Record<string, string> = { '$context.routeKey': routeKey, '$context.httpMethod': request.method, '$context.path': request.path };
  return context[source];
}
