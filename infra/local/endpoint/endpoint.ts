import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import type { HttpHandler } from '../http/http-api.ts';

/** One AWS operation: JSON in, JSON out; a ServiceError is sent as AWS sends faults. `gone` tells that the caller hung up. */
export type Operation = (input: unknown, gone: () => boolean) => unknown;
export type Operations = Readonly<Record<string, Operation>>;

export interface Endpoint {
  /** Operations by `X-Amz-Target`, such as `AWSEvents.PutEvents`. */
  operations: Operations;
  dynamodb: HttpHandler;
  /** Answers a form of the Query protocol with XML. */
  cloudFormation(form: URLSearchParams): { status: number; xml: string };
  /** What only a laptop has, by method and path. */
  laptopOnly: Readonly<Record<string, (body: string) => unknown>>;
}

/** Routes requests of any AWS SDK to the services of the laptop by their `X-Amz-Target`. Signatures are not checked. */
export function createEndpoint(endpoint: Endpoint): HttpHandler {
  const { operations, dynamodb, laptopOnly } = endpoint;
  return async (request, response) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    if (target.startsWith('DynamoDB_')) return dynamodb(request, response);
    const body = await readText(request);
    const ownRoute = laptopOnly[`${request.method} ${request.url}`];
    if (ownRoute) return sendJson(response, () => ownRoute(body), 'application/json');
    if (!target && request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      const { status, xml } = endpoint.cloudFormation(new URLSearchParams(body));
      response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
      return undefined;
    }
    return sendJson(response, () => {
      const operation = operations[target];
      if (!operation) throw new ServiceError('UnknownOperationException', `The laptop does not know the operation '${target || `${request.method} ${request.url}`}'`);
      return operation(body ? JSON.parse(body) : {}, () => response.destroyed);
    }, 'application/x-amz-json-1.0');
  };
}

async function sendJson(response: ServerResponse, compute: () => unknown, type: string): Promise<void> {
  try {
    const text = JSON.stringify(await compute() ?? {});
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
  } catch (error) {
    const fault = toServiceError(error);
    const text = JSON.stringify({ __type: fault.code, message: fault.message });
    response.writeHead(fault.status, { 'content-type': type, 'x-amzn-errortype': fault.code }).end(text);
  }
}

function toServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof z.ZodError) return new ServiceError('ValidationException', error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  if (error instanceof SyntaxError) return new ServiceError('SerializationException', error.message);
  return new ServiceError('InternalFailure', String(error), 500);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
