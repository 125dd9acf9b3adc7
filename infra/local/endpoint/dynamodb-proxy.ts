import { Agent, request as send } from 'node:http';
import type { HttpHandler } from '../http/http-api.ts';

/** Passes DynamoDB requests to the engine byte for byte, over connections that stay open. */
export function createDynamoDbProxy(engineUrl: string): HttpHandler {
  const { hostname, port } = new URL(engineUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (request, response) => new Promise((resolve) => {
    const onward = send({ agent, hostname, port, method: request.method, path: request.url, headers: { ...request.headers, host: `${hostname}:${port}` } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('end', resolve);
    });
    onward.on('error', (error) => {
      if (!response.headersSent) response.writeHead(503, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: 'ServiceUnavailable', message: `The DynamoDB engine does not answer: ${error.message}` }));
      resolve();
    });
    request.pipe(onward);
  });
}
