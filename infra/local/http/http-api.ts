import type { IncomingMessage, ServerResponse } from 'node:http';
import { UnsupportedTemplateError } from '../errors.ts';
import type { Functions } from '../functions/functions.ts';
import type { Stack } from '../template/stack.ts';
import { type Authorize, createAuthorizer } from './authorizer.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { readRequest, sendLambdaResponse, toLambdaEvent } from './lambda-event.ts';
import { createRouter } from './routes.ts';

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface RouteTarget {
  functionArn: string;
  timeoutMs: number;
  authorize: Authorize | undefined;
}

/** Serves the routes of the stack's HTTP API as API Gateway does. What was deleted is answered when it has left the disk, which `deletionsSettled` tells. */
export function createHttpApi({ api }: Stack, functions: Functions, deletionsSettled: () => Promise<void>): HttpHandler {
  const authorizers = new Map(api.authorizers.map((authorizer) => [authorizer.logicalId, createAuthorizer(authorizer, functions)]));
  const integrations = new Map(api.integrations.map((integration) => [integration.logicalId, integration.properties]));
  const route = createRouter(api.routes.map(({ logicalId, properties }) => {
    const integration = integrations.get(properties.Target?.replace(/^integrations\//, '') ?? '');
    const authorize = properties.AuthorizationType === 'CUSTOM' ? authorizers.get(properties.AuthorizerId ?? '') : undefined;
    if (!integration) throw new UnsupportedTemplateError(`${logicalId} (AWS::ApiGatewayV2::Route): target ${properties.Target} is not an integration of this stack`);
    if (properties.AuthorizationType === 'CUSTOM' && !authorize) throw new UnsupportedTemplateError(`${logicalId} (AWS::ApiGatewayV2::Route): there is no authorizer ${properties.AuthorizerId}`);
    const target: RouteTarget = { functionArn: integration.IntegrationUri.replace(/^.*\/functions\/(.+)\/invocations$/, '$1'), timeoutMs: integration.TimeoutInMillis, authorize };
    return { routeKey: properties.RouteKey, target };
  }));

  return async (incoming, response) => {
    const request = await readRequest(incoming);
    const origin = request.headers['origin'];
    const match = route(request.method, request.path);
    if (api.cors && request.method === 'OPTIONS' && origin && !match) {
      response.writeHead(204, preflightHeaders(api.cors, origin)).end();
      return;
    }
    const cors = corsHeaders(api.cors, origin);
    const refuse = (status: number, message: string) => {
      response.writeHead(status, { 'content-type': 'application/json', ...cors }).end(JSON.stringify({ message }));
    };
    if (!match) {
      refuse(404, 'Not Found');
      return;
    }
    const decision = await match.target.authorize?.(request, match.routeKey, match.pathParameters);
    if (decision && !decision.allowed) {
      refuse(decision.status, decision.message);
      return;
    }
    const event = toLambdaEvent(request, match.routeKey, match.pathParameters, decision?.context);
    const outcome = await withTimeout(functions.invoke(match.target.functionArn, event), match.target.timeoutMs);
    if (request.method === 'DELETE') await deletionsSettled();
    if (!outcome) refuse(503, 'Service Unavailable');
    else if (outcome.ok) sendLambdaResponse(response, outcome.payload, cors);
    else refuse(500, 'Internal Server Error');
  };
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
